import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { GitRepo } from '../support/git-repo.ts';
import { stable } from '../support/judged.ts';
import { mainDocket } from '../support/main-docket.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';
import { runDocket } from '../support/run-docket.ts';

const callDocket = (cwd: string, ...argv: string[]) => mainDocket(argv, {}, cwd);

const FILES = { [SPEC]: specification(), [ADR]: decision(), [RECORD]: provenance() };
const LIE = provenance({
  artifacts: [
    [SPEC, 'Created'],
    [ADR, 'Modified'],
    ['src/missing.ts', 'Created'],
  ],
});

async function honest(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'a.txt': 'a' });
  await repo.commit('carry out', FILES);
  return repo;
}

async function lying(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'a.txt': 'a' });
  await repo.commit('carry out', { ...FILES, [RECORD]: LIE });
  return repo;
}

test('a record that tells the truth', async () => {
  const repo = await honest();
  const run = await callDocket(repo.root, 'verify');
  expect(run.stderr).toBe('');
  expect(run.code).toBe(0);
  expect(stable(run.stdout)).toMatchInlineSnapshot(`
    ".sdd/provenance/spec-0001-caching.provenance.md
      landed in <id> (direct) on 2026-03-05, for .sdd/specification/spec-0001-caching.md
      ✓ verified     Specification and record landed together
          3: \`.sdd/specification/spec-0001-caching.md\` added in <id> (blob <id>)
      ✓ verified     Executed <time>
          4: <id> committed <time>
      ✓ verified     \`.sdd/specification/spec-0001-caching.md\` Created
          23: added in <id> (blob <id>)
      ✓ verified     \`docs/adr/adr-001-caching.md\` Created
          24: added in <id> (blob <id>)
      ✓ verified     \`.sdd/provenance/spec-0001-caching.provenance.md\` Created
          25: added in <id> (blob <id>)
      ? unverifiable Step 1: Pass
          31: step 1 names no check, so pass is only what the record says

    6 claims in 1 record: 5 verified, 0 contradicted, 0 outdated, 1 unverifiable
    "
  `);
  const quiet = await callDocket(repo.root, 'verify', '--quiet');
  expect(quiet.stdout).not.toContain('verified     ');
});

test('a false row is contradicted, and the exit code says so, in the packaged command', async () => {
  const repo = await lying();
  const run = await runDocket('verify', '--root', repo.root, '--quiet');
  expect(run.code).toBe(1);
  expect(stable(run.stdout)).toMatchInlineSnapshot(`
    ".sdd/provenance/spec-0001-caching.provenance.md
      landed in <id> (direct) on 2026-03-05, for .sdd/specification/spec-0001-caching.md
      ✗ contradicted \`docs/adr/adr-001-caching.md\` Modified
          24: the file is new in the landing
          24: added in <id> (blob <id>)
          24: claim \`artifact:docs/adr/adr-001-caching.md\`
      ✗ contradicted \`src/missing.ts\` Created
          25: the landing does not add it
          25: in no commit up to <id>
          25: claim \`artifact:src/missing.ts\`
      ? unverifiable Step 1: Pass
          31: step 1 names no check, so pass is only what the record says

    6 claims in 1 record: 3 verified, 2 contradicted, 0 outdated, 1 unverifiable
    "
  `);
});

test('the JSON is what the reference promises', async () => {
  const repo = await lying();
  const run = await callDocket(repo.root, 'verify', '0001', '--format', 'json');
  expect(run.code).toBe(1);
  const { version, sources, records, summary } = JSON.parse(run.stdout);
  expect(version).toBe(2);
  expect(sources).toEqual([{ source: 'ours', title: 'Provenance records', files: 1, summary }]);
  expect(summary).toEqual({
    verified: 3,
    contradicted: 2,
    unverifiable: 1,
    outdated: 0,
    accepted: 0,
  });
  expect(records).toHaveLength(1);
  const [{ claims, landing, ...record }] = records;
  const agents = { claimed: 'worker', observed: [], gaps: [] };
  expect(record).toEqual({ source: 'ours', file: RECORD, spec: SPEC, notices: [], agents });
  const commit = await repo.git('rev-parse', 'HEAD');
  expect(landing).toEqual({
    commit,
    commits: [commit],
    kind: 'direct',
    date: '2026-03-05T12:06:00+00:00',
  });
  const short = claims.map((claim: Record<string, unknown>) => [
    ...['kind', 'id', 'line', 'verdict'].map((key) => claim[key]),
    claim['evidence'] === null,
    claim['reason'] === null,
  ]);
  expect(short).toEqual([
    ['landed-together', 'landed-together', 3, 'verified', false, true],
    ['executed', 'executed', 4, 'verified', false, true],
    ['artifact', `artifact:${SPEC}`, 23, 'verified', false, true],
    ['artifact', `artifact:${ADR}`, 24, 'contradicted', false, false],
    ['artifact', 'artifact:src/missing.ts', 25, 'contradicted', false, false],
    ['result', 'step:1', 31, 'unverifiable', true, false],
  ]);
  expect(claims[2].now).toEqual({ kind: 'same', path: SPEC, times: 0 });
  expect(claims[5].result).toEqual({ step: 1, claimed: 'pass', observed: null });
});

test('GitHub annotations name the line of the claim', async () => {
  const repo = await lying();
  const run = await callDocket(repo.root, 'verify', '--format', 'github');
  expect(run.code).toBe(1);
  expect(stable(run.stdout)).toMatchInlineSnapshot(`
    "::error file=.sdd/provenance/spec-0001-caching.provenance.md,line=24,col=1,endLine=24,endColumn=45,title=evidence-contradicted::Contradicted claim, \`docs/adr/adr-001-caching.md\` Modified: the file is new in the landing (added in <id> (blob <id>))%0Ahelp: correct the record, or accept the claim with \`docket accept RECORD "artifact:docs/adr/adr-001-caching.md" --reason "…"\`
    ::error file=.sdd/provenance/spec-0001-caching.provenance.md,line=25,col=1,endLine=25,endColumn=31,title=evidence-contradicted::Contradicted claim, \`src/missing.ts\` Created: the landing does not add it (in no commit up to <id>)%0Ahelp: correct the record, or accept the claim with \`docket accept RECORD "artifact:src/missing.ts" --reason "…"\`
    ::notice file=.sdd/provenance/spec-0001-caching.provenance.md,line=31,col=1,endLine=31,endColumn=42,title=evidence-unverifiable::Unverifiable claim, Step 1: Pass: step 1 names no check, so pass is only what the record says%0Ahelp: name a check for the step in the \`checks\` of the specification, if one fits
    2 errors and 1 note in 1 file
    "
  `);
});

test('SARIF has every claim that needs a look, at its line', async () => {
  const repo = await lying();
  const run = await callDocket(repo.root, 'verify', '--format', 'sarif');
  expect(run.code).toBe(1);
  const [{ results, tool }] = JSON.parse(run.stdout).runs;
  expect(tool.driver.name).toBe('docket');
  const short = results.map((result: (typeof results)[number]) => {
    const { region, artifactLocation } = result.locations[0].physicalLocation;
    return [result.ruleId, result.level, artifactLocation.uri, region.startLine];
  });
  expect(short).toEqual([
    ['evidence-contradicted', 'error', RECORD, 24],
    ['evidence-contradicted', 'error', RECORD, 25],
    ['evidence-unverifiable', 'note', RECORD, 31],
  ]);
});

test('an accepted claim stays visible with its reason, until it reads differently', async () => {
  const repo = await lying();
  const accept = (...more: string[]) => callDocket(repo.root, 'accept', RECORD, ...more);
  const reason = 'The tool that writes it was replaced before the commit: "see spec 2"';
  expect((await accept(`artifact:${ADR}`)).stderr).toContain('No reason given');
  expect((await accept('decision:ADR-009', '--reason', 'x')).code).toBe(2);
  expect((await accept('executed', '--reason', 'x')).stderr).toContain('not contradicted');
  const first = await accept('artifact:src/missing.ts', '--reason', reason);
  expect(first.stderr).toBe('');
  expect(first.code).toBe(0);
  expect((await accept('artifact:src/missing.ts', '--reason', 'x')).stderr).toContain('already');
  expect((await callDocket(repo.root, 'verify')).code).toBe(1);
  expect((await accept(`artifact:${ADR}`, '--reason', 'It was added and then changed')).code).toBe(
    0,
  );
  expect(await readFile(path.join(repo.root, '.sdd/accepted.yaml'), 'utf8')).toMatchInlineSnapshot(`
    "# Claims of provenance records that the history contradicts and a person has accepted.
    # Written by \`docket accept\`; who added an entry, and when, is in the history of this file.

    - record: ".sdd/provenance/spec-0001-caching.provenance.md"
      claim: "artifact:src/missing.ts"
      states: "\`src/missing.ts\` Created"
      reason: "The tool that writes it was replaced before the commit: \\"see spec 2\\""

    - record: ".sdd/provenance/spec-0001-caching.provenance.md"
      claim: "artifact:docs/adr/adr-001-caching.md"
      states: "\`docs/adr/adr-001-caching.md\` Modified"
      reason: "It was added and then changed"
    "
  `);

  const run = await callDocket(repo.root, 'verify', '--quiet');
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('accepted     `src/missing.ts` Created');
  expect(run.stdout).toContain(`accepted: ${reason}`);
  expect(run.stdout).toContain('2 contradicted (2 accepted)');
  expect(run.code).toBe(0);

  await repo.write({
    [RECORD]: LIE.replace('`src/missing.ts` | Created', '`src/missing.ts` | Modified'),
  });
  const changed = await callDocket(repo.root, 'verify');
  expect(changed.code).toBe(1);
  expect(changed.stderr).toContain(
    `warning: No contradicted claim of ${RECORD} matches the accepted \`artifact:src/missing.ts\``,
  );
});

test('a broken file of accepted claims is named with its line', async () => {
  const repo = await honest();
  await repo.write({ '.sdd/accepted.yaml': '# ok\n- record: a\n  claim: b\n' });
  const run = await callDocket(repo.root, 'verify');
  expect(run.code).toBe(2);
  expect(run.stderr).toMatch(
    /^docket: `\.sdd\/accepted\.yaml` must be a list of entries .* \(line 2\)/,
  );
});

test('--since keeps to the records that commits since a base have to do with', async () => {
  const repo = await honest();
  const base = await repo.git('rev-parse', 'HEAD');
  const spec = SPEC.replace('0001-caching', '0002-more');
  const record = RECORD.replace('0001-caching', '0002-more');
  await repo.commit('more', {
    [spec]: specification(),
    [record]: provenance({
      title: 'Provenance: Spec 0002 — More',
      spec,
      artifacts: [[spec, 'Created']],
    }),
  });
  const since = async (commit: string) => {
    const run = await callDocket(repo.root, 'verify', '--since', commit, '--format', 'json');
    return JSON.parse(run.stdout).records.map(({ file }: { file: string }) => file);
  };
  expect(await since(base)).toEqual([record]);
  expect(await since('HEAD')).toEqual([]);
  await repo.write({ [SPEC]: specification(['The decision stands']) });
  expect(await since('HEAD')).toEqual([RECORD]);
  const wrong = await callDocket(repo.root, 'verify', '--since', 'nowhere');
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('`nowhere` is not a branch or commit of this repository');
});

test('what cannot be verified for want of history ends with 2', async () => {
  const repo = await honest();
  await writeFile(path.join(repo.root, 'later.txt'), 'later');
  const shallow = await repo.clone('--depth=1');
  expect((await callDocket(shallow.root, 'verify')).code).toBe(2);

  const allowed = await callDocket(shallow.root, 'verify', '--allow-gaps');
  expect(allowed.code).toBe(0);
  expect(allowed.stderr).toBe(
    'Note: 6 claims were not verified: the clone is shallow and ends at the commit that brought the record in\n',
  );
  await repo.write({ [RECORD]: LIE });
  expect((await callDocket(repo.root, 'verify', '--allow-gaps')).code).toBe(1);

  const folder = await GitRepo.folder();
  await folder.write(FILES);
  const none = await callDocket(folder.root, 'verify');
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('Not in a Git repository');
  expect(none.stdout).toContain('0 verified, 0 contradicted');

  await folder.git('init', '--quiet');
  const empty = await callDocket(folder.root, 'verify', '--format', 'json');
  expect(empty.code).toBe(2);
  expect(JSON.parse(empty.stdout).records[0].landing).toBeNull();
});

test('no claim at all is said, with what was looked for', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { '.sdd/provenance/template.md': '# T\n' });
  const none = await callDocket(repo.root, 'verify');
  expect(none.code).toBe(0);
  expect(none.stdout).toContain('0 claims in 0 records');
  expect(none.stderr.replaceAll(repo.root, '<root>')).toMatchInlineSnapshot(`
    "No claims to verify: no provenance record in .sdd/provenance under <root>
    help: Docket looks there for Markdown files named like spec-NNNN-slug.provenance.md; to use another folder, set \`paths.provenance\` in docket.config.json
    "
  `);
  const required = await callDocket(repo.root, 'verify', '--require-claims', '--format', 'json');
  expect(required.code).toBe(1);
  expect(JSON.parse(required.stdout).records).toEqual([]);
  expect(required.stderr).toBe(none.stderr);

  await repo.commit('carry out', FILES);
  const some = await callDocket(repo.root, 'verify', '--require-claims');
  expect({ code: some.code, stderr: some.stderr }).toEqual({ code: 0, stderr: '' });
  const since = await callDocket(repo.root, 'verify', '--require-claims', '--since', 'HEAD');
  expect(since.code).toBe(1);
  expect(since.stderr).toMatchInlineSnapshot(`
    "No claims to verify: no commit since HEAD touches a provenance record
    help: leave out --since to verify every record
    "
  `);

  await repo.write({
    'docket.config.json': '{ "paths": { "provenance": "docs/provenance" } }\n',
    'docs/provenance/template.md': '# T\n',
  });
  const elsewhere = await callDocket(repo.root, 'verify');
  expect(elsewhere.code).toBe(0);
  expect(elsewhere.stderr).toContain('no provenance record in docs/provenance under');
});

test('a record that nobody knows is refused with the nearest', async () => {
  const repo = await honest();
  const run = await callDocket(repo.root, 'verify', RECORD.replace('caching', 'cachign'));
  expect(run.code).toBe(2);
  expect(run.stderr).toContain(`did you mean \`${RECORD}\`?`);
  expect((await callDocket(path.join(repo.root, '.sdd'), 'verify', '--root', '..')).code).toBe(0);
});

const TASKS = 'specs/001-login/tasks.md';

test('tasks of another tool are told by source, without any decision record', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'src/a.ts': 'a' });
  await repo.commit('work', {
    [TASKS]: '- [x] T001 Create src/login.ts\n- [x] T002 Create src/phantom.ts\n',
    'src/login.ts': 'login',
  });
  const run = await callDocket(repo.root, 'verify');
  expect(run.stderr).toBe('');
  expect(run.code).toBe(1);
  expect(stable(run.stdout)).toMatchInlineSnapshot(`
    "specs/001-login/tasks.md
      ✓ verified     T001 Create src/login.ts
          1: \`src/login.ts\` added in <id> (blob <id>)
      ✗ contradicted T002 Create src/phantom.ts
          2: named path not found
          2: \`src/phantom.ts\` is in no commit of any branch or tag
          2: claim \`task:T002\`

    2 claims in 1 file: 1 verified, 1 contradicted, 0 outdated, 0 unverifiable
    "
  `);
  const none = await callDocket(repo.root, 'verify', '--source', 'kiro');
  expect(none.code).toBe(0);
  expect(none.stderr).toContain('no file of kiro under');

  const reason = ['--reason', 'Written by hand'];
  expect((await callDocket(repo.root, 'accept', TASKS, 'task:T002', ...reason)).code).toBe(0);
  const accepted = await callDocket(repo.root, 'verify', '--format', 'json');
  expect(accepted.code).toBe(0);
  expect(accepted.stderr).toBe('');
  expect(JSON.parse(accepted.stdout).summary).toMatchObject({ contradicted: 1, accepted: 1 });
});

test('several sources have a heading each, and `--source` leaves out the others', async () => {
  const repo = await honest();
  await repo.commit('tasks', { [TASKS]: '- [x] T001 Create src/login.ts\n', 'src/login.ts': 'x' });
  const { stdout } = await callDocket(repo.root, 'verify', '--quiet');
  expect(stdout.split('\n').filter((line) => /^[A-Z].*: \d/.test(line))).toEqual([
    'Provenance records: 6 claims in 1 record: 5 verified, 0 contradicted, 0 outdated, 1 unverifiable',
    'Spec Kit: 1 claim in 1 file: 1 verified, 0 contradicted, 0 outdated, 0 unverifiable',
  ]);
  const only = await callDocket(repo.root, 'verify', '--source', 'spec-kit', '--format', 'json');
  const { sources, records } = JSON.parse(only.stdout);
  expect(sources.map(({ source }: { source: string }) => source)).toEqual(['spec-kit']);
  expect(records.map(({ file }: { file: string }) => file)).toEqual([TASKS]);
});
