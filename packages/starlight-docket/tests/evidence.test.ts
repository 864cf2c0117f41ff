import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { gatePlugin } from '../../docket/src/records/gate.ts';
import { callDocket } from '../../docket/tests/support/call-docket.ts';
import { GitRepo } from '../../docket/tests/support/git-repo.ts';
import {
  ADR,
  decision,
  provenance,
  RECORD,
  SPEC,
  specification,
} from '../../docket/tests/support/records.ts';
import { orderPlugin, verdictsPlugin } from '../markdown/verdicts.ts';
import { fateHtml, piecesHtml } from '../views/evidence/markup.ts';
import {
  decisionEvidence,
  type RecordEvidence,
  recordEvidence,
} from '../views/evidence/record-evidence.ts';
import { plainPieces } from '../views/evidence/rich-text.ts';
import type { EvidenceContext } from '../views/evidence/site-evidence.ts';
import { standingWords } from '../views/evidence/verdict-view.ts';
import { validationsOf } from '../views/validation.ts';
import { inEnglish } from '../words/english.ts';
import { exampleContext, only } from './site-context.ts';
import { evidenceContext } from './support/evidence-context.ts';

const LIE = 'docs/guide.md';
const CHECKED = 'checks:\n  1:\n    file-exists: docs/adr/adr-001-caching.md\n';

/** A repository in which one record claims a file that its landing does not hold, and one step was reworded. */
async function repository(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', {
    [SPEC]: specification(['The decision exists', 'It reads well', 'It is short'], CHECKED),
    [ADR]: decision(),
    [RECORD]: provenance({
      artifacts: [
        [SPEC, 'Created'],
        [ADR, 'Created'],
        [RECORD, 'Created'],
        [LIE, 'Created'],
      ],
      results:
        '| # | Step | Result | Details |\n| - | - | - | - |\n| 1 | The decision exists | Pass | seen |\n| 2 | It reads well | Pass | read |\n| 3 | It is short | Pass | <b>read</b> |',
    }),
  });
  await repo.commit('reword', {
    [SPEC]: specification(['The decision exists', 'It reads well', 'It is under a page'], CHECKED),
    [ADR]: decision('ADR-001: Caching', 'We cache more.'),
  });
  return repo;
}

function judged(context: EvidenceContext): Extract<RecordEvidence, { kind: 'judged' }> {
  const evidence = recordEvidence(context, only(context.corpus.provenances));
  if (evidence?.kind !== 'judged') throw new Error(`Not judged: ${JSON.stringify(evidence)}`);
  return evidence;
}

const named = (evidence: ReturnType<typeof judged>) =>
  Object.fromEntries(evidence.claims.map(({ anchor, verdict }) => [anchor, verdict.name]));

test('every claim has a place, a verdict and what became of its file', async () => {
  const { root } = await repository();
  const context = await evidenceContext(root);
  const evidence = judged(context);
  expect(named(evidence)).toEqual({
    'claim-landed-together': 'verified',
    'claim-executed': 'verified',
    'claim-artifact-sdd-specification-spec-0001-caching-md': 'verified',
    'claim-artifact-docs-adr-adr-001-caching-md': 'verified',
    'claim-artifact-sdd-provenance-spec-0001-caching-provenance-md': 'verified',
    'claim-artifact-docs-guide-md': 'contradicted',
    'claim-step-1': 'verified',
    'claim-step-2': 'unverifiable',
    'claim-step-3': 'outdated',
  });
  expect(standingWords(inEnglish, evidence.standing)).toBe(
    '6 of 9 claims verified, 1 contradicted, 1 outdated, 1 unverifiable',
  );
  expect(evidence.standing.worst).toBe('contradicted');
  expect(evidence.claims.map(({ now }) => now && fateHtml(inEnglish, now))).toEqual([
    undefined,
    undefined,
    'changed once',
    'changed once',
    'same',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(evidence.landing).toMatchObject({ manner: 'directly', subject: 'Cache', url: undefined });
});

test('links are pinned to the landing where the repository is known, and there are none elsewhere', async () => {
  const repo = await repository();
  await repo.move(ADR, 'docs/adr/adr-001-cached.md');
  await repo.commit('rename');
  const bare = judged(await evidenceContext(repo.root));
  expect(bare.claims.map(({ pinned }) => pinned).filter(Boolean)).toEqual([]);
  const context = await evidenceContext(repo.root, 'https://code.example.org/x');
  const landing = await repo.git('rev-parse', 'HEAD~2');
  const { claims } = judged(context);
  const adr = claims.find(({ anchor }) => anchor === 'claim-artifact-docs-adr-adr-001-caching-md');
  expect(adr?.pinned?.url).toBe(`https://code.example.org/x/blob/${landing}/${ADR}`);
  expect(adr?.now && fateHtml(inEnglish, adr.now)).toBe(
    'changed once and renamed to <code>docs/adr/adr-001-cached.md</code>',
  );
  expect(piecesHtml(adr?.verdict.seen ?? [])).toContain(
    `href="https://code.example.org/x/commit/${landing}"`,
  );
});

test('an accepted claim stays contradicted, is told apart and gives the reason', async () => {
  const repo = await repository();
  await repo.write({
    '.sdd/accepted.yaml': `- record: ${RECORD}\n  claim: artifact:${LIE}\n  states: "\`${LIE}\` Created"\n  reason: It was in a draft.\n`,
  });
  const claim = judged(await evidenceContext(repo.root)).claims.find(
    ({ verdict }) => verdict.name === 'accepted',
  );
  expect(claim?.verdict.word).toBe('Contradicted, accepted');
  expect(claim?.verdict.accepted).toBe('It was in a draft.');
  await repo.write({ '.sdd/accepted.yaml': '- nonsense\n' });
  const { evidence } = await evidenceContext(repo.root);
  expect(evidence.acceptedProblem).toMatch(/^`\.sdd\/accepted\.yaml` must be a list/);
  expect(evidence.judged[0]?.claims.some(({ accepted }) => accepted !== undefined)).toBe(false);
});

test('without Git, in a shallow clone and in a broken repository nothing is claimed to hold', async () => {
  const unknown = async (root: string) => {
    const context = await evidenceContext(root);
    const evidence = recordEvidence(context, only(context.corpus.provenances));
    return evidence?.kind === 'unknown' ? evidence.reason : undefined;
  };
  const repo = await repository();
  const shallow = await repo.clone('--depth', '1');
  expect(await unknown(shallow.root)).toBe(
    'the clone is shallow and ends at the commit that brought the record in',
  );
  await rm(path.join(repo.root, '.git/objects'), { recursive: true });
  expect(await unknown(repo.root)).toMatch(/^(?:Git could not read|the records are not in a Git)/);
  await rm(path.join(repo.root, '.git'), { recursive: true });
  expect(await unknown(repo.root)).toBe('the records are not in a Git repository');
});

test('a decision shows what its provenance claims about it', async () => {
  const { root } = await repository();
  const context = await evidenceContext(root);
  const about = only(decisionEvidence(context, only(context.corpus.adrs)));
  expect(about.record.label).toBe('Provenance 0001');
  expect(about.claims.map(({ claim }) => plainPieces(claim))).toEqual([`${ADR} Created`]);
});

test('a specification shows claimed and observed side by side', async () => {
  const { root } = await repository();
  const context = await evidenceContext(root);
  const [validation] = validationsOf(context, only(context.corpus.specs));
  expect(
    validation?.rows.map(({ outcome, observed, verdict }) => [
      outcome,
      observed?.words,
      verdict?.word,
    ]),
  ).toEqual([
    ['pass', 'Passed at the landing', 'Verified'],
    ['pass', undefined, 'Unverifiable'],
    ['pass', undefined, 'Outdated'],
  ]);
  const bare = exampleContext();
  const [unheld] = validationsOf(bare, only(bare.corpus.specs));
  expect(unheld?.unheld).toBe('the records are not in a Git repository');
  expect(unheld?.rows.every(({ verdict }) => verdict === undefined)).toBe(true);
});

test('what passed at the landing and what passes now are told apart, and no command is run', async () => {
  const repo = await repository();
  await repo.write({ [ADR]: null });
  const checks = `${CHECKED}  2:\n    command: reads\n`;
  await repo.write({
    [SPEC]: specification(['The decision exists', 'It reads well', 'It is under a page'], checks),
    'docket.config.ts': "export default { checks: { reads: { argv: ['touch', 'ran'] } } };\n",
  });
  const context = await evidenceContext(repo.root);
  const [validation] = validationsOf(context, only(context.corpus.specs));
  expect(
    validation?.rows.map(({ observed, observedNow }) => [observed?.words, observedNow?.words]),
  ).toEqual([
    ['Passed at the landing', 'Fails now'],
    ['Not run', 'Not run now'],
    [undefined, undefined],
  ]);
  expect(existsSync(path.join(repo.root, 'ran'))).toBe(false);
});

test('the tables of a record gain columns beside what is claimed, and nothing is marked up twice', async () => {
  const { root } = await repository();
  const context = await evidenceContext(root);
  const record = only(context.corpus.provenances);
  // HTML of the author before them has a table and a list, too.
  const html = '<table><tr><td>x</td></tr></table><ul><li>y</li></ul>\n\n';
  const result = markdownToHtml(record.document.text.replace('## ', `${html}## `), {
    mdastPlugins: [orderPlugin()],
    hastPlugins: [gatePlugin(true), verdictsPlugin(context, record)],
  });
  if (result instanceof Promise) throw new Error('Unexpected plugin that waits');
  const heads = [...result.html.matchAll(/<thead>.*?<\/thead>/gs)].map(([head]) =>
    [...head.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map((cell) => cell[1]),
  );
  expect(heads).toEqual([
    ['File', 'Status', 'Checked against Git', 'Now'],
    ['#', 'Step', 'Result', 'Observed', 'Details'],
  ]);
  const row = result.html.split('<tr>').find((part) => part.includes(LIE));
  expect(row).toContain('id="claim-artifact-docs-guide-md"');
  expect(row).toContain('Contradicted</span></summary>');
  expect(result.html.match(/id="claim-step-1"/g)).toHaveLength(1);
});

test('results in a numbered list are marked too, and items elsewhere are not', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [RECORD]: provenance({ results: '1. The decision exists: PASS\n\n   - with a note\n' }),
  });
  const context = await evidenceContext(repo.root);
  const record = only(context.corpus.provenances);
  // HTML of the author before them has a table and a list, too.
  const html = '<table><tr><td>x</td></tr></table><ul><li>y</li></ul>\n\n';
  const result = markdownToHtml(record.document.text.replace('## ', `${html}## `), {
    mdastPlugins: [orderPlugin()],
    hastPlugins: [gatePlugin(true), verdictsPlugin(context, record)],
  });
  if (result instanceof Promise) throw new Error('Unexpected plugin that waits');
  expect(result.html.match(/class="claim not-content"/g)).toHaveLength(4);
  const results = result.html.slice(result.html.indexOf('Validation Results'));
  expect(results).toMatch(/PASS.*id="claim-step-1"/s);
});

test('the statement offered for download is the one the command writes', async () => {
  const { root } = await repository();
  const { corpus, evidence } = await evidenceContext(root);
  const record = only(corpus.provenances);
  const run = await callDocket(['attest', '0001'], { cwd: root });
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toEqual(evidence.statements.get(record));
  const view = recordEvidence(
    { corpus, evidence, base: '/base/', repository: undefined, t: inEnglish },
    record,
  );
  expect(view).toMatchObject({ statement: '/base/provenance/spec-0001-caching.intoto.json' });
});
