import type { FileSource, SpecPlace } from './source.ts';
import { taskClaims, tickedIds } from './task-claims.ts';
import type { WorkClaim } from './work.ts';

// A number in order or a time stamp, then a slug: `specs/003-user-login/tasks.md`.
const FOLDER = /^(.*\/)?specs\/(\d{2,}(?:-\d+)*-[^/]+)\/(.+)$/;

/**
 * Tasks of GitHub's Spec Kit: lines `- [x] T012 [P] [US1] … path`. Ticks in `checklists/` mean that something was
 * reviewed, and are none. Format: the tasks template in github/spec-kit.
 */
export const SPEC_KIT: FileSource<WorkClaim> = {
  name: 'spec-kit',
  title: 'Spec Kit',
  projectOf: (path) => {
    const place = placeOf(path);
    return place && path === `${place.folder}tasks.md` ? place.project : undefined;
  },
  specOf: placeOf,
  claims: ({ text }) => taskClaims(text),
  idsOf: ({ text }) => tickedIds(text),
};

function placeOf(path: string): SpecPlace | undefined {
  const [, project = '', name, below] = FOLDER.exec(path) ?? [];
  if (name === undefined || below === undefined) return undefined;
  if (/(?:^|\/)(?:\.kiro|openspec)\/$/.test(project)) return undefined;
  return { project, folder: path.slice(0, -below.length), name };
}
