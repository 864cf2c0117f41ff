import { existsSync, globSync, statSync } from 'node:fs';
import { root } from '../support/root.ts';

/** The folder of the built site, from the root of the repository. */
export const siteFolder = 'dist';

const start = `${siteFolder}/index.html`;
const inputs = [
  'packages/*/!(tests)/**',
  'src/**',
  'docs/**',
  '.sdd/**',
  'public/**',
  'astro.config.mjs',
  'pnpm-lock.yaml',
];

/** The state of the built site against what it is built from. */
export type SiteState =
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale'; readonly newer: string }
  | { readonly kind: 'fresh' };

/** Looks whether a site was built and whether any of its inputs was changed since. */
export function siteState(): SiteState {
  if (!existsSync(`${root}/${start}`)) return { kind: 'missing' };
  const built = statSync(`${root}/${start}`).mtimeMs;
  const files = inputs.flatMap((glob) => globSync(glob, { cwd: root }));
  const newer = files.find((file) => {
    const found = statSync(`${root}/${file}`, { throwIfNoEntry: false });
    return found?.isFile() && found.mtimeMs > built;
  });
  return newer === undefined ? { kind: 'fresh' } : { kind: 'stale', newer };
}
