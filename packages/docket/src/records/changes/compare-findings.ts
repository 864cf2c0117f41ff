import { type Finding, messageOf } from '../finding.ts';
import type { Pair } from './compare-records.ts';

/**
 * The findings that only one of two states has. A finding is the same where rule, record and message are, wherever in
 * the file it now stands.
 */
export function compareFindings(
  before: readonly Finding[],
  after: readonly Finding[],
  pairs: readonly Pair[],
): { added: Finding[]; fixed: Finding[] } {
  const laterPath = new Map(
    pairs.flatMap((pair): [string, string][] =>
      pair.before && pair.after ? [[pair.before.path, pair.after.path]] : [],
    ),
  );
  const keyBefore = (finding: Finding) => keyOf(finding, laterPath.get(finding.file));
  return {
    added: without(after, keyOf, before, keyBefore),
    fixed: without(before, keyBefore, after, keyOf),
  };
}

function keyOf(finding: Finding, path = finding.file): string {
  return [finding.rule, path, messageOf(finding)].join('\n');
}

/** What is left of a list when each entry of another takes away one that is alike. */
function without(
  list: readonly Finding[],
  key: (finding: Finding) => string,
  others: readonly Finding[],
  keyOfOther: (finding: Finding) => string,
): Finding[] {
  const counts = new Map<string, number>();
  for (const other of others) {
    const name = keyOfOther(other);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return list.filter((finding) => {
    const name = key(finding);
    const count = counts.get(name) ?? 0;
    counts.set(name, count - 1);
    return count <= 0;
  });
}
