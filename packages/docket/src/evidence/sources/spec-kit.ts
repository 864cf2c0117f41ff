import type { FileSource } from './source.ts';
import { taskClaims, tickedIds } from './task-claims.ts';
import type { WorkClaim } from './work.ts';

// A number in order or a time stamp, then a slug: `specs/003-user-login/tasks.md`.
const TASKS = /^(.*\/)?specs\/\d{2,}(?:-\d+)*-[^/]+\/tasks\.md$/;

/**
 * Tasks of GitHub's Spec Kit: lines `- [x] T012 [P] [US1] … path`. Ticks in `checklists/` mean that something was
 * reviewed, and are none. Format: the tasks template in github/spec-kit.
 */
export const SPEC_KIT: FileSource<WorkClaim> = {
  name: 'spec-kit',
  title: 'Spec Kit',
  projectOf: (path) => {
    const found = TASKS.exec(path);
    return found && !/(?:^|\/)(?:\.kiro|openspec)\/$/.test(found[1] ?? '')
      ? (found[1] ?? '')
      : undefined;
  },
  claims: ({ text }) => taskClaims(text),
  idsOf: ({ text }) => tickedIds(text),
};
