import { buildCorpus, type Corpus } from '../../src/records/corpus.ts';
import type { Change, Commit, KnownHistory, Move } from '../../src/records/history.ts';
import { kindOfPath } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';
import type { GitRepo } from './git-repo.ts';
import { DUPLICATE, type Step, type World, type WorldTree } from './world.ts';

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
      author: authorOf(step),
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

/**
 * A made-up history as a real repository, written in one `git fast-import` and checked out. A merge has a topic of two
 * commits of which only the sum is the step, a squash leaves its topic behind, and what is rebased lands in two.
 */
export async function buildRepository(world: World, repo: GitRepo): Promise<void> {
  const stream = new Stream();
  let before: WorldTree = new Map();
  for (const [index, step] of world.steps.entries()) {
    const files = filesOf(before, step.tree);
    const subject = subjectOf(step, index);
    const half = files.slice(0, Math.ceil(files.length / 2));
    const topic = `topic-${index}`;
    if (index === 0 || step.mode === 'direct') {
      stream.commit('main', subject, files);
    } else if (step.mode === 'rebase') {
      stream.commit('main', 'meanwhile', []);
      stream.commit('main', subject, files);
    } else {
      stream.branch(topic, 'main');
      stream.commit(topic, 'half', half);
      stream.commit(topic, 'the other half', files.slice(half.length));
      stream.commit('main', 'meanwhile', []);
      stream.commit('main', subject, files, step.mode === 'merge' ? topic : undefined);
    }
    before = step.tree;
  }
  await repo.fastImport(stream.text);
}

/** Commands for git-fast-import(1). */
class Stream {
  text = '';
  #minute = 0;

  branch(name: string, from: string): void {
    this.text += `reset refs/heads/${name}\nfrom refs/heads/${from}\n\n`;
  }

  commit(branch: string, subject: string, files: readonly FileChange[], merged?: string): void {
    this.#minute += 1;
    const seconds = Date.UTC(2026, 2, 5, 12) / 1000 + this.#minute * 60;
    this.text += `commit refs/heads/${branch}\nauthor ${authorOf({ subject })} <a@example.org> ${seconds} +0000\ncommitter C. Committer <c@example.org> ${seconds} +0000\n`;
    this.text += data(subject);
    if (merged !== undefined) this.text += `merge refs/heads/${merged}\n`;
    // A file may give way to a folder of its name: deletions first.
    for (const [path, text] of files) if (text === null) this.text += `D ${quoted(path)}\n`;
    for (const [path, text] of files) {
      if (text !== null) this.text += `M 100644 inline ${quoted(path)}\n${data(text)}`;
    }
    this.text += '\n';
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function quoted(path: string): string {
  return `"${path.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

/** What the judge reads of a history, without ids and times: steps by subject, in order, empty ones left out. */
export function outlineOf(history: KnownHistory, texts: (blob: string) => string): unknown[] {
  const outline: unknown[] = [];
  for (let commit = history.commits.get(history.head); commit; ) {
    const { subject, parents, changes, moves } = commit;
    if (changes.length > 0) {
      outline.unshift({
        subject,
        parents: parents.length,
        changes: changes
          .map(({ before, after, ...change }) => ({
            ...change,
            before: before && texts(before),
            after: after && texts(after),
          }))
          .sort((a, b) => (a.path < b.path ? -1 : 1)),
        // Which of several equal files moved is nobody's knowledge: Git picks one, and so does the made-up history.
        moves: moves
          .filter(({ to }) => !isDuplicate(commit as Commit, to, texts))
          .map(({ from, to }) => `${from} -> ${to}`)
          .sort(),
      });
    }
    commit = history.commits.get(parents[0] ?? '');
  }
  return outline;
}

function isDuplicate({ changes }: Commit, path: string, texts: (blob: string) => string): boolean {
  const after = changes.find((change) => change.path === path && change.after)?.after;
  return after === undefined || texts(after).startsWith(DUPLICATE);
}

/** Who made a step: what one author does next to a piece of work would be a part of it. */
function authorOf({ subject }: Pick<Step, 'subject'>): string {
  return subject.includes('ordinary work') ? 'B. Other' : 'A. Author';
}

/** The subject by which a step is found again. */
export function subjectOf({ subject, mode }: Step, index: number): string {
  return `${index}: ${subject}${mode === 'squash' ? ` (#${index})` : ''}`;
}

type FileChange = readonly [path: string, text: string | null];

function filesOf(before: WorldTree, after: WorldTree): FileChange[] {
  const gone = [...before.keys()].filter((path) => !after.has(path));
  const written = [...after].filter(([path, { text }]) => before.get(path)?.text !== text);
  return [
    ...gone.map((path): FileChange => [path, null]),
    ...written.map(([path, { text }]): FileChange => [path, text]),
  ];
}

function hex(number: number, kind: string): string {
  return `${kind}${number.toString(16).padStart(9, '0')}`.padEnd(40, '0');
}
