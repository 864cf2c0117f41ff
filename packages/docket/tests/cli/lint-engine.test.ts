import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NEW_ADR, OLD_ADR } from '../../src/rules/support/example-base.ts';
import { type FixtureRepo, fixtureRepo } from '../support/fixture-repo.ts';
import { mainDocket } from '../support/main-docket.ts';
import { runDocket } from '../support/run-docket.ts';

/** `file:line rule` of everything found. */
async function found(root: string, ...args: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await mainDocket([
    'lint',
    '--root',
    root,
    '--format',
    'json',
    ...args,
  ]);
  if (stdout === '') throw new Error(stderr);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { file: string; line: number; rule: string; severity: string }[];
  };
  return diagnostics.map(({ file, line, rule, severity }) => `${file}:${line} ${severity} ${rule}`);
}

const badStatus = { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' } as const;
const badTag = { change: OLD_ADR, from: 'tags: [sessions]', to: 'tags: [Sessions]' } as const;
const noSentence = {
  change: NEW_ADR,
  from: 'that both web servers share."',
  to: 'that both web servers share"',
} as const;

describe('selection', () => {
  test('--rule reports the rules named and no other', async () => {
    await using repo = await fixtureRepo([badStatus, badTag]);
    expect(await found(repo.root)).toHaveLength(2);
    expect(await found(repo.root, '--rule', 'tags-form')).toEqual([`${OLD_ADR}:8 error tags-form`]);
    expect(await found(repo.root, '--rule', 'tags-form', '--rule', 'status-known')).toHaveLength(2);
    expect(await found(repo.root, '--rule', 'tags-form,status-known')).toHaveLength(2);
  });

  test('an unknown rule is named with the nearest, and the exit code is 2', async () => {
    await using repo = await fixtureRepo();
    const run = await mainDocket(['lint', '--root', repo.root, '--rule', 'status-knwon']);
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'docket: There is no rule `status-knwon`\nhelp: did you mean `--rule status-known`?\n',
    });
  });

  test('--severity and --quiet leave out what weighs less', async () => {
    await using repo = await fixtureRepo([badStatus, noSentence]);
    expect(await found(repo.root)).toHaveLength(2);
    expect(await found(repo.root, '--severity', 'error')).toEqual([
      `${NEW_ADR}:4 error status-known`,
    ]);
    expect(await found(repo.root, '--quiet')).toHaveLength(1);
    const run = await mainDocket(['lint', '--root', repo.root, '--severity', 'warn']);
    expect(run.code).toBe(2);
  });

  test('--max-warnings makes warnings fail', async () => {
    await using repo = await fixtureRepo([noSentence]);
    const code = async (...args: string[]) =>
      (await mainDocket(['lint', '--root', repo.root, ...args])).code;
    expect(await code()).toBe(0);
    expect(await code('--max-warnings', '1')).toBe(0);
    expect(await code('--max-warnings', '0')).toBe(1);
    expect(await code('--max-warnings', 'none')).toBe(2);
  });
});

const git = (repo: FixtureRepo, ...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: repo.root,
    stdio: 'pipe',
  });
};

describe('--changed', () => {
  test('reports only files that differ, and judges relations on all', async () => {
    await using repo = await fixtureRepo([badTag]);
    git(repo, 'init', '--quiet', '--initial-branch=main');
    git(repo, 'add', '.');
    git(repo, 'commit', '--quiet', '--message', 'start');
    expect(await found(repo.root, '--changed')).toEqual([]);
    const text = await readFile(path.join(repo.root, NEW_ADR), 'utf8');
    await repo.write(NEW_ADR, text.replace('supersedes: [ADR-001]', 'supersedes: [ADR-009]'));
    // The other side of the supersession stands in a file that did not change, and is judged but not told.
    expect(await found(repo.root, '--changed')).toEqual([`${NEW_ADR}:9 error relation-target`]);
    expect(await found(repo.root)).toContain(`${OLD_ADR}:9 error supersession-reciprocal`);
    git(repo, 'commit', '--quiet', '--all', '--message', 'change');
    expect(await found(repo.root, '--changed')).toEqual([]);
    expect(await found(repo.root, '--changed', 'HEAD~1')).toHaveLength(1);
    const run = await mainDocket(['lint', '--root', repo.root, '--changed', 'nowhere']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('`nowhere` is not a branch or commit of this repository');
  });
});

describe('docket.config.ts', () => {
  test('sets severities, by file and by status', async () => {
    await using repo = await fixtureRepo([badStatus, badTag]);
    await repo.write(
      'docket.config.ts',
      `export default {
        rules: { 'tags-form': { severity: 'info', status: { Superseded: 'warning' } } },
        overrides: [{ files: ['docs/adr/adr-002-*'], rules: { 'status-known': 'off' } }],
      };`,
    );
    expect(await found(repo.root)).toEqual([`${OLD_ADR}:8 warning tags-form`]);
  });

  test('moves the records of a kind', async () => {
    await using repo = await fixtureRepo([
      { rename: OLD_ADR, to: 'decisions/adr-001-keep-sessions-in-memory.md' },
      { rename: NEW_ADR, to: 'decisions/adr-002-keep-sessions-in-redis.md' },
      { rename: 'docs/adr/template.md', to: 'decisions/template.md' },
      { change: 'decisions/adr-002-keep-sessions-in-redis.md', from: '../../.sdd', to: '../.sdd' },
      { change: 'decisions/adr-001-keep-sessions-in-memory.md', from: 'Superseded', to: 'Gone' },
    ]);
    await repo.write('docket.config.ts', "export default { paths: { adr: 'decisions' } };");
    const all = await found(repo.root);
    expect(all).toEqual(['decisions/adr-001-keep-sessions-in-memory.md:4 error status-known']);
  });

  test.each([
    ['.', ''],
    ['./', ''],
    ['decisions/', 'decisions/'],
    ['./docs/decisions', 'docs/decisions/'],
    ['docs//decisions/.', 'docs/decisions/'],
    ['docs\\\\decisions', 'docs/decisions/'],
    ['docs/old/../decisions', 'docs/decisions/'],
    ['ROOT/docs/decisions', 'docs/decisions/'],
  ])('finds records where they are written as `%s`', async (written, folder) => {
    const up = folder.split('/').length === 1 ? '' : '../'.repeat(folder.split('/').length - 1);
    await using repo = await fixtureRepo([
      { rename: OLD_ADR, to: `${folder}adr-001-keep-sessions-in-memory.md` },
      { rename: NEW_ADR, to: `${folder}adr-002-keep-sessions-in-redis.md` },
      { rename: 'docs/adr/template.md', to: `${folder}template.md` },
      { change: `${folder}adr-002-keep-sessions-in-redis.md`, from: '../../.sdd', to: `${up}.sdd` },
      { change: `${folder}adr-001-keep-sessions-in-memory.md`, from: 'Superseded', to: 'Gone' },
    ]);
    await repo.write('node_modules/other/notes.md', '# Not a record\n');
    const at = written.replace('ROOT', repo.root);
    await repo.write('docket.config.ts', `export default { paths: { adr: '${at}' } };`);
    expect(await found(repo.root)).toEqual([
      `${folder}adr-001-keep-sessions-in-memory.md:4 error status-known`,
    ]);
  });

  test('says which folders were looked at and what they hold', async () => {
    await using repo = await fixtureRepo();
    const complaint = async (config: string) => {
      await repo.write('docket.config.ts', `export default ${config};`);
      const { code, stderr } = await mainDocket(['lint', '--root', repo.root]);
      expect(code).toBe(2);
      expect(stderr).not.toContain('--root');
      return stderr.replaceAll(repo.root, 'ROOT');
    };
    const away = "spec: 'gone', provenance: 'gone'";
    await repo.write('notes/a.txt', '');
    expect(await complaint(`{ paths: { adr: './notes/', ${away} } }`)).toBe(
      'docket: No records under ROOT: notes holds only a.txt\nhelp: run the command in the repository that holds them, name their folders with `paths` in docket.config.json, or start a log with `docket init`\n',
    );
    expect(await complaint(`{ paths: { adr: 'lost', ${away} } }`)).toContain(
      'No records under ROOT: none of the folders lost, gone exists; the root holds only .sdd, docket.config.ts, docs, ',
    );
  });

  test.each([
    ['no package at all', undefined],
    ['a package without a type', '{"name":"records"}'],
    ['a package of CommonJS', '{"name":"records","type":"commonjs"}'],
  ])('is read without a warning in %s', async (_name, manifest) => {
    await using repo = await fixtureRepo();
    if (manifest) await repo.write('package.json', manifest);
    await repo.write('severity.mts', "export const severity: string = 'off';\n");
    await repo.write(
      'docket.config.ts',
      "import { severity } from './severity.mts';\nexport default { rules: { 'tags-form': severity } };\n",
    );
    const run = await runDocket('lint', '--root', repo.root);
    expect(run).toEqual({ code: 0, stdout: expect.stringMatching(/^No problems/), stderr: '' });
  });

  test('nor do the files that it imports warn', async () => {
    await using repo = await fixtureRepo();
    await repo.write('package.json', '{"name":"records"}');
    const lib = './lib';
    await repo.write('lib/a.ts', "export const a: string = 'off';\n");
    await repo.write('lib/b.js', "export const b = 'off';\n");
    await repo.write('lib/c.js', "module.exports = 'off';\n");
    await repo.write(
      'docket.config.ts',
      `import { a } from '${lib}/a.ts';
import { b } from '${lib}/b.js';
import c from '${lib}/c.js';
export default { rules: { 'tags-form': a, 'title-form': b, 'title-length': c } };
`,
    );
    const run = await runDocket('lint', '--root', repo.root);
    expect(run).toEqual({ code: 0, stdout: expect.stringMatching(/^No problems/), stderr: '' });
  });

  test.each([
    ["{ rules: { 'status-knwon': 'off' } }", 'rules.status-knwon: there is no rule'],
    ["{ rules: { 'status-known': 'warn' } }", 'rules.status-known: expected `error`'],
    [
      "{ rules: { 'status-known': { severty: 'off' } } }",
      'rules.status-known.severty: unknown key',
    ],
    ["{ rules: { 'status-known': { options: { a: 1 } } } }", '`status-known` has no options'],
    ["{ pahts: { adr: 'decisions' } }", 'pahts: unknown key'],
    ["{ paths: { adr: '/decisions' } }", 'paths.adr: the path `/decisions` is outside the root'],
    ["{ templates: { spec: '../a.md' } }", 'templates.spec: the path `../a.md` is outside'],
    ["{ baseline: 'docs/../../b.json' }", 'baseline: the path'],
    ["{ paths: { adr: '' } }", 'paths.adr: expected a path inside the repository'],
    ['{ overrides: [{ files: [], rules: {} }] }', 'overrides.0.files'],
    ['nonsense', 'Cannot load docket.config.ts: nonsense is not defined'],
  ])('%s is refused with its place', async (config, message) => {
    await using repo = await fixtureRepo();
    await repo.write('docket.config.ts', `export default ${config};`);
    const run = await mainDocket(['lint', '--root', repo.root]);
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain('help: ');
    expect(run.code).toBe(2);
  });

  test('an import that leads nowhere is told as such', async () => {
    await using repo = await fixtureRepo();
    await repo.write('docket.config.ts', "import './nowhere.ts';\nexport default {};");
    const run = await mainDocket(['lint', '--root', repo.root]);
    expect(run.stderr).toContain('Cannot load docket.config.ts: Cannot find module');
    expect(run.stderr).toContain('help: correct the import');
  });

  test('without a default export it is refused', async () => {
    await using repo = await fixtureRepo();
    await repo.write('docket.config.ts', 'export const config = {};');
    const run = await mainDocket(['lint', '--root', repo.root]);
    expect(run.stderr).toContain('docket.config.ts has no default export');
  });
});

describe('disable comments', () => {
  const comment = (text: string) =>
    ({
      change: NEW_ADR,
      from: 'Sticky routing fails',
      to: `${text}\nADR 1 says sticky routing fails`,
    }) as const;

  test('silence the next line, with a reason', async () => {
    await using repo = await fixtureRepo([
      comment('<!-- docket-disable-next-line mention-form -- quoted from a mail -->'),
    ]);
    expect(await found(repo.root)).toEqual([]);
  });

  test('in frontmatter stand after a hash', async () => {
    await using repo = await fixtureRepo([
      {
        change: NEW_ADR,
        from: 'status: Accepted',
        to: '# docket-disable-next-line status-known -- imported\nstatus: Acepted',
      },
    ]);
    expect(await found(repo.root)).toEqual([]);
  });

  test.each([
    ['<!-- docket-disable-next-line mention-form -->', ['disable-reason', 'mention-form']],
    ['<!-- docket-disable-next-line mention-form -- -->', ['disable-reason', 'mention-form']],
    ['<!-- docket-disable-next-line -- why -->', ['disable-reason', 'mention-form']],
    ['<!-- docket-disable-next-line mention-from -- why -->', ['disable-reason', 'mention-form']],
    ['<!-- docket-disable-next-line tags-form -- why -->', ['disable-unused', 'mention-form']],
    ['<!-- docket-disable-next-line mention-form, tags-form -- why -->', ['disable-unused']],
  ])('%s leaves %j', async (text, rules) => {
    await using repo = await fixtureRepo([comment(text)]);
    expect((await found(repo.root)).map((line) => line.split(' ')[2])).toEqual(rules);
  });
});

test('a placeholder only warns while the decision is proposed', async () => {
  const patch = { change: NEW_ADR, from: '- 50 MB of memory more.', to: '- {cost}' } as const;
  await using accepted = await fixtureRepo([patch]);
  expect(await found(accepted.root)).toEqual([`${NEW_ADR}:64 error template-placeholders`]);
  await using proposed = await fixtureRepo([
    patch,
    { change: NEW_ADR, from: 'status: Accepted', to: 'status: Proposed' },
  ]);
  expect(await found(proposed.root)).toEqual([`${NEW_ADR}:64 warning template-placeholders`]);
});

test('disable comments work in documents and code, too', async () => {
  await using repo = await fixtureRepo();
  await repo.write(
    'src/a.ts',
    '// docket-disable-next-line marker-target -- of another repository\n// See ADR-077.\n// See ADR-078.\n',
  );
  await repo.write(
    'docs/guide.md',
    '# Guide\n\n<!-- docket-disable-next-line citation-target -->\n\nSee ADR-079.\n',
  );
  expect(await found(repo.root)).toEqual([
    'docs/guide.md:3 error disable-reason',
    'docs/guide.md:5 error citation-target',
    'src/a.ts:3 warning marker-target',
  ]);
});

test('templates stand where the configuration says', async () => {
  await using repo = await fixtureRepo([
    { rename: 'docs/adr/template.md', to: 'docs/templates/decision.md' },
    { change: NEW_ADR, from: '### Negative\n\n- 50 MB of memory more.\n\n', to: '' },
  ]);
  expect(await found(repo.root)).toEqual(['docs/adr/template.md:1 error template-present']);
  await repo.write(
    'docket.config.ts',
    "export default { templates: { adr: 'docs/templates/decision.md' } };",
  );
  expect(await found(repo.root)).toEqual([`${NEW_ADR}:62 error section-missing`]);
});

describe('the baseline', () => {
  const baseline = 'docket-baseline.json';
  const update = (root: string) => mainDocket(['lint', '--root', root, '--update-baseline']);

  test('hides what it knows, tells what is new, and only shrinks', async () => {
    await using repo = await fixtureRepo([badTag]);
    expect(await update(repo.root)).toEqual({
      code: 0,
      stdout: 'docket-baseline.json: 1 known finding, new file\n',
      stderr: '',
    });
    expect(await found(repo.root)).toEqual([]);

    const text = await readFile(path.join(repo.root, NEW_ADR), 'utf8');
    await repo.write(NEW_ADR, text.replace('status: Accepted', 'status: Acepted'));
    expect(await found(repo.root)).toEqual([`${NEW_ADR}:4 error status-known`]);
    expect(await update(repo.root)).toMatchObject({
      code: 1,
      stdout:
        'docket-baseline.json: 1 known finding, 1 before\nLeft out: 1 finding; a baseline only shrinks, and never covers security rules\n',
    });
    await repo.write(NEW_ADR, text);

    const old = await readFile(path.join(repo.root, OLD_ADR), 'utf8');
    await repo.write(OLD_ADR, old.replace('[Sessions]', '[sessions]'));
    expect(await found(repo.root)).toEqual([`${baseline}:4 warning baseline-unused`]);
    expect((await update(repo.root)).code).toBe(0);
    expect(await readFile(path.join(repo.root, baseline), 'utf8')).toBe(
      '{\n  "version": 1,\n  "findings": []\n}\n',
    );
    expect(await found(repo.root)).toEqual([]);
  });

  test('one that cannot be read is refused', async () => {
    await using repo = await fixtureRepo();
    await repo.write(baseline, '{"version": 2}');
    const run = await mainDocket(['lint', '--root', repo.root]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('Cannot read the baseline `docket-baseline.json`');
  });
});
