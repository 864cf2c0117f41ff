import { buildCorpus, type Corpus } from '../../src/records/corpus.ts';
import type { Change, Commit, KnownHistory, Move } from '../../src/records/history.ts';
import { kindOfPath } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';
import type { GitRepo } from './git-repo.ts';
import type { Step, World, WorldTree } from './world.ts';

/** A made-up history as the value that reading Git would give. */
export function historyOf(world: World): KnownHistory {
  const blobs = new Map<string, string>();
  const commits = new Map<string, Commit>();
  let before: WorldTree = new Map();
  let parent: string | undefined;
  world.steps.forEach((step, index) => {
    const id = hex(index + 1, 'c');
    const time = new Date(Date.UTC(2026, 2, 5, 12, index)).toISOString();
    const parents = parent === undefined ? [] : [parent];
    commits.set(id, {
      id,
      parents:
        step.mode === 'merge' && parent !== undefined ? [parent, hex(index + 1, 'd')] : parents,
      authored: time,
      committed: time,
      author: 'A. Author',
      subject: subjectOf(step, index),
      ...differenceOf(before, step.tree, blobs),
    });
    before = step.tree;
    parent = id;
  });
  if (parent === undefined) throw new Error('A history has at least one step');
  return {
    kind: 'history',
    head: parent,
    branch: 'main',
    prefix: '',
    commits,
    mainline: [parent],
    boundary: new Set(),
    partial: false,
    uncommitted: new Map(),
    texts: new Map([...blobs].map(([text, id]) => [id, text])),
  };
}

function differenceOf(
  before: WorldTree,
  after: WorldTree,
  blobs: Map<string, string>,
): { changes: Change[]; moves: Move[] } {
  const blob = (text: string): string => {
    const id = blobs.get(text) ?? hex(blobs.size + 1, 'b');
    blobs.set(text, id);
    return id;
  };
  const changes: Change[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(path), after.get(path)];
    if (old?.text === now?.text) continue;
    changes.push({
      status: old ? (now ? 'M' : 'D') : 'A',
      path,
      before: old && blob(old.text),
      after: now && blob(now.text),
      submodule: false,
    });
  }
  const added = [...after].filter(([path]) => !before.has(path));
  const gone = [...before].filter(([path]) => !after.has(path));
  const taken = new Set<string>();
  const moves: Move[] = [];
  const pair = (
    isPair: (a: (typeof added)[0], b: (typeof gone)[0]) => boolean,
    likeness: number,
  ) => {
    for (const to of added) {
      if (moves.some((move) => move.to === to[0])) continue;
      // Git takes any of several equal files; the last one is as good as the right one.
      const from = gone.findLast((candidate) => !taken.has(candidate[0]) && isPair(to, candidate));
      if (!from) continue;
      taken.add(from[0]);
      moves.push({ from: from[0], to: to[0], likeness });
    }
  };
  pair(([, to], [, from]) => to.text === from.text, 100);
  pair(([, to], [, from]) => to.id === from.id, 90);
  return { changes, moves };
}

/** The records of the last step. */
export function corpusOf(world: World): Corpus {
  const records = [...(world.steps.at(-1)?.tree ?? [])].flatMap(([path, { text }]) => {
    const kind = kindOfPath(path);
    return kind === undefined ? [] : [readRecord(kind, { path, text })];
  });
  const surroundings = { existing: new Set<string>(), fragments: new Map() };
  return buildCorpus({ records, templates: {}, surroundings });
}

/** A made-up history as a real repository: every step comes in the way its mode says. */
export async function buildRepository(world: World, repo: GitRepo): Promise<void> {
  let before: WorldTree = new Map();
  for (const [index, step] of world.steps.entries()) {
    const files = filesOf(before, step.tree);
    const subject = subjectOf(step, index);
    const paths = Object.keys(files);
    if (step.mode === 'direct' || index === 0 || paths.length === 0) {
      await repo.commit(subject, files);
    } else {
      await repo.git('switch', '--quiet', '-c', `topic-${index}`);
      // In two commits, of which only the sum is the step.
      const half = paths.slice(0, Math.ceil(paths.length / 2));
      if (step.mode !== 'rebase') await repo.commit('half', pick(files, half));
      await repo.commit(
        subject,
        step.mode === 'rebase' ? files : pick(files, paths.slice(half.length)),
      );
      await repo.git('switch', '--quiet', 'main');
      await repo.commit('meanwhile');
      if (step.mode === 'merge') {
        await repo.git('merge', '--quiet', '--no-ff', '-m', subject, `topic-${index}`);
      } else if (step.mode === 'squash') {
        await repo.git('merge', '--quiet', '--squash', `topic-${index}`);
        await repo.commit(subject);
      } else {
        await repo.git('rebase', '--quiet', 'main', `topic-${index}`);
        await repo.git('switch', '--quiet', 'main');
        await repo.git('merge', '--quiet', '--ff-only', `topic-${index}`);
      }
    }
    before = step.tree;
  }
}

/** The subject by which a step is found again. */
export function subjectOf({ subject, mode }: Step, index: number): string {
  return `${index}: ${subject}${mode === 'squash' ? ` (#${index})` : ''}`;
}

function filesOf(before: WorldTree, after: WorldTree): Record<string, string | null> {
  const files: Record<string, string | null> = {};
  for (const path of before.keys()) if (!after.has(path)) files[path] = null;
  for (const [path, { text }] of after) if (before.get(path)?.text !== text) files[path] = text;
  return files;
}

function pick<T>(all: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => keys.includes(key)));
}

function hex(number: number, kind: string): string {
  return `${kind}${number.toString(16).padStart(9, '0')}`.padEnd(40, '0');
}
