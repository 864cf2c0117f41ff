import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { DAY } from '../support/example-repo.ts';
import { type Files, GitRepo } from '../support/git-repo.ts';
import { mainDocket } from '../support/main-docket.ts';
import { atTerminal, CANCEL, DOWN, ENTER, NO, SPACE } from '../support/terminal.ts';
import { treeOf } from '../support/tree.ts';

const init = (repo: GitRepo, ...argv: string[]) => mainDocket(['init', ...argv], DAY, repo.root);
const read = (repo: GitRepo, file: string) => readFile(path.join(repo.root, file), 'utf8');

const nygard = (number: number, title: string, more = '') =>
  `# ${number}. ${title}\n\nDate: 2024-01-0${number}\n\n## Status\n\nAccepted\n\n## Context\n\nc ${more}\n\n## Decision\n\nd\n`;

/** A log in another form, with one broken link, and what a package on GitHub has. */
const FOREIGN: Files = {
  'doc/decisions/0001-cache.md': nygard(1, 'Cache', '[gone](gone.md)'),
  'doc/decisions/0002-queue.md': nygard(2, 'Queue'),
  'package.json': '{\n    "name": "x",\n    "scripts": { "test": "vitest" }\n}',
  '.github/CODEOWNERS': '* @team\n',
};

async function repository(files: Files): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', files);
  return repo;
}

async function assertDone(repo: GitRepo, ...argv: string[]): Promise<void> {
  const before = treeOf(repo.root);
  const again = await init(repo, ...argv);
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout).toMatch(/^Nothing to do$/m);
  expect(treeOf(repo.root)).toEqual(before);
}

describe('docket init --yes', () => {
  test('adds what fits, says it before, and has nothing to do the second time', async () => {
    const repo = await repository(FOREIGN);
    const { code, stdout, stderr } = await init(repo, '--yes');
    expect(stderr).toBe('Next: commit these files\n');
    expect(code).toBe(0);
    expect(
      stdout.replace(repo.root, 'ROOT').replaceAll(packageJson.version, 'VERSION'),
    ).toMatchInlineSnapshot(`
      "Root: ROOT, the top of the Git repository
      doc/decisions: 2 records, in a usual folder for decisions
      docket lint finds 1 warning
      create .github/workflows/decisions.yml
        +name: Decisions
        +
        +on: pull_request
        +
        +permissions:
        +  contents: read
        +
        +jobs:
        +  lint:
        +    name: Lint the decision records
        +    runs-on: ubuntu-latest
        +    timeout-minutes: 10
        +    steps:
        +      - uses: actions/checkout@v5
        +        with:
        +          persist-credentials: false
        +      - uses: actions/setup-node@v5
        +        with:
        +          node-version: 24
        +      - run: npx --yes docket@VERSION lint --format github
      change package.json
             "name": "x",
        -    "scripts": { "test": "vitest" }
        +    "scripts": { "test": "vitest", "lint:decisions": "npx --yes docket@VERSION lint", "new:decision": "npx --yes docket@VERSION new adr" }
         }
      create docket-baseline.json
        +{
        +  "version": 1,
        +  "findings": [
        +    {"rule":"link-target","file":"doc/decisions/0001-cache.md","message":"Unexpected link to \`gone.md\`, expected a file that exists","count":1}
        +  ]
        +}
      created .github/workflows/decisions.yml
      changed package.json
      created docket-baseline.json
      "
    `);
    expect(await read(repo, 'package.json')).toBe(
      '{\n    "name": "x",\n    "scripts": { "test": "vitest", "lint:decisions": "npx --yes docket@VERSION lint", "new:decision": "npx --yes docket@VERSION new adr" }\n}'.replaceAll(
        'VERSION',
        packageJson.version,
      ),
    );
    expect(await repo.git('status', '--short')).toBe(
      ' M package.json\n?? .github/workflows/\n?? docket-baseline.json',
    );
    const lint = await mainDocket(['lint'], {}, repo.root);
    expect(lint).toEqual({ code: 0, stdout: 'No problems in 2 files\n', stderr: '' });
    await assertDone(repo, '--yes');
    await assertDone(repo);
  });

  test('writes the baseline that lint would write', async () => {
    const repo = await repository(FOREIGN);
    await init(repo, '--with', 'baseline', '--yes');
    const written = await read(repo, 'docket-baseline.json');
    expect(await repo.git('status', '--short')).toBe('?? docket-baseline.json');
    await repo.write({ 'docket-baseline.json': null });
    await mainDocket(['lint', '--update-baseline'], {}, repo.root);
    expect(await read(repo, 'docket-baseline.json')).toBe(written);
    await assertDone(repo, '--with', 'baseline');
  });

  test('leaves alone what is there, and says what is left to do', async () => {
    const repo = await repository({
      ...FOREIGN,
      'docket-baseline.json': '{ "version": 1, "findings": [] }\n',
      '.github/workflows/decisions.yml': 'name: Something else\n',
      'package.json': '{ "scripts": { "lint:decisions": "mine", "new:decision": "mine" } }\n',
      '.remarkrc': 'plugins: [mine]\n',
    });
    const before = treeOf(repo.root);
    const run = await init(repo, '--yes');
    expect(treeOf(repo.root)).toEqual(before);
    expect(run.stdout).toContain(
      'Left to you: .github/workflows/decisions.yml exists and does something else; to lint there, add this\n    name: Decisions\n',
    );
    expect(run.stdout).toContain(
      'package.json has a script `new:decision` that does something else',
    );
    expect(run.stdout).toMatch(/^Nothing to do$/m);
    await repo.write({ '.github/workflows/ci.yml': '- run: pnpm docket lint --quiet\n' });
    expect((await init(repo, '--yes')).stdout).not.toContain('decisions.yml');
  });
});

describe('docket init', () => {
  test('shows everything and writes nothing without a terminal, and as a diff with --dry-run', async () => {
    const repo = await repository(FOREIGN);
    const before = treeOf(repo.root);
    const refused = await init(repo);
    expect(refused.code).toBe(2);
    expect(refused.stdout).toContain(
      'create .github/workflows/decisions.yml\n  +name: Decisions\n',
    );
    expect(refused.stderr).toBe(
      'docket: Nothing was written, because there is no terminal to ask on\nhelp: add `--yes` to write these files, or `--dry-run` to see the changes as a diff\n',
    );
    const dry = await init(repo, '--dry-run');
    expect(dry.code).toBe(0);
    expect(dry.stderr).toContain('doc/decisions: 2 records');
    expect(treeOf(repo.root)).toEqual(before);
    await init(repo, '--yes');
    const done = treeOf(repo.root);
    await repo.git('reset', '--quiet', '--hard');
    await repo.git('clean', '--quiet', '-d', '--force');
    await repo.write({ '../init.patch': dry.stdout });
    await repo.git('apply', '../init.patch');
    await repo.write({ '../init.patch': null });
    expect(treeOf(repo.root)).toEqual(done);
  });

  test('asks what to add, and once before it writes', async () => {
    const repo = await repository(FOREIGN);
    const answers = [
      ['What should be added?', `${SPACE}${DOWN}${DOWN}${SPACE}${ENTER}`],
      ['Write these files?', ENTER],
    ] as const;
    const run = await atTerminal(['init'], { cwd: repo.root, answers });
    expect(run.code).toBe(0);
    expect(await repo.git('status', '--short')).toBe(' M package.json');
    expect(run.stdout.indexOf('change package.json')).toBeLessThan(
      run.stdout.indexOf('Write these files?'),
    );
    expect(run.stdout).toContain('changed package.json');
  });

  test('writes nothing where the answer is no, or no answer', async () => {
    const repo = await repository(FOREIGN);
    const before = treeOf(repo.root);
    const add = ['What should be added?', ENTER] as const;
    const no = await atTerminal(['init'], {
      cwd: repo.root,
      answers: [add, ['Write these files?', NO]],
    });
    expect(no).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing was written\n') });
    const cancelled = await atTerminal(['init'], {
      cwd: repo.root,
      answers: [add, ['Write these files?', CANCEL]],
    });
    expect(cancelled).toMatchObject({ code: 2, stderr: expect.stringContaining('Cancelled') });
    expect(treeOf(repo.root)).toEqual(before);
  });

  test('of several folders takes the one that is chosen, with its findings', async () => {
    const repo = await repository({
      'docs/adr/0001-a.md': nygard(1, 'A', '[gone](gone.md)'),
      'docs/adr/0002-b.md': nygard(2, 'B'),
      'docs/decisions/0001-c.md': nygard(1, 'C', '[lost](lost.md)'),
      'docs/decisions/0002-d.md': nygard(2, 'D'),
    });
    const answers = [
      ['Which folders hold your decisions?', `${DOWN}${DOWN}${ENTER}`],
      ['What should be added?', ENTER],
      ['Write these files?', ENTER],
    ] as const;
    const run = await atTerminal(['init', '--with', 'baseline'], {
      cwd: repo.root,
      answers: answers.filter(([question]) => !question.startsWith('What')),
    });
    expect(run.stdout).toContain('Only docs/decisions (2 records)');
    expect(await read(repo, 'docket.config.json')).toBe(
      '{\n  "paths": {\n    "adr": "docs/decisions"\n  }\n}\n',
    );
    const baseline = await read(repo, 'docket-baseline.json');
    expect(baseline).toContain('`lost.md`');
    expect(baseline).not.toContain('gone.md');
    expect((await mainDocket(['lint'], {}, repo.root)).stdout).toBe('No problems in 2 files\n');
    await assertDone(repo, '--folder', './docs/decisions/', '--with', 'baseline');
  });
});

describe('docket init in a folder without records', () => {
  test('starts a log that lint has nothing to say of and new adds to', async () => {
    const repo = await repository({ 'a.txt': 'a\n' });
    const run = await init(repo, '--yes');
    expect(run.stdout).toContain('No decision records found\n');
    expect(run.stderr).toContain('then write a decision with `docket new adr "Title"`');
    expect(await repo.git('status', '--short')).toBe('?? docs/');
    expect(await mainDocket(['lint'], {}, repo.root)).toEqual({
      code: 0,
      stdout: 'No problems in 1 file\n',
      stderr: '',
    });
    const list = await mainDocket(['list'], {}, repo.root);
    expect(list.stdout).toBe('ADR-001   Accepted    2026-03-09  Record architecture decisions\n');
    await assertDone(repo, '--yes');
    const added = await mainDocket(['new', 'adr', 'Queue'], DAY, repo.root);
    expect(added).toMatchObject({ code: 0 });
    const [, file = ''] = /^created (.*)$/m.exec(added.stdout) ?? [];
    expect(await read(repo, file)).toMatch(/^date: 2026-03-09$[\s\S]*^# .*Queue$/m);
    expect((await mainDocket(['list'], {}, repo.root)).stdout).toContain('Queue');
  });

  test('asks first, and keeps a template that is there', async () => {
    const repo = await repository({ 'docs/adr/template.md': '# {Title}\n' });
    const no = await atTerminal(['init'], {
      cwd: repo.root,
      answers: [['Start a log of decisions in docs/adr?', NO]],
    });
    expect(no).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Nothing to do$/m) });
    await atTerminal(['init'], {
      cwd: repo.root,
      answers: [
        ['Start a log of decisions in docs/adr?', ENTER],
        ['What should be added?', ENTER],
        ['Write these files?', ENTER],
      ],
    });
    expect(await read(repo, 'docs/adr/template.md')).toBe('# {Title}\n');
    expect(await repo.git('status', '--short')).toBe(
      '?? docs/adr/adr-001-record-architecture-decisions.md',
    );
  });

  test.each([
    [{ '.adr-dir': 'doc/why\n' }, 'doc/why'],
    [{ 'doc/adr/README.md': 'Soon.\n' }, 'doc/adr'],
    [{ 'doc/adr/README.md': 'Soon.\n', 'adr/README.md': 'Or here.\n' }, 'docs/adr'],
  ])('starts it where the repository shows: %j', async (files, folder) => {
    const repo = await repository(files);
    await init(repo, '--yes');
    expect(Object.keys(treeOf(repo.root)).sort()).toEqual(
      [
        ...Object.keys(files),
        `${folder}/adr-001-record-architecture-decisions.md`,
        `${folder}/template.md`,
      ].sort(),
    );
    expect((await mainDocket(['list'], {}, repo.root)).stdout).toContain('Record architecture');
    await assertDone(repo, '--yes');
  });

  test('starts it in the folder that is named, which the configuration then says', async () => {
    const repo = await repository({ 'a.txt': 'a\n' });
    await init(repo, '--yes', '--folder', 'notes/why');
    expect(await read(repo, 'docket.config.json')).toContain('"adr": "notes/why"');
    expect((await mainDocket(['list'], {}, repo.root)).stdout).toContain('Record architecture');
    await assertDone(repo, '--yes');
  });
});

test('the strict profile is set with the folder and the template it needs', async () => {
  const repo = await repository({
    ...FOREIGN,
    'doc/decisions/adr-template.md': '# N. {Title}\n\n## Status\n\n## Context\n\n## Decision\n',
    'docket.config.json': '{\n  // Ours.\n  "rules": { "link-target": "off" }\n}\n',
  });
  const run = await init(repo, '--profile', 'strict', '--with', 'baseline', '--yes');
  expect(run).toMatchObject({ code: 0 });
  expect(await read(repo, 'docket.config.json')).toBe(
    '{\n  // Ours.\n  "rules": { "link-target": "off" },\n  "paths": {\n    "adr": "doc/decisions"\n  },\n  "templates": {\n    "adr": "doc/decisions/adr-template.md"\n  },\n  "profile": "strict"\n}\n',
  );
  expect((await mainDocket(['lint'], {}, repo.root)).stdout).toMatch(
    /^No problems in \d+ files\n$/,
  );
  await assertDone(repo, '--profile', 'strict', '--with', 'baseline');
});

test.each([
  [{}, ['--profile', 'strict'], 'There are no records yet to be held to a template'],
  [FOREIGN, ['--profile', 'strict'], 'holds records to a template, and doc/decisions has none'],
  [FOREIGN, ['--folder', 'nowhere'], 'none of the folders nowhere, '],
  [FOREIGN, ['--folder', '../elsewhere'], 'The folder `../elsewhere` is outside the root'],
  [FOREIGN, ['--with', 'editor'], 'run `npm install --save-dev docket` first'],
  [{}, ['--with', 'scripts'], '`scripts` cannot be added: There is no package.json'],
  [{ 'package.json': '{\n  "a": 1,\n}\n' }, [], 'package.json:3:1: not valid JSON: property name'],
  [
    { 'package.json': '{\n  "scripts": "x"\n}\n' },
    [],
    'package.json:2:14: `scripts`: unexpected string, expected an object',
  ],
  [{ 'package.json/x': 'x' }, [], 'package.json: '],
  [{ '.github': 'a file\n' }, ['--with', 'workflow'], 'nothing was changed'],
] as const)('%j with %j is refused, and nothing is written', async (files, argv, message) => {
  const repo = await repository({ 'a.txt': 'a\n', ...files });
  const before = treeOf(repo.root);
  const run = await init(repo, '--yes', ...argv);
  expect(run.stderr).toContain(message);
  expect(run.stderr).toContain('\nhelp: ');
  expect(run.code).toBe(2);
  expect(treeOf(repo.root)).toEqual(before);
});

test('the editor gets the preset, the extension and the schema, and its comments stay', async () => {
  const settings = '{\r\n  // Ours.\r\n  "editor.tabSize": 2, // Two.\r\n}\r\n';
  const repo = await repository({
    ...FOREIGN,
    'package.json': '{ "devDependencies": { "docket": "^0.1.0" } }\n',
    '.vscode/settings.json': settings,
    '.vscode/extensions.json': '{ "recommendations": ["a.b"] }\n',
  });
  await init(repo, '--with', 'editor', '--with', 'scripts', '--yes');
  expect(await read(repo, '.vscode/settings.json')).toBe(
    settings.replace(
      '\r\n}',
      '\r\n  "json.schemas": [\r\n    {\r\n      "fileMatch": [\r\n        "/docket.config.json"\r\n      ],\r\n      "url": "./node_modules/docket/schemas/config.schema.json"\r\n    }\r\n  ],\r\n  "remark.requireConfig": true,\r\n}',
    ),
  );
  expect(await read(repo, '.vscode/extensions.json')).toBe(
    '{ "recommendations": ["a.b", "unifiedjs.vscode-remark"] }\n',
  );
  expect(await read(repo, '.remarkrc.mjs')).toContain("from 'docket/remark'");
  expect(await read(repo, 'package.json')).toContain('"lint:decisions": "docket lint"');
  await assertDone(repo, '--with', 'editor', '--with', 'scripts');
});

test.each([
  [
    'package-lock.json',
    '      - run: npm ci\n      - run: npx docket lint --format github\n',
    false,
  ],
  [
    'pnpm-lock.yaml',
    '          node-version: 24\n      - run: npx docket lint --format github\n',
    true,
  ],
])(
  'where package.json lists Docket, the workflow runs that version: %s',
  async (lock, steps, isLeft) => {
    const repo = await repository({
      ...FOREIGN,
      [lock]: '{}\n',
      'package.json': '{ "devDependencies": { "docket": "^0.1.0" } }\n',
    });
    const { stdout } = await init(repo, '--with', 'workflow', '--yes');
    expect(await read(repo, '.github/workflows/decisions.yml')).toContain(steps);
    const left = 'package.json says which version of Docket is installed: add a step';
    expect(stdout.includes(left)).toBe(isLeft);
  },
);

test('a folder of a repository gets no workflow where GitHub would not read it', async () => {
  const repo = await repository({
    '.github/CODEOWNERS': '* @team\n',
    'svc/a "b"/docs/adr/0001-a.md': nygard(1, 'A'),
    'svc/a "b"/docs/adr/0002-b.md': nygard(2, 'B'),
  });
  const root = path.join(repo.root, 'svc/a "b"');
  const run = await mainDocket(['init', '--root', '.', '--with', 'workflow', '--yes'], {}, root);
  expect(run.stdout).toContain(`Git: a folder of ${repo.root}\n`);
  expect(run.stdout).toContain('Left to you: GitHub reads workflows only at the top');
  expect(run.stdout).toContain('working-directory: "svc/a \\"b\\""\n');
  expect(run.stdout).toMatch(/^Nothing to do$/m);
  expect(await repo.git('status', '--short')).toBe('');
});

test('outside a repository there is no workflow, and everything else as inside', async () => {
  const folder = await GitRepo.folder();
  await folder.write({ 'package.json': '{}\n' });
  const refused = await init(folder, '--with', 'workflow', '--yes');
  expect(refused.stderr).toContain('is in no Git repository\nhelp: run `git init` first\n');
  const run = await init(folder, '--yes');
  expect(run.stdout).toContain('Git: not in a repository\n');
  expect(Object.keys(treeOf(folder.root)).sort()).toEqual([
    'docs/adr/adr-001-record-architecture-decisions.md',
    'docs/adr/template.md',
    'package.json',
  ]);
  await assertDone(folder, '--yes');
});

test('names of files and texts cannot forge what is printed', async () => {
  const repo = await repository({
    'docs/adr/0001-\u001b[2Ja\nok.md': nygard(1, 'A', '[x](gone\u202e.md)'),
    'docs/adr/0002-b.md': nygard(2, 'B', '[x](<gone\u001b]8;;y.md>)'),
    'docs/\u001b[31mdecisions/0001-c.md': nygard(1, 'C'),
  });
  const run = await init(repo, '--yes', '--with', 'baseline');
  expect(run.code).toBe(0);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that would act on the terminal
  expect(run.stdout + run.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(run.stdout).toContain('Left to you: 2 findings of security rules');
  await assertDone(repo, '--with', 'baseline');
});
