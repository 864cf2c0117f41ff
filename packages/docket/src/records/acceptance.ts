import type { Revision } from './facts.ts';
import { stands } from './query.ts';
import type { DocketRecord } from './record.ts';

/**
 * The commit since which a decision has stood without a break; `undefined` where its revisions do not tell.
 * @param revisions oldest first
 */
export function acceptingCommit(revisions: readonly Revision[]): string | undefined {
  let since: string | undefined;
  for (const { before, after, commit } of revisions) {
    if (!inForce(after)) since = undefined;
    else if (!inForce(before)) since = commit?.id;
  }
  return since;
}

function inForce(record: DocketRecord | undefined): boolean {
  return record?.kind === 'adr' && stands(record);
}
