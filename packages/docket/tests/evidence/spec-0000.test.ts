import { expect, test } from 'vitest';
import { openEvidence } from '../../src/cli/evidence/open.ts';
import type { Moment } from '../../src/evidence/validate.ts';
import { runCommands } from '../../src/session/evidence/run-checks.ts';
import { claim, judgeOnly, stable } from '../support/judged.ts';
import { ownSession, ROOT } from '../support/repository.ts';
import { ADR_018, RECORD_0000, repositoryOf0000, SPEC_0000 } from '../support/spec-0000.ts';

test('the ten steps of Spec 0000 at its landing', async () => {
  const { corpus } = await ownSession();
  expect(corpus.byPath(SPEC_0000)?.kind).toBe('spec');
  const repo = await repositoryOf0000();
  const judged = await judgeOnly(repo.root);
  expect(judged.spec?.body.steps).toHaveLength(10);
  const rows = judged.claims.flatMap(({ claim: { kind, ...rest }, verdict, observed }) =>
    kind === 'result' && 'result' in rest
      ? [`${rest.result.number} ${rest.result.outcome} ${observed?.outcome} ${verdict.kind}`]
      : [],
  );
  expect(rows).toEqual([
    '1 pass pass verified',
    '2 pass pass verified',
    '3 pass pass verified',
    '4 pass pass verified',
    '5 pass pass verified',
    '6 pass pass verified',
    '7 pass not-run unverifiable',
    '8 pass pass verified',
    '9 pass pass verified',
    '10 not-run pass unverifiable',
  ]);
  expect(stable(claim(judged, 'step:7').observed?.evidence ?? '')).toBe(
    'the command `lint` runs only with `docket validate --at landing --run-checks`',
  );
  expect(stable(claim(judged, 'step:10').observed?.evidence ?? '')).toBe('all 3 files are in <id>');
  const others = judged.claims.filter(({ claim }) => claim.kind !== 'result');
  expect(others.map(({ claim, verdict }) => `${claim.id} ${verdict.kind}`)).toEqual([
    'landed-together verified',
    'decision:ADR-018 verified',
    'executed verified',
    `artifact:${SPEC_0000} verified`,
    `artifact:${ADR_018} verified`,
    `artifact:${RECORD_0000} verified`,
  ]);
  expect(judged.notices).toEqual([]);
});

test('step 10 fails where the record was committed by itself', async () => {
  const repo = await repositoryOf0000();
  const text = await repo.git('show', `HEAD:${RECORD_0000}`);
  await repo.commit('take out', { [RECORD_0000]: null });
  await repo.commit('put back', { [RECORD_0000]: `${text.replace('11:30', '11:45')}\n` });
  const judged = await judgeOnly(repo.root);
  const step = judged.claims.find(({ claim }) => claim.id === 'step:10');
  expect(stable(step?.observed?.evidence ?? '')).toBe(
    `not in <id>: \`${SPEC_0000}\`, \`${ADR_018}\``,
  );
  expect(step?.observed?.outcome).toBe('fail');
});

test('its checks name all ten steps', async () => {
  const { corpus } = await ownSession();
  const spec = corpus.byPath(SPEC_0000);
  expect(spec?.kind === 'spec' ? Object.keys(spec.fields.checks.value ?? {}) : []).toEqual(
    Array.from({ length: 10 }, (_, index) => String(index + 1)),
  );
});

// The command of step 7 without what the other stages of the test run do besides: types, links and the site.
const LINT = [process.execPath, 'scripts/lint.ts', '--only', 'markdown,records,spelling'];

test('here all ten steps pass now, and at the landing all that need no command', {
  timeout: 180_000,
}, async () => {
  const session = await openEvidence({}, { cwd: ROOT, env: {}, stderr: { write() {} } });
  const { corpus } = session;
  const evidence = await session.evidence();
  const [record] = corpus.provenances.filter(({ path }) => path === RECORD_0000);
  const spec = record && corpus.specOf(record);
  if (!spec) throw new Error('Spec 0000 and its record are in this repository');
  const commands = await runCommands(['lint'], {
    folder: ROOT,
    moment: 'now',
    config: { checks: { lint: { argv: LINT } } },
    history: evidence.history,
    landing: undefined,
    allowChanged: true,
    env: {},
    announce: () => {},
  });
  expect(commands.get('lint')).toMatchObject({ outcome: 'pass' });
  const observe = async (moment: Moment) => {
    const steps = await evidence.validate({
      spec,
      record,
      moment,
      // The landing is not checked out: a command would run on other files.
      commands: moment === 'now' ? commands : new Map(),
    });
    return Object.fromEntries(steps.map(({ step, observed }) => [step.number, observed?.outcome]));
  };
  const all = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [index + 1, 'pass']));
  const judged = (await evidence.judged()).find((one) => one.record === record);
  if (judged?.landing.kind === 'landed') {
    expect(await observe('landing')).toEqual({ ...all, 7: 'not-run' });
    expect(await observe('now')).toEqual(all);
    const contradicted = judged.claims.filter(({ verdict }) => verdict.kind === 'contradicted');
    expect(contradicted).toEqual([]);
  } else {
    // An export without Git, or a clone that ends before the landing: only history shows step 10.
    expect(await observe('now')).toEqual({ ...all, 10: 'not-run' });
    const verdict = judged?.claims.find(({ claim }) => claim.id === 'step:10')?.verdict;
    expect(verdict?.kind).toBe('unverifiable');
  }
});
