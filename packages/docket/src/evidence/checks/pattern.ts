import type { FileEvent } from '../artifact-status.ts';
import { factsOf } from '../file-facts.ts';
import type { KnownLanding } from '../landing.ts';
import type { NamedFiles } from '../named.ts';
import {
  contradicted,
  kindest,
  shortId,
  unverifiable,
  type Verdict,
  verified,
} from '../verdict.ts';
import { checkFile } from './file.ts';

/**
 * Holds one event against the files that are like a pattern: those that the landing changed, or for what was there
 * before, those that stand. Where it holds of some and not of others, the row does not say which it means.
 */
export function checkPattern(
  landing: KnownLanding,
  { readings, isOfLanding }: NamedFiles,
  event: FileEvent,
): Verdict {
  if (event === 'renamed') {
    return unverifiable('ambiguous', 'a pattern does not say which file became which');
  }
  const [first, ...others] = readings.map((paths) => checkFiles(landing, paths, event));
  const verdict = first ? kindest([first, ...others]) : undefined;
  if (verdict && (verdict.kind !== 'contradicted' || isOfLanding)) return verdict;
  return unverifiable('ambiguous', 'the pattern came into the record after it landed');
}

function checkFiles(
  landing: KnownLanding,
  paths: readonly string[],
  event: Exclude<FileEvent, 'renamed'>,
): Verdict {
  const isOfStanding = event === 'existed' || event === 'unchanged';
  const files = paths
    .flatMap((path) => factsOf(landing, path))
    .filter(({ change, stoodBefore, standsAfter }) =>
      isOfStanding ? stoodBefore || standsAfter : change !== undefined,
    );
  const verdicts = files.map((file) => ({ file, verdict: checkFile(landing, file, event) }));
  const [one] = verdicts;
  const holding = verdicts.filter(({ verdict }) => verdict.kind === 'verified');
  if (!one) {
    const what = isOfStanding ? 'no matching file exists' : 'the landing changes no matching file';
    return contradicted(`${shortId(landing.commit.id)} against its parent`, what);
  }
  if (holding.length === verdicts.length) {
    const more = verdicts.length > 1 ? ` and ${verdicts.length - 1} more` : '';
    return 'evidence' in one.verdict
      ? verified(`\`${one.file.path}\` ${one.verdict.evidence}${more}`)
      : one.verdict;
  }
  if (holding.length > 0) {
    return unverifiable(
      'ambiguous',
      `it holds for ${holding.length} of the ${verdicts.length} matching files, and the row does not say which it means`,
    );
  }
  return one.verdict;
}
