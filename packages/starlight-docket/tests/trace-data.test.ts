import { expect, test } from 'vitest';
import {
  SPEC as EXAMPLE_SPEC,
  NEW_ADR,
  PROVENANCE,
} from '../../docket/src/rules/support/example-base.ts';
import { GitRepo } from '../../docket/tests/support/git-repo.ts';
import {
  ADR,
  decision,
  provenance,
  RECORD,
  SPEC,
  specification,
} from '../../docket/tests/support/records.ts';
import { findingsOf } from '../views/evidence/findings.ts';
import { plainPieces } from '../views/evidence/rich-text.ts';
import { cutIntoPages, offeredPages, pathOfPage } from '../views/paging.ts';
import { coverageOf, coverageWords } from '../views/trace/coverage.ts';
import { toCsv } from '../views/trace/csv.ts';
import { TRACE_COLUMNS, traceJson, traceRows } from '../views/trace/export.ts';
import { byFolder, fileTraces, fileView } from '../views/trace/files.ts';
import { missingOf } from '../views/trace/missing.ts';
import { pathsOf } from '../views/trace/pages.ts';
import { inEnglish } from '../words/english.ts';
import { exampleContext, only } from './site-context.ts';
import { evidenceContext } from './support/evidence-context.ts';

const CHECKED = 'checks:\n  1:\n    file-exists: docs/adr/adr-001-caching.md\n';

/** A contradicted, an accepted, an outdated, an unverifiable and an undeclared thing in one repository. */
async function repository(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', {
    [SPEC]: specification(['The decision exists', 'It reads well', 'It is short'], CHECKED),
    [ADR]: decision('ADR-001: Caching', 'See `docs/guide.md` and `infra/cache/`.').replace(
      'title: "ADR-001: Caching"',
      'title: "ADR-001: Caching"\nspec: SPEC-0001',
    ),
    'src/secret.ts': 'x\n',
    [RECORD]: provenance({
      artifacts: [
        [SPEC, 'Created'],
        [ADR, 'Created'],
        [RECORD, 'Created'],
        ['docs/guide.md', 'Created'],
        ['docs/old.md', 'Deleted'],
      ],
      results:
        '| # | Step | Result | Details |\n| - | - | - | - |\n| 1 | The decision exists | Pass | seen |\n| 2 | It reads well | Pass | read |\n| 3 | It is short | Pass | read |',
    }),
  });
  await repo.commit('reword', {
    [SPEC]: specification(['The decision exists', 'It reads well', 'It is under a page'], CHECKED),
    '.sdd/accepted.yaml': `- record: ${RECORD}\n  claim: artifact:docs/old.md\n  states: "\`docs/old.md\` Deleted"\n  reason: It never landed.\n`,
  });
  return repo;
}

test('findings name what does not hold, what nobody declared and what was let stand, each with its place', async () => {
  const { root } = await repository();
  const findings = findingsOf(await evidenceContext(root));
  const page = '/base/provenance/spec-0001-caching/#';
  expect(
    findings.rows.map(({ kind, url, accepted, details }) => [kind, url, accepted, details]),
  ).toEqual([
    ['contradicted', `${page}claim-artifact-docs-guide-md`, undefined, []],
    ['undeclared', `${page}notice-1`, undefined, ['src/secret.ts']],
    ['outdated', `${page}claim-step-3`, undefined, []],
    ['accepted', `${page}claim-artifact-docs-old-md`, 'It never landed.', []],
  ]);
  expect(findings.rows.map(({ reason }) => plainPieces(reason))).toEqual([
    'the landing does not add it',
    '',
    'the result answers an earlier wording',
    'the landing does not delete it',
  ]);
  expect(findings.judged).toBe(1);
  expect(findings.history).toMatchObject({ kind: 'known', commits: 3 });
  expect(findings.open).toEqual([
    { words: 'only the record’s word: no check is named that could decide', count: 1 },
  ]);
});

test('what task lists of other tools claim and is not there stands among them', async () => {
  const repo = await repository();
  const tasks = '# Tasks\n\n- [x] T001 Write the loader in `src/loader/phantom.ts`\n';
  await repo.commit('Tick', { 'specs/001-loader/tasks.md': tasks });
  const context = { ...(await evidenceContext(repo.root)), repository: 'https://example.org/a' };
  const { rows, files } = findingsOf(context);
  const ours = rows.filter(({ record }) => record !== undefined);
  const others = rows.filter(({ record }) => record === undefined);
  expect(ours).toHaveLength(4);
  expect(others).toMatchObject([
    {
      kind: 'contradicted',
      file: { path: 'specs/001-loader/tasks.md', line: 3 },
      url: '/base/specs/spec-kit/001-loader/trace/#task-t001',
    },
  ]);
  expect(plainPieces(others[0]?.text ?? [])).toContain('src/loader/phantom.ts');
  expect(files).toMatchObject({ count: 1, standing: { total: 1, worst: 'contradicted' } });
});

test('without a history there are no findings, and the page has the reason', () => {
  const findings = findingsOf(exampleContext());
  expect(findings.rows).toEqual([]);
  expect(findings.judged).toBe(0);
  expect(findings.history).toMatchObject({ reason: 'the records are not in a Git repository' });
});

test('coverage counts what is claimed and what was observed', async () => {
  const { root } = await repository();
  const context = await evidenceContext(root);
  const coverage = coverageOf(context, only(context.corpus.specs));
  expect(coverage && coverageWords(inEnglish, coverage)).toBe('3 of 3 steps claimed, 1 observed');
  expect(coverage?.verified).toBe(1);
  const bare = exampleContext({ remove: PROVENANCE });
  const none = coverageOf(bare, only(bare.corpus.specs));
  expect(none && coverageWords(inEnglish, none)).toBe('0 of 2 steps claimed, 0 observed');
});

test('every break of the trace is named once, by kind', () => {
  const kinds = (...patches: Parameters<typeof exampleContext>) => {
    return missingOf(exampleContext(...patches)).map(({ kind, ref }) => [kind, ref.label]);
  };
  expect(kinds()).toEqual([['not-ordered', 'ADR-001']]);
  expect(kinds({ remove: PROVENANCE })).toEqual([
    ['never-executed', 'Spec 0001'],
    ['not-ordered', 'ADR-001'],
  ]);
  expect(kinds({ remove: EXAMPLE_SPEC })).toEqual([
    ['no-specification', 'Provenance 0001'],
    ['not-ordered', 'ADR-001'],
    ['not-ordered', 'ADR-002'],
  ]);
  expect(kinds({ change: NEW_ADR, from: 'spec: SPEC-0001\n', to: '' })).toContainEqual([
    'names-nothing',
    'Spec 0001',
  ]);
});

test('a file leads to the executions that touched it and the records that cite it', async () => {
  const { root } = await repository();
  const context = await evidenceContext(root, 'https://code.example.org/x');
  const traces = fileTraces(context);
  expect(
    traces.map(({ path, touches, citedBy }) => [
      path,
      touches.map(({ status, verdict }) => [status, verdict]),
      citedBy.map(({ id }) => id),
    ]),
  ).toEqual([
    [RECORD, [['Created', 'verified']], []],
    [SPEC, [['Created', 'verified']], ['PROVENANCE-0001']],
    ['docs/guide.md', [['Created', 'contradicted']], ['ADR-001', 'PROVENANCE-0001']],
    ['docs/old.md', [['Deleted', 'accepted']], ['PROVENANCE-0001']],
    [ADR, [['Created', 'verified']], ['PROVENANCE-0001']],
    ['infra/cache/', [], ['ADR-001']],
  ]);
  const guide = traces.find(({ path }) => path === 'docs/guide.md');
  const view = guide && fileView(context, guide);
  expect(view).toMatchObject({ url: undefined, isHere: false, more: { touches: 0, citedBy: 0 } });
  expect(view?.touches[0]).toMatchObject({
    spec: { label: 'Spec 0001' },
    provenance: { label: 'Provenance 0001' },
    decisions: [{ label: 'ADR-001' }],
  });
  expect(byFolder(traces).map(({ folder, files }) => [folder, files.length])).toEqual([
    ['.sdd/provenance/', 1],
    ['.sdd/specification/', 1],
    ['docs/', 2],
    ['docs/adr/', 1],
    ['infra/', 1],
  ]);
});

test('a row names no more records than its limit, however many there are', () => {
  const context = exampleContext();
  const [trace] = fileTraces(context);
  const [touch] = fileTraces(context).flatMap(({ touches }) => touches);
  if (!trace || !touch) throw new Error('The example has artifacts');
  const many = { ...trace, touches: Array.from({ length: 40 }, () => touch) };
  const view = fileView(context, many);
  expect(view.touches).toHaveLength(12);
  expect(view.more.touches).toBe(28);
});

test('the trace as data says what was claimed and what was observed', async () => {
  const { root } = await repository();
  const context = await evidenceContext(root);
  const json = traceJson(context);
  const execution = only(only(json.specifications).executions);
  expect(execution.claims).toMatchObject({ contradicted: 1, accepted: 1, outdated: 1 });
  expect(
    execution.steps.map(({ claimed, observed, verdict }) => [claimed, observed, verdict]),
  ).toEqual([
    ['pass', 'pass', 'verified'],
    ['pass', null, 'unverifiable'],
    ['pass', null, 'outdated'],
  ]);
  expect(json.files).toContainEqual({
    path: 'infra/cache/',
    touched: [],
    governedBy: [],
    names: [],
    citedBy: [ADR],
  });
  expect(JSON.stringify(traceJson(await evidenceContext(root)))).toBe(JSON.stringify(json));

  const [header, ...rows] = traceRows(context);
  expect(header).toEqual([...TRACE_COLUMNS]);
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => row.length === TRACE_COLUMNS.length)).toBe(true);
  expect(rows[0]?.slice(5, 11)).toEqual([
    1,
    'The decision exists',
    'pass',
    'pass',
    'pass',
    'verified',
  ]);
});

test('what has no specification and what was never executed has rows of its own', () => {
  const rows = (...patches: Parameters<typeof exampleContext>) =>
    traceRows(exampleContext(...patches))
      .slice(1)
      .map((row) => [row[0], row[2], row[3], row[5]]);
  expect(rows({ remove: PROVENANCE })).toEqual([
    ['SPEC-0001', 'ADR-002', '', 1],
    ['SPEC-0001', 'ADR-002', '', 2],
    ['', 'ADR-001', '', ''],
  ]);
  expect(rows({ remove: EXAMPLE_SPEC })).toEqual([
    ['', 'ADR-001', '', ''],
    ['', 'ADR-002', '', ''],
    ['', '', PROVENANCE, ''],
  ]);
});

test('a text that a spreadsheet would run is marked as text, and cells are quoted where they must', () => {
  expect(
    toCsv([
      ['=1+2', '+x', '-x', '@x', ' =1', '\t=1', '＝1'],
      ['a,b', 'say "no"', 'two\nlines', -3, 'plain - text', '', "it's"],
    ]),
  ).toBe(
    "'=1+2,'+x,'-x,'@x,' =1,'\t=1,'＝1\r\n" +
      '"a,b","say ""no""","two\nlines",-3,plain - text,,it\'s\r\n',
  );
});

test('long lists are cut into pages whose links stay few', () => {
  const pages = cutIntoPages(
    Array.from({ length: 1001 }, (_, index) => index),
    '/trace/files/',
    100,
  );
  expect(pages).toHaveLength(11);
  expect(pages.at(-1)).toMatchObject({ number: 11, items: [1000], from: 1001, total: 1001 });
  expect(
    pathsOf(pages)
      .map(({ params }) => params.page)
      .slice(0, 3),
  ).toEqual([undefined, '2', '3']);
  expect(pathOfPage('/trace/', 1)).toBe('/trace/');
  expect(pathOfPage('/trace/', 4)).toBe('/trace/4/');
  expect(offeredPages({ number: 6, count: 11 })).toEqual([
    1,
    undefined,
    4,
    5,
    6,
    7,
    8,
    undefined,
    11,
  ]);
  expect(offeredPages({ number: 1, count: 500 })).toEqual([1, 2, 3, undefined, 500]);
  expect(cutIntoPages([], '/findings/', 100)).toMatchObject([{ number: 1, count: 1, items: [] }]);
});
