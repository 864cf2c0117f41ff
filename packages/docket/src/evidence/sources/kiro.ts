import type { FileSource } from './source.ts';
import { taskClaims, tickedIds } from './task-claims.ts';
import type { WorkClaim } from './work.ts';

const TASKS = /^(.*\/)?\.kiro\/specs\/(?:[^/]+\/)+tasks\.md$/;

/** Tasks of Kiro: lines `- [x] 1.1 …` in `.kiro/specs/<name>/tasks.md`. */
export const KIRO: FileSource<WorkClaim> = {
  name: 'kiro',
  title: 'Kiro',
  projectOf: (path) => {
    const found = TASKS.exec(path);
    return found ? (found[1] ?? '') : undefined;
  },
  claims: ({ text }) => taskClaims(text),
  idsOf: ({ text }) => tickedIds(text),
};
