import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gitEnvironment } from '../../../packages/docket/tests/support/git-environment.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';

// Makes a repository with pages of its own, a decision that a person has signed and the log of a checkout beside it, and
// builds its site with one command.

const record = (title: string, context: string, more = '') =>
  `# ${title}\n\nDate: 2026-01-05\n\nDeciders: Robot\n\n## Status\n\nAccepted\n\n${more}\n\n## Context\n\n${context}\n\n## Decision\n\nWe do so.\n\n## Consequences\n\nWe live with it.\n`;
const ANNA = 'anna@example.org';
const CONFIG = {
  pages: 'guide',
  ratification: { require: ['agent-records'], agents: ['Robot'] },
  logs: [
    { id: 'shop', title: 'Shop', root: '.' },
    { id: 'till', title: 'Till', root: '../joined-till' },
  ],
};

const cache = path.join(ROOT, '.cache');
const [shop, till, keys] = ['joined-repository', 'joined-till', 'joined-keys'].map((name) =>
  path.join(cache, name),
) as [string, string, string];
for (const old of [shop, till, keys]) rmSync(old, { recursive: true, force: true });
mkdirSync(keys, { recursive: true });
const run = (cwd: string, file: string, ...args: readonly string[]) =>
  execFileSync(file, args, {
    cwd,
    stdio: 'inherit',
    env: gitEnvironment(keys, '2026-03-05T12:00:00Z'),
  });
run(keys, 'ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', 'anna', '-f', 'anna');

commit(till, { 'docs/adr/0001-take-cards.md': record('1. Take cards', 'Coins are heavy.') });
commit(shop, {
  'README.md': '# Corner shop\n\nSells things.\n',
  'docs/adr/0001-open-late.md': record(
    '1. Open late',
    'People work. See [how](../../guide/lights.md).',
  ),
  'docs/adr/0002-take-cards-too.md': record(
    '2. Take cards too',
    'Coins cost.',
    'Depends on: till/ADR-0001',
  ),
  'guide/README.md': '# How we work\n\nRead about the [lights](lights.md).\n',
  'guide/lights.md': `# Turn on the lights\n\nAs [decided](../docs/adr/0001-open-late.md).\n\n| Room | Lamp |\n| --- | --- |\n| Front | ${'x'.repeat(120)} |\n\n![Where they are](https://elsewhere.example.org/plan.png)\n\n\`\`\`sh\nlights on --all ${'x'.repeat(120)}\n\`\`\`\n`,
  'docket.config.json': JSON.stringify(CONFIG),
  '.sdd/allowed_signers': `${ANNA} ${readFileSync(path.join(keys, 'anna.pub'), 'utf8')}`,
});
run(shop, 'git', 'config', 'gpg.format', 'ssh');
run(shop, 'git', 'config', 'user.email', ANNA);
run(shop, 'git', 'config', 'user.signingKey', path.join(keys, 'anna.pub'));
const docket = path.join(ROOT, 'packages/docket/src/cli/bin.ts');
run(shop, process.execPath, docket, 'ratify', 'ADR-0001');
commit(shop, {});
run(
  ROOT,
  process.execPath,
  docket,
  'build',
  '--root',
  shop,
  '--out',
  path.join(cache, 'joined-site'),
);

function commit(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  run(folder, 'git', 'init', '--quiet', '--initial-branch=main');
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  run(folder, 'git', 'add', '--all');
  run(folder, 'git', 'commit', '--quiet', '-m', 'Decide');
}
