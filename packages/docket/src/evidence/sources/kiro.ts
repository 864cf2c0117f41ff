import type { FileSource } from './source.ts';
import { taskClaims, tickedIds } from './task-claims.ts';
import type { WorkClaim } from './work.ts';

const FILE = /^((.*\/)?\.kiro\/specs\/((?:[^/]+\/)+))([^/]+)$/;

/** Tasks of Kiro: lines `- [x] 1.1 …` in `.kiro/specs/<name>/tasks.md`. */
export const KIRO: FileSource<WorkClaim> = {
  name: 'kiro',
  title: 'Kiro',
  projectOf: (path) => {
    const [found, , project = '', , file] = FILE.exec(path) ?? [];
    return found !== undefined && file === 'tasks.md' ? project : undefined;
  },
  specOf: (path) => {
    const [, folder, project = '', name] = FILE.exec(path) ?? [];
    return folder === undefined || name === undefined
      ? undefined
      : { project, folder, name: name.slice(0, -1) };
  },
  claims: ({ text }) => taskClaims(text),
  idsOf: ({ text }) => tickedIds(text),
};
