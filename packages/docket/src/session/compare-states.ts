import { type Disabling, disablingsOf } from '../engine/disable-comments.ts';
import type { JudgedClaim, JudgedRecord } from '../evidence/judge.ts';
import type {
  Changes,
  GovernedChange,
  Silencing,
  VerdictChange,
} from '../records/changes/changes.ts';
import { compareFindings } from '../records/changes/compare-findings.ts';
import {
  compareRecords,
  compareRelations,
  type Pair,
  pairRecords,
} from '../records/changes/compare-records.ts';
import type { Corpus } from '../records/corpus.ts';
import type { Finding } from '../records/finding.ts';

/** The records at one moment, judged by rules and by Git. */
export interface State {
  /** What the moment is called: a commit, or the working tree. */
  readonly name: string;
  readonly corpus: Corpus;
  readonly findings: readonly Finding[];
  readonly judged: readonly JudgedRecord[];
}

/** Everything by which two states differ, with the decisions that govern what differs besides. Pure. */
export function compareStates(
  before: State,
  after: State,
  governed: readonly GovernedChange[],
): Changes {
  const pairs = pairRecords(before.corpus, after.corpus);
  return {
    base: before.name,
    head: after.name,
    records: compareRecords(pairs),
    relations: compareRelations(before.corpus, after.corpus, pairs),
    verdicts: compareVerdicts(before.judged, after.judged, pairs),
    silencings: compareSilencings(pairs),
    governed,
    violations: compareFindings(before.findings, after.findings, pairs),
  };
}

/** Comments that silence rules now and did not before, told apart by what they say. */
function compareSilencings(pairs: readonly Pair[]): Silencing[] {
  return pairs.flatMap(({ before, after }) => {
    if (!after) return [];
    const known = new Set((before ? disablingsOf(before) : []).map(wordsOf));
    return disablingsOf(after)
      .filter((disabling) => disabling.reason !== undefined && !known.has(wordsOf(disabling)))
      .map(({ rules, reason = '', span }) => ({
        ...{ record: after.id, path: after.path, line: span.start.line, rules, reason },
      }));
  });
}

function wordsOf({ rules, reason }: Disabling): string {
  return JSON.stringify([rules, reason]);
}

function compareVerdicts(
  before: readonly JudgedRecord[],
  after: readonly JudgedRecord[],
  pairs: readonly Pair[],
): VerdictChange[] {
  const was = new Map(before.map((judged) => [judged.record.path, judged]));
  const now = new Map(after.map((judged) => [judged.record.path, judged]));
  return pairs.flatMap((pair) => {
    const record = pair.after ?? pair.before;
    if (record?.kind !== 'provenance') return [];
    const old = claimsOf(pair.before && was.get(pair.before.path));
    const next = claimsOf(pair.after && now.get(pair.after.path));
    return [...new Set([...next.keys(), ...old.keys()])].flatMap((id): VerdictChange[] => {
      const [first, second] = [old.get(id), next.get(id)];
      const change = {
        before: first && wordOf(first),
        after: second && wordOf(second),
      };
      if (change.before === change.after) return [];
      return [
        {
          record: record.id,
          path: record.path,
          claim: (second ?? first)?.claim.claim ?? id,
          ...change,
          reason: second ? reasonOf(second) : '',
        },
      ];
    });
  });
}

function claimsOf(judged: JudgedRecord | undefined): Map<string, JudgedClaim> {
  return new Map((judged?.claims ?? []).map((claim) => [claim.claim.id, claim]));
}

function wordOf({ verdict, accepted }: JudgedClaim): string {
  return accepted === undefined ? verdict.kind : 'accepted';
}

function reasonOf({ verdict }: JudgedClaim): string {
  return verdict.kind === 'verified' ? '' : verdict.reason;
}
