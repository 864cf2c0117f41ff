import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Patch } from '../../../src/rules/define.ts';
import { NEW_ADR, OLD_ADR } from '../../../src/rules/example-base.ts';
import { patchedFiles } from '../../../src/rules/examples.ts';
import { ROOT } from '../../support/repository.ts';

// Makes a repository with a pull request and builds its preview, as the workflow does.

const repository = path.join(ROOT, '.cache/preview-repository');
const THIRD_ADR = 'docs/adr/adr-003-expire-sessions-at-night.md';

const newText = patchedFiles([]).get(NEW_ADR) ?? '';
const CHANGES: readonly Patch[] = [
  { change: NEW_ADR, from: 'every session for 24 hours', to: 'every session for 12 hours' },
  { change: OLD_ADR, from: 'deploy at night', to: 'deploy before the shop opens' },
  {
    add: THIRD_ADR,
    text: newText
      .replaceAll('ADR-002', 'ADR-003')
      .replace('supersedes: [ADR-001]\nspec: SPEC-0001', 'depends-on: [ADR-002]')
      .replace('Keep Sessions in Redis', 'Expire Sessions at Night'),
  },
];

rmSync(repository, { recursive: true, force: true });
mkdirSync(repository, { recursive: true });
git('init', '--quiet', '--initial-branch=main');
commit('Start', []);
git('checkout', '--quiet', '-b', 'topic');
commit('Change sessions', CHANGES);

execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    DOCKET_ROOT: repository,
    DOCKET_OUT_DIR: '.cache/preview-site',
    DOCKET_BASE: '/previews/pr-42',
    DOCKET_REPOSITORY: 'https://github.com/acme/shop',
    DOCKET_PREVIEW_PR: '42',
    DOCKET_PREVIEW_BASE: 'main',
  },
});

function commit(subject: string, patches: readonly Patch[]): void {
  for (const [name, text] of patchedFiles(patches)) {
    const file = path.join(repository, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  git('add', '--all');
  git('commit', '--quiet', '-m', subject);
}

function git(...args: string[]): void {
  execFileSync('git', args, {
    cwd: repository,
    stdio: 'inherit',
    env: {
      PATH: process.env['PATH'],
      HOME: repository,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'A. Author',
      GIT_AUTHOR_EMAIL: 'author@example.org',
      GIT_COMMITTER_NAME: 'C. Committer',
      GIT_COMMITTER_EMAIL: 'committer@example.org',
      GIT_AUTHOR_DATE: '2026-03-05T12:00:00Z',
      GIT_COMMITTER_DATE: '2026-03-05T12:00:00Z',
    },
  });
}
