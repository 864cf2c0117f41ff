import { FILE_START, type Finding, type Wording } from '../records/finding.ts';
import { ACCEPTED_PATH, type Acceptance } from './accepted.ts';
import type { JudgedClaim, JudgedRecord } from './judge.ts';
import type { JudgedFile, JudgedSourceClaim } from './judge-file.ts';
import type { SourceClaim } from './sources/index.ts';
import type { ClaimKind } from './sources/ours.ts';

/**
 * What a reader of judged records should look at, as findings: a contradicted claim is an error, an accepted or an
 * outdated one a warning, and what could not be verified is told. Verified claims are no findings.
 */
export function findingsOf({ record, claims, notices }: JudgedRecord): Finding[] {
  const found = claims.flatMap((entry): Finding[] => {
    const told = tell(entry);
    if (!told) return [];
    return [{ ...told, file: record.path, span: entry.claim.span, related: [] }];
  });
  const told = notices.map(
    ({ kind, details, ...told }): Finding => ({
      ...withDetails(told, details),
      rule: `evidence-${kind}`,
      file: record.path,
      related: [],
    }),
  );
  return [...found, ...told];
}

/** As `findingsOf`, for a file of another source. */
export function findingsOfFile({ path, claims }: JudgedFile): Finding[] {
  return claims.flatMap((entry): Finding[] => {
    const told = tell(entry);
    return told ? [{ ...told, file: path, span: entry.claim.span, related: [] }] : [];
  });
}

/** An accepted claim that no record needs, as a finding. */
export function findingOfUnused({ record, claim }: Acceptance): Finding {
  return {
    rule: 'evidence-accepted',
    severity: 'warning',
    file: ACCEPTED_PATH,
    span: FILE_START,
    words: `No contradicted claim of ${record} matches the accepted \`${claim}\``,
    help: `remove the entry from ${ACCEPTED_PATH}: the claim was corrected or reworded, or its record is gone`,
    related: [],
  };
}

/** A wording that closes with a list of what it is about. */
function withDetails<W extends Wording>(wording: W, details: readonly string[]): W {
  if (details.length === 0) return wording;
  const last =
    wording.expected !== undefined ? 'expected' : wording.found !== undefined ? 'found' : 'words';
  return { ...wording, [last]: `${wording[last]}: ${details.join('; ')}` };
}

function tell({
  claim,
  verdict,
  accepted,
}: Pick<JudgedClaim | JudgedSourceClaim, 'claim' | 'verdict' | 'accepted'>):
  | ({ words: string } & Pick<Finding, 'rule' | 'severity' | 'help'>)
  | undefined {
  switch (verdict.kind) {
    case 'verified':
      return undefined;
    case 'contradicted':
      return accepted === undefined
        ? {
            rule: 'evidence-contradicted',
            severity: 'error',
            words: `Contradicted claim, ${claim.claim}: ${verdict.reason} (${verdict.evidence})`,
            help: `correct the record, or accept the claim with \`docket accept RECORD "${claim.id}" --reason "…"\``,
          }
        : {
            rule: 'evidence-accepted',
            severity: 'warning',
            words: `Accepted claim, ${claim.claim}: ${verdict.reason} (${verdict.evidence})`,
            help: `accepted because: ${accepted}`,
          };
    case 'outdated':
      return {
        rule: 'evidence-outdated',
        severity: 'warning',
        words: `Outdated claim, ${claim.claim}: ${verdict.reason} (${verdict.evidence})`,
        help: 'carry out the specification again as it reads now, and record the result',
      };
    case 'unverifiable':
      return {
        rule: 'evidence-unverifiable',
        severity: 'info',
        words: `Unverifiable claim, ${claim.claim}: ${verdict.reason}`,
        help:
          (verdict.why === 'not-checkable' ? HOW_TO_CHECK[claim.kind] : HELP[verdict.why]) ??
          'nothing to do: no history could settle this',
      };
  }
}

const HELP: Readonly<Record<string, string>> = {
  shallow: 'fetch the whole history, for example with `git fetch --unshallow`',
  uncommitted: 'commit the record, then verify it',
  'missing-object': 'fetch what the partial clone left out with `git fetch --refetch --no-filter`',
  'missing-objects': 'fetch what the partial clone left out with `git fetch --refetch --no-filter`',
  'not-a-repository': 'verify the records in a clone of their repository',
  'no-commits': 'commit the records, then verify them',
  'no-git': 'install Git and put it on the PATH',
};

const HOW_TO_CHECK: Readonly<Partial<Record<ClaimKind | SourceClaim['kind'], string>>> = {
  task: 'name the file that the task makes, with its folders and its extension',
  commit: 'give the hash of the commit as it is after a rebase',
  delta: 'give the specification that the change is about',
  file: 'give the path of one file, with its folders and its extension',
  result: 'name a check for the step in the `checks` of the specification, if one fits',
  executed: 'give the time with its zone, as in `2026-03-05T14:30:00Z`',
  artifact: 'give one file of the repository per row, and what happened to it',
};
