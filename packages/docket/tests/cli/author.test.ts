import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { DAY, exampleRepo, NEW, OLD } from '../support/example-repo.ts';
import type { GitRepo } from '../support/git-repo.ts';

function docket(repo: GitRepo, ...argv: string[]) {
  return callDocket(argv, { cwd: repo.root, env: DAY });
}

function read(repo: GitRepo, file: string): Promise<string> {
  return readFile(path.join(repo.root, file), 'utf8');
}

describe('docket new', () => {
  test('writes the template with the next number, the title and the date', async () => {
    const repo = await exampleRepo();
    const run = await docket(repo, 'new', 'adr', 'Cache “pages” at the edge');
    expect(run).toEqual({
      code: 0,
      stdout: 'created docs/adr/adr-003-cache-pages-at-the-edge.md\n',
      stderr: 'Next: replace the placeholders in braces, then run `docket lint`\n',
    });
    const template = await read(repo, 'docs/adr/template.md');
    expect(await read(repo, 'docs/adr/adr-003-cache-pages-at-the-edge.md')).toBe(
      template
        .replace(/^title: .*$/m, 'title: "ADR-003: Cache “pages” at the edge"')
        .replace('YYYY-MM-DD', '2026-03-09'),
    );
    const spec = await docket(repo, 'new', 'spec', 'Cache pages', '--slug', 'edge');
    expect(spec.stdout).toBe('created .sdd/specification/spec-0002-edge.md\n');
    expect(await read(repo, '.sdd/specification/spec-0002-edge.md')).toContain(
      'title: "Spec 0002: Cache pages"',
    );
  });

  test('what is new has no errors, only what its author has still to write', async () => {
    const repo = await exampleRepo();
    await docket(repo, 'new', 'adr', 'Cache pages at the edge');
    const { code, stdout } = await docket(repo, 'lint', '--format', 'json');
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { file: string; rule: string; severity: string }[];
    };
    const fresh = diagnostics.filter(({ file }) => file.includes('adr-003'));
    const rules = [...new Set(fresh.map(({ rule }) => rule))];
    expect(rules).toEqual(['template-placeholders', 'tags-present', 'template-guidance']);
    expect(new Set(fresh.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(code).toBe(0);
  });

  test('passes over numbers of other branches, of remotes and of deleted records', async () => {
    const repo = await exampleRepo();
    await repo.git('switch', '--quiet', '-c', 'other');
    await repo.commit('Add', { 'docs/adr/adr-005-elsewhere.md': 'x' });
    await repo.commit('Delete', { 'docs/adr/adr-005-elsewhere.md': null });
    await repo.git('switch', '--quiet', 'main');
    const { stdout } = await docket(repo, 'new', 'adr', 'Title');
    expect(stdout).toBe('created docs/adr/adr-006-title.md\n');
    const clone = await repo.clone('--branch', 'main');
    expect((await docket(clone, 'new', 'adr', 'Title')).stdout).toBe(stdout);
  });

  test('says what is missing', async () => {
    const repo = await exampleRepo();
    const run = await docket(repo, 'new', 'adr');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toBe('docket: No title given\nhelp: run `docket new adr "Title"`\n');
    await repo.write({ 'docs/adr/template.md': null });
    expect((await docket(repo, 'new', 'adr', 'Title')).stderr).toContain(
      'The template `docs/adr/template.md` is missing',
    );
  });
});

describe('docket accept, reject and deprecate', () => {
  test('change the status, and the date where the decision is made', async () => {
    const repo = await exampleRepo();
    await docket(repo, 'new', 'adr', 'One');
    const made = await read(repo, 'docs/adr/adr-003-one.md');
    expect((await docket(repo, 'accept', '3')).stderr).toMatch(
      /^docket: `ADR-003` is not written yet\n {2}docs\/adr\/adr-003-one\.md:\d+:1: `\{Context/,
    );
    const before = made.replace(/\{[^{}\n]+\}/g, 'text');
    await repo.write({ 'docs/adr/adr-003-one.md': before });
    const run = await callDocket(['accept', '3', '--allow-dirty'], {
      cwd: repo.root,
      env: { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 2, 12) / 1000) },
    });
    expect(run).toEqual({ code: 0, stdout: 'changed docs/adr/adr-003-one.md\n', stderr: '' });
    expect(await read(repo, 'docs/adr/adr-003-one.md')).toBe(
      before.replace('status: Proposed', 'status: Accepted').replace('2026-03-09', '2026-03-12'),
    );
    const settled = await read(repo, NEW);
    expect((await docket(repo, 'deprecate', NEW)).code).toBe(0);
    expect(await read(repo, NEW)).toBe(settled.replace('status: Accepted', 'status: Deprecated'));
  });

  test('refuse what the life cycle does not allow, and names nobody has', async () => {
    const repo = await exampleRepo();
    expect((await docket(repo, 'reject', 'ADR-002')).stderr).toBe(
      'docket: `ADR-002` cannot go from `Accepted` to `Rejected`, only to `Deprecated`, `Superseded`\n' +
        'help: write a new record that refers to this one: `docket new adr`\n',
    );
    expect((await docket(repo, 'accept', 'ADR-003')).stderr).toBe(
      'docket: There is no decision `ADR-003`; give one such as `ADR-002`\n' +
        'help: `docket list` shows them all\n',
    );
    expect((await docket(repo, 'accept', 'adr-002-keep-sessions-in-reddis')).stderr).toContain(
      'did you mean `adr-002-keep-sessions-in-redis`?',
    );
    expect((await docket(repo, 'accept')).stderr).toContain('none can become Accepted at present');
  });

  test('refuse a file with uncommitted changes, unless told otherwise', async () => {
    const repo = await exampleRepo();
    const text = await read(repo, NEW);
    await repo.write({ [NEW]: `${text}\n` });
    const refused = await docket(repo, 'deprecate', '2');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`There are uncommitted changes in \`${NEW}\``);
    expect(await read(repo, NEW)).toBe(`${text}\n`);
    expect((await docket(repo, 'deprecate', '2', '--allow-dirty')).code).toBe(0);
  });
});

describe('docket supersede', () => {
  test('writes both sides, and nothing else', async () => {
    const repo = await exampleRepo();
    const before = await read(repo, NEW);
    const run = await docket(repo, 'supersede', 'ADR-002', 'Keep sessions in cookies');
    expect(run.stdout).toBe(
      `changed ${NEW}\ncreated docs/adr/adr-003-keep-sessions-in-cookies.md\n`,
    );
    const after = await read(repo, NEW);
    expect(after.replace('status: Superseded', 'status: Accepted')).toBe(
      before.replace(
        'supersedes: [ADR-001]\n',
        'supersedes: [ADR-001]\nsuperseded-by: [ADR-003]\n',
      ),
    );
    const successor = await read(repo, 'docs/adr/adr-003-keep-sessions-in-cookies.md');
    expect(successor).toContain('\nsupersedes: [ADR-002]\nsuperseded-by: []\n');
    const { stdout } = await docket(repo, 'lint', '--format', 'json');
    const rules = (JSON.parse(stdout).diagnostics as { rule: string }[]).map(({ rule }) => rule);
    expect(rules.filter((rule) => /^(?:supersession|relation|status)-/.test(rule))).toEqual([]);
  });

  test('replaces a section alone, and the old decision stands', async () => {
    const repo = await exampleRepo();
    const risks = ['--section', 'risks', '--section', 'Decision'];
    const run = await docket(repo, 'supersede', 'ADR-002', 'Keep sessions in two places', ...risks);
    expect(run.stderr).toContain('Next: write docs/adr/adr-003');
    const [old, successor] = [
      await read(repo, NEW),
      await read(repo, 'docs/adr/adr-003-keep-sessions-in-two-places.md'),
    ];
    expect(old).toContain('status: Accepted');
    expect(old).toContain(
      'superseded-by: [{ adr: ADR-003, sections: ["Consequences/Risks", "Decision"] }]\n',
    );
    expect(successor).toContain(
      'supersedes: [{ adr: ADR-002, sections: ["Consequences/Risks", "Decision"] }]\n',
    );
    const { stdout } = await docket(repo, 'lint', '--format', 'json');
    const rules = (JSON.parse(stdout).diagnostics as { rule: string }[]).map(({ rule }) => rule);
    expect(
      rules.filter((rule) => /^(?:supersession|relation|status|frontmatter)-/.test(rule)),
    ).toEqual([]);
    const typo = await docket(repo, 'supersede', '2', 'Anew', '--section', 'Risk', '--allow-dirty');
    expect(typo.stderr).toContain('`ADR-002` has no section `Risk`');
    expect(typo.stderr).toContain('did you mean `Risks`?');
  });

  test('refuses a record that has been superseded', async () => {
    const repo = await exampleRepo();
    const { code, stderr } = await docket(repo, 'supersede', '1', 'Title');
    expect(code).toBe(2);
    expect(stderr).toContain('`ADR-001` is `Superseded` already');
    expect(await repo.git('status', '--short')).toBe('');
  });
});

describe('docket renumber', () => {
  test('writes name, title, relations, links, paths and mentions, digits only', async () => {
    const repo = await exampleRepo();
    await repo.commit('Cite', {
      'src/app.ts': `// As ADR-002 says.\nconst id = 'ADR-002';\n// See ${NEW}\n`,
      'README.md': `[ADR-002](${NEW}) and ADR 002, not BADR-002 nor xadr-002-keep-sessions-in-redis.\n`,
    });
    const old = await read(repo, OLD);
    const own = await read(repo, NEW);
    const run = await docket(repo, 'renumber', '2', '10');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain(`renamed ${NEW} -> docs/adr/adr-010-keep-sessions-in-redis.md\n`);
    const moved = await read(repo, 'docs/adr/adr-010-keep-sessions-in-redis.md');
    expect(moved).toBe(own.replaceAll('ADR-002', 'ADR-010').replaceAll('adr-002-', 'adr-010-'));
    expect(await read(repo, OLD)).toBe(
      old.replaceAll('ADR-002', 'ADR-010').replaceAll('adr-002-', 'adr-010-'),
    );
    expect(await read(repo, 'src/app.ts')).toBe(
      "// As ADR-010 says.\nconst id = 'ADR-002';\n// See docs/adr/adr-010-keep-sessions-in-redis.md\n",
    );
    expect(await read(repo, 'README.md')).toBe(
      '[ADR-010](docs/adr/adr-010-keep-sessions-in-redis.md) and ADR 010, not BADR-002 nor xadr-002-keep-sessions-in-redis.\n',
    );
    expect((await docket(repo, 'lint', '--quiet')).stdout).toMatch(/^No problems in \d+ files\n$/);
  });

  test('of two records with one number moves what surely means the one named', async () => {
    const repo = await exampleRepo();
    const twin = 'docs/adr/adr-002-count-visits.md';
    const text = (await read(repo, NEW)).replace('Keep Sessions in Redis', 'Count Visits');
    await repo.commit('Clash', {
      [twin]: text,
      'README.md': `[ADR-002](${twin}), [ADR-002](${NEW})\n\nADR-002.\n`,
    });
    expect((await docket(repo, 'renumber', 'ADR-002')).stderr).toContain(
      '`ADR-002` names 2 records',
    );
    const run = await docket(repo, 'renumber', twin);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('Not changed: README.md:3: `ADR-002` may mean another record\n');
    expect(await read(repo, 'README.md')).toBe(
      `[ADR-003](docs/adr/adr-003-count-visits.md), [ADR-002](${NEW})\n\nADR-002.\n`,
    );
    expect(await read(repo, NEW)).toContain('title: "ADR-002: Keep Sessions in Redis"');
  });

  test('refuses a number that is or was in use', async () => {
    const repo = await exampleRepo();
    for (const [number, why] of [
      ['1', `is taken: \`${path.basename(OLD)}\` has it`],
      ['0', 'The number `000` is reserved'],
      ['2', 'The record already has the number `002`'],
      ['x', '`x` is not a number such as `025`'],
    ]) {
      const run = await docket(repo, 'renumber', '2', number ?? '');
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain(why);
    }
  });
});

test.each([
  ['new', 'adr', 'Title'],
  ['deprecate', '2'],
  ['supersede', '2', 'Title'],
  ['renumber', '2'],
])('%s … --dry-run prints the diff of what it would write', async (...argv) => {
  const repo = await exampleRepo();
  const { code, stdout, stderr } = await docket(repo, ...argv, '--dry-run');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(await repo.git('status', '--short')).toBe('');
  const child = promisify(execFile)('git', ['apply', '-'], { cwd: repo.root });
  child.child.stdin?.end(stdout);
  await child;
  const applied = await repo.git('add', '--all').then(() => repo.git('write-tree'));
  await repo.git('reset', '--quiet', '--hard');
  expect((await docket(repo, ...argv)).code).toBe(0);
  expect(await repo.git('add', '--all').then(() => repo.git('write-tree'))).toBe(applied);
});
