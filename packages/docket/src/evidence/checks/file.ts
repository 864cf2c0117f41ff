import type { FileEvent } from '../artifact-status.ts';
import { describeChange, describeElsewhere, type FileFacts, stepFor } from '../file-facts.ts';
import type { KnownLanding } from '../landing.ts';
import { contradicted, unverifiable, type Verdict, verified } from '../verdict.ts';

/** Holds one event against one file of the landing. */
export function checkFile(
  landing: KnownLanding,
  file: FileFacts,
  event: Exclude<FileEvent, 'renamed'>,
): Verdict {
  const { change, stoodBefore, standsAfter } = file;
  const seen = change
    ? describeChange(change, stepFor(landing, file.path))
    : describeElsewhere(landing, file.path);
  const isRoot = landing.commit.parents.length === 0;
  const noParent = () =>
    unverifiable('root-commit', 'no commit before the landing to compare with');
  switch (event) {
    case 'created':
      if (change?.status === 'A') return verified(seen);
      return contradicted(
        seen,
        stoodBefore ? 'the file existed before the landing' : 'the landing does not add it',
      );
    case 'modified':
      if (change?.status === 'M' || change?.status === 'T') return verified(seen);
      if (change?.status === 'A') {
        return isRoot ? noParent() : contradicted(seen, 'the file is new in the landing');
      }
      return contradicted(
        seen,
        change ? 'the landing deletes it' : 'the landing does not change it',
      );
    case 'deleted':
      if (change?.status === 'D') return verified(seen);
      if (isRoot && !standsAfter) return noParent();
      return contradicted(
        seen,
        standsAfter ? 'the file still exists after the landing' : 'the landing does not delete it',
      );
    case 'existed':
      if (stoodBefore) return verified(change ? `existed before the landing, ${seen}` : seen);
      if (isRoot && standsAfter) return noParent();
      return contradicted(seen, 'the file did not exist before the landing');
    case 'unchanged':
      if (stoodBefore && !change) return verified(seen);
      if (isRoot && standsAfter) return noParent();
      return contradicted(
        seen,
        change ? 'the landing changes it' : 'the file did not exist before the landing',
      );
  }
}
