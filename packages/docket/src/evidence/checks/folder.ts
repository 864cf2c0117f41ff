import type { FileEvent } from '../artifact-status.ts';
import { describeChange, describeElsewhere, type FileFacts, stepFor } from '../file-facts.ts';
import type { KnownLanding } from '../landing.ts';
import { contradicted, unverifiable, type Verdict, verified } from '../verdict.ts';

/** Holds one event against a folder: all files below it that the history ever knew. */
export function checkFolder(
  landing: KnownLanding,
  path: string,
  files: readonly FileFacts[],
  event: Exclude<FileEvent, 'renamed'>,
): Verdict {
  const changed = files.filter((file) => file.change);
  const [first] = changed;
  const seen = first?.change
    ? `\`${first.path}\` ${describeChange(first.change, stepFor(landing, first.path))}${changed.length > 1 ? ` and ${changed.length - 1} more` : ''}`
    : describeElsewhere(landing, path);
  const stoodBefore = files.some((file) => file.stoodBefore);
  const standsAfter = files.some((file) => file.standsAfter);
  const holds = {
    created: !stoodBefore && standsAfter,
    modified: stoodBefore && standsAfter && changed.length > 0,
    deleted: stoodBefore && !standsAfter,
    existed: stoodBefore,
    unchanged: stoodBefore && changed.length === 0,
  }[event];
  if (holds) return verified(seen);
  if (landing.commit.parents.length === 0 && standsAfter && event !== 'deleted') {
    return unverifiable('root-commit', 'no commit before the landing to compare with');
  }
  const state = stoodBefore
    ? standsAfter
      ? 'existed before and after the landing'
      : 'existed before the landing and is gone after it'
    : standsAfter
      ? 'is new in the landing'
      : 'exists neither before nor after the landing';
  return contradicted(seen, `the folder ${state}`);
}
