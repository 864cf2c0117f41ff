import { ensureLychee, type Lychee } from '../lychee.ts';
import { nodeTool } from '../support/node-tool.ts';
import { describeEnd, run, succeeded } from '../support/process.ts';
import { siteFolder, siteState } from './site.ts';

/** What a check may need before it can run. */
export interface Needs {
  /** The link checker. */
  readonly lychee: Promise<Lychee>;
  /** The types that Astro derives from the content, in the folder `.astro`. */
  readonly contentTypes: Promise<void>;
  /** A built site; one that is older than its sources will do, and is remarked on. */
  readonly site: Promise<void>;
}

/** The name of something that a check may need. */
export type Need = keyof Needs;

/**
 * Starts to supply what is needed and nothing else; what nobody needs is there at once. A promise
 * is rejected with the reason where a thing cannot be had. Steps are announced through `log`.
 */
export function supply(needed: ReadonlySet<Need>, log: (line: string) => void): Partial<Needs> {
  const site = needed.has('site') ? build() : undefined;
  // Both write to `.astro`: the types are renewed after a build, and read by no check before.
  const contentTypes = needed.has('contentTypes')
    ? Promise.allSettled([site]).then(() => astro('sync'))
    : undefined;
  const lychee = needed.has('lychee') ? ensureLychee(log) : undefined;
  for (const promise of [contentTypes, site, lychee]) {
    // A refusal is reported by the checks that wait for it, which may not do so yet.
    promise?.catch(() => {});
  }
  return {
    ...(lychee && { lychee }),
    ...(contentTypes && { contentTypes }),
    ...(site && { site }),
  };

  async function build(): Promise<void> {
    const state = siteState();
    if (state.kind === 'missing') {
      log(`No site in \`${siteFolder}\` yet, building it …`);
      await astro('build');
    }
    if (state.kind === 'stale') {
      log(
        `Note: \`${state.newer}\` is newer than the site in \`${siteFolder}\`; \`site-links\` checks the last build, so run \`pnpm build\` to renew it`,
      );
    }
  }
}

async function astro(command: 'sync' | 'build'): Promise<void> {
  const outcome = await run(nodeTool('astro', 'astro', [command]), { capture: true });
  if (!succeeded(outcome)) {
    throw new Error(`\`astro ${command}\` ${describeEnd(outcome)}\n\n${outcome.output.trim()}`);
  }
}
