import { expect, test } from 'vitest';
import {
  addAcceptance,
  applyAcceptances,
  parseAccepted,
  unusedAcceptances,
} from '../../src/evidence/accepted.ts';
import { GitRepo } from '../support/git-repo.ts';
import { judgeOnly } from '../support/judged.ts';
import { ADR, decision, provenance, RECORD, SPEC, specification } from '../support/records.ts';

const ENTRY = {
  record: RECORD,
  claim: `artifact:${ADR}`,
  states: `\`${ADR}\` Modified`,
  reason: 'The decision "moved" here:\nthe row was copied',
};

test('an entry is added below what stands there, byte for byte', () => {
  const first = addAcceptance('', ENTRY);
  expect(first).toMatchInlineSnapshot(`
    "# Claims of provenance records that the history contradicts and a person has accepted.
    # Written by \`docket accept\`; who added an entry, and when, is in the history of this file.

    - record: ".sdd/provenance/spec-0001-caching.provenance.md"
      claim: "artifact:docs/adr/adr-001-caching.md"
      states: "\`docs/adr/adr-001-caching.md\` Modified"
      reason: "The decision \\"moved\\" here:\\nthe row was copied"
    "
  `);
  expect(parseAccepted(first)).toEqual({ kind: 'accepted', acceptances: [ENTRY] });
  const mine = `${first}# my own remark, no line break at the end`;
  const second = addAcceptance(mine, { ...ENTRY, claim: 'executed' });
  expect(second.startsWith(`${mine}\n`)).toBe(true);
  expect(parseAccepted(second)).toEqual({
    kind: 'accepted',
    acceptances: [ENTRY, { ...ENTRY, claim: 'executed' }],
  });
});

test('an empty file accepts nothing', () => {
  expect(parseAccepted('')).toEqual({ kind: 'accepted', acceptances: [] });
  expect(parseAccepted('# only a remark\n')).toEqual({ kind: 'accepted', acceptances: [] });
});

test.each([
  ['- record: [', 1],
  ['record: x\n', 1],
  ['- record: a\n  claim: b\n  states: c\n  reason: d\n- record: a\n  claim: b\n', 5],
  ['- record: a\n  claim: b\n  states: c\n  reason: d\n  by: me\n', 1],
  ['- record: a\n  claim: b\n  states: c\n  reason: " "\n', 1],
])('what is no list of entries is told with its line: %j', (text, line) => {
  const parsed = parseAccepted(text);
  expect(parsed.kind).toBe('invalid');
  if (parsed.kind === 'invalid')
    expect({ line: parsed.line, message: parsed.message }).toMatchObject({ line });
});

test('an accepted claim stays contradicted and says why it stands', async () => {
  const repo = await GitRepo.create();
  await repo.commit('start', { 'README.md': 'x\n' });
  await repo.commit('Cache', {
    [SPEC]: specification(),
    [ADR]: decision(),
    [RECORD]: provenance({
      artifacts: [
        [ADR, 'Modified'],
        [SPEC, 'Created'],
      ],
    }),
  });
  const judged = await judgeOnly(repo.root);
  const other = { ...ENTRY, claim: `artifact:${SPEC}`, states: `\`${SPEC}\` Created` };
  const reworded = { ...ENTRY, states: `\`${ADR}\` Updated` };
  const accepted = applyAcceptances(judged, [reworded, ENTRY, other]);
  expect(
    accepted.claims
      .filter(({ claim }) => claim.kind === 'artifact')
      .map(({ claim, verdict, accepted: reason }) => [claim.id, verdict.kind, reason]),
  ).toEqual([
    [`artifact:${ADR}`, 'contradicted', ENTRY.reason],
    [`artifact:${SPEC}`, 'verified', undefined],
  ]);
  expect(unusedAcceptances([accepted], [], [reworded, ENTRY, other])).toEqual([reworded, other]);
});
