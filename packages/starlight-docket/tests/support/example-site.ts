import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Patch } from '../../../docket/src/engine/define.ts';
import { patchedFiles } from '../../../docket/src/engine/examples.ts';
import { NEW_ADR } from '../../../docket/src/rules/support/example-base.ts';
import { gitEnvironment } from '../../../docket/tests/support/git-environment.ts';
import { ROOT } from '../../../docket/tests/support/repository.ts';
import { EXAMPLE_CONFIG } from './example-config.ts';

/** A commit to make: its subject, and what it changes of the example repository as a whole. */
export interface ExampleCommit {
  readonly subject: string;
  readonly patches: readonly Patch[];
  /** The branch it is made on; by default that of the commit before. */
  readonly branch?: string;
  /** The day it is made, as YYYY-MM-DD. */
  readonly day?: string;
}

/** A third decision for the example repository, which rests on the second. */
export const THIRD_ADR: Patch = {
  add: 'docs/adr/adr-003-expire-sessions-at-night.md',
  text: (patchedFiles([]).get(NEW_ADR) ?? '')
    .replaceAll('ADR-002', 'ADR-003')
    .replace('supersedes: [ADR-001]\nspec: SPEC-0001', 'depends-on: [ADR-002]')
    .replace('Keep Sessions in Redis', 'Expire Sessions at Night'),
};

/**
 * Makes a Git repository of the example repository, with the same people and dates every time, and builds its site.
 * @param folder of the repository; what it held is deleted
 * @param env what the build is told besides
 * @param config of the site, from the root
 */
export function buildExampleSite(
  folder: string,
  commits: readonly ExampleCommit[],
  env: Readonly<Record<string, string>>,
  config = EXAMPLE_CONFIG,
): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  for (const { subject, patches, branch, day = '2026-03-05' } of commits) {
    if (branch !== undefined) git(folder, ['checkout', '--quiet', '-b', branch]);
    for (const [name, text] of patchedFiles(patches)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    git(folder, ['add', '--all']);
    git(folder, ['commit', '--quiet', '-m', subject], day);
  }
  const astro = 'node_modules/astro/bin/astro.mjs';
  execFileSync(process.execPath, [astro, 'build', '--silent', '--config', config], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', DOCKET_ROOT: folder, ...env },
  });
}

function git(folder: string, args: readonly string[], day = '2026-03-05'): void {
  execFileSync('git', args, {
    cwd: folder,
    stdio: 'inherit',
    env: gitEnvironment(folder, `${day}T12:00:00Z`),
  });
}
