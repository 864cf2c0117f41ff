import { buildCorpus } from '../../src/records/corpus.ts';
import type { Change, Commit, KnownHistory, Move } from '../../src/records/history.ts';

/** Texts of files by path; a commit of another repository for a submodule. */
export type Tree = ReadonlyMap<string, string>;

/** A made-up history of which every fact is known. */
export interface ClaimWorld {
  readonly history: KnownHistory;
  /** The files with claims, as they stand. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** Ids of claims that are true, and name a file that some commit has. */
  readonly plain: ReadonlySet<string>;
  /** Ids of claims that are false. */
  readonly planted: ReadonlySet<string>;
}

/** An empty corpus: claims of other sources ask nothing of records. */
export const NO_RECORDS = buildCorpus({
  records: [],
  templates: {},
  surroundings: { existing: new Set(), fragments: new Map() },
});

type Dice = (sides: number) => number;

/** Numbers that a seed decides. */
export function diceOf(seed: number): Dice {
  let state = (seed + 1) * 2_654_435_761;
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    const mixed = Math.imul(state ^ (state >>> 13), 3_266_489_917);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % sides;
  };
}

/** Commits one after the other, as reading Git would give them. */
class Builder {
  readonly commits = new Map<string, Commit>();
  readonly blobs = new Map<string, string>();
  tree = new Map<string, string>();
  head: string | undefined;

  /** Commits a tree on top of another commit; a merge brings what a side branch has. */
  commit(subject: string, tree: Map<string, string>, side?: string): string {
    const id = hex('c', this.commits.size + 1);
    const parents = [this.head, side].filter((parent) => parent !== undefined);
    const time = new Date(Date.UTC(2026, 2, 5, 12, this.commits.size)).toISOString();
    const who = { authored: time, committed: time, author: 'A. Author' };
    this.commits.set(id, { id, parents, ...who, subject, ...this.#difference(this.tree, tree) });
    this.head = id;
    this.tree = tree;
    return id;
  }

  /** A commit of a branch, on top of another; the main line stays where it is. */
  aside(
    subject: string,
    from: { id: string | undefined; tree: Map<string, string> },
    tree: Map<string, string>,
  ) {
    const [head, own] = [this.head, this.tree];
    this.head = from.id;
    this.tree = from.tree;
    const id = this.commit(subject, tree);
    this.head = head;
    this.tree = own;
    return { id, tree };
  }

  #difference(before: Tree, after: Tree): { changes: Change[]; moves: Move[] } {
    const changes: Change[] = [];
    for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
      const [old, now] = [before.get(path), after.get(path)];
      if (old === now) continue;
      const submodule = old === MODULE || now === MODULE;
      const status = old === undefined ? 'A' : now === undefined ? 'D' : 'M';
      changes.push({ status, path, before: this.#blob(old), after: this.#blob(now), submodule });
    }
    const moves = changes
      .filter(({ status }) => status === 'A')
      .flatMap(({ path, after: blob }): Move[] => {
        const from = changes.find((other) => other.status === 'D' && other.before === blob);
        return from ? [{ from: from.path, to: path, likeness: 100 }] : [];
      });
    return { changes, moves };
  }

  #blob(text: string | undefined): string | undefined {
    if (text === undefined) return undefined;
    const known = this.blobs.get(text) ?? hex('b', this.blobs.size + 1);
    this.blobs.set(text, known);
    return known;
  }
}

const MODULE = 'commit of another repository';

function hex(kind: string, number: number): string {
  return `${kind}${number.toString(16).padStart(9, '0')}`.padEnd(40, '0');
}

const FOLDERS = ['src', 'src/core', 'lib', 'app/models', 'tests/unit'];
const NOUNS = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo', 'hazel', 'juniper'];
const PHANTOMS = ['quartz', 'basalt', 'granite', 'obsidian', 'pumice', 'gneiss', 'slate'];
const ENDINGS = ['ts', 'py', 'tsx', 'go', 'md', 'sql'];

type Form = 'spec-kit' | 'openspec' | 'kiro' | 'gsd' | 'bmad';
const FORMS: readonly Form[] = ['spec-kit', 'openspec', 'kiro', 'gsd', 'bmad'];
const PATHS: Readonly<Record<Form, string>> = {
  'spec-kit': 'specs/001-trees/tasks.md',
  openspec: 'openspec/changes/add-trees/tasks.md',
  kiro: '.kiro/specs/trees/tasks.md',
  gsd: '.planning/phases/01-trees/01-01-SUMMARY.md',
  bmad: 'docs/stories/1.1.trees.md',
};

interface Row {
  readonly words: string;
  readonly path: string;
  readonly isDelete: boolean;
  readonly isTruth: 'plain' | 'other' | 'false';
}

/** A text of a form that claims what the rows say; `more` makes it differ and says nothing else. */
function textOf(form: Form, rows: readonly Row[], isDone: boolean, more = ''): string {
  const box = isDone ? '[x]' : '[ ]';
  switch (form) {
    case 'gsd':
      return `---\nphase: 01-trees\nkey-files:\n  created:\n${rows.map(({ path, isDelete }) => `    - ${path}${isDelete ? ' (deleted)' : ''}\n`).join('')}---\n\n# Summary${more}\n`;
    case 'bmad':
      return `# Story${more}\n\nStatus: Done\n\n## Dev Agent Record\n\n### File List\n\n${rows.map(({ path, isDelete }) => `- \`${path}\`${isDelete ? ' (deleted)' : ' (new)'}\n`).join('')}`;
    default:
      return `# Tasks${more}\n\n${rows.map(({ words }, at) => `- ${box} ${form === 'spec-kit' ? `T${String(at + 1).padStart(3, '0')}` : `1.${at + 1}`} ${words}\n`).join('')}`;
  }
}

function idOf(form: Form, { path }: Row, at: number): string {
  if (form === 'gsd' || form === 'bmad') return `file:${path}`;
  return form === 'spec-kit' ? `task:T${String(at + 1).padStart(3, '0')}` : `task:1.${at + 1}`;
}

/** A history with claims of one form, most of them true; `plants` puts a false one among them. */
export function claimWorld(dice: Dice, plants: boolean): ClaimWorld {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const form = pick(FORMS);
  const isList = form === 'gsd' || form === 'bmad';
  const builder = new Builder();
  const used = new Set<string>();
  const fresh = (names: readonly string[]): string => {
    for (;;) {
      const path = `${pick(FOLDERS)}/${pick(names)}-${used.size}x.${pick(ENDINGS)}`;
      if (used.has(path)) continue;
      used.add(path);
      return path;
    }
  };
  const text = (path: string): string => `text of ${path}\n`;

  const start = new Map<string, string>([
    ['README.md', 'start\n'],
    ['.gitignore', 'dist/\n*.log\n'],
  ]);
  for (const folder of FOLDERS) start.set(`${folder}/base.ts`, text(folder));
  const standing = [fresh(NOUNS), fresh(NOUNS), fresh(NOUNS)];
  for (const path of standing) start.set(path, text(path));
  start.set('vendor/kit', MODULE);
  builder.commit('start', start);

  const rows: Row[] = [];
  const work = {
    before: new Map<string, string>(),
    with: new Map<string, string>(),
    later: new Map<string, string>(),
  };
  const gone = { with: new Set<string>(), later: new Set<string>() };
  const make = (path: string): string =>
    pick([`Create \`${path}\``, `Add the tree in ${path}`, `Implement trees in \`${path}\``]);
  const when = (): keyof typeof work => pick(['before', 'with', 'with', 'later'] as const);
  const amount = 2 + dice(4);
  for (let at = 0; at < amount; at += 1) {
    const kind = dice(isList ? 4 : 9);
    const path = fresh(NOUNS);
    const row = (words: string, isTruth: Row['isTruth'], named = path, isDelete = false): void => {
      rows.push({ words, path: named, isDelete, isTruth });
    };
    if (kind <= 1) {
      work[when()].set(path, text(path));
      row(make(path), 'plain');
    } else if (kind === 2 && standing.length > 1) {
      const old = standing.pop() as string;
      gone[pick(['with', 'later'] as const)].add(old);
      row(`Delete \`${old}\``, 'plain', old, true);
    } else if (kind === 3) {
      // Made under another name than the one it is given.
      const [folder, name] = [
        path.slice(0, path.lastIndexOf('/')),
        path.slice(path.lastIndexOf('/') + 1),
      ];
      const real = pick([
        `packages/kit/${path}`,
        `${folder}/${name.toUpperCase()}`,
        `${folder}/${name.replace('-', '_')}`,
        `${folder}/deep/${name}`,
      ]);
      work.with.set(real, text(real));
      row(make(path), 'other');
    } else if (kind === 4) {
      row(make(`src/dist/${path.replaceAll('/', '-')}`), 'other');
    } else if (kind === 5) {
      row(make(`vendor/kit/${path}`), 'other');
    } else if (kind === 6) {
      row(
        `${make(path)} ${pick(['(skipped)', '(deferred)', 'if present', '- moved to another task'])}`,
        'other',
      );
    } else if (kind === 7) {
      row(
        pick([
          `Run the checks in ${path}`,
          `Review ${path}`,
          `Add tests for ${path}`,
          `Read ${path.slice(path.lastIndexOf('/') + 1)}`,
        ]),
        'other',
      );
    } else {
      const to = `lib/moved/${path.slice(path.lastIndexOf('/') + 1)}`;
      const old = standing.pop();
      if (old === undefined) continue;
      gone.with.add(old);
      work.with.set(to, text(old));
      row(`Move \`${old}\` to \`${to}\``, 'plain', old);
    }
  }
  if (plants) {
    const phantom = fresh(PHANTOMS);
    const still = standing[0];
    const isDelete = dice(3) === 0 && still !== undefined;
    const path = isDelete ? still : phantom;
    const words = isDelete ? `Delete \`${path}\`` : make(path);
    rows.splice(dice(rows.length + 1), 0, { words, path, isDelete, isTruth: 'false' });
  }

  const file = PATHS[form];
  let tree = new Map(builder.tree);
  // A list of files is written when the work is done; tasks are there before it.
  if (!isList && dice(3) > 0) tree.set(file, textOf(form, rows, false));
  for (const [path, content] of work.before) tree.set(path, content);
  builder.commit('prepare', tree);

  const done = new Map(tree);
  done.set(file, textOf(form, rows, true));
  for (const [path, content] of work.with) done.set(path, content);
  for (const path of gone.with) done.delete(path);
  const rest = new Map(done);
  for (const [path, content] of work.later) rest.set(path, content);
  for (const path of gone.later) rest.delete(path);
  const way = dice(5);
  let mainline: string | undefined;
  if (way === 0) {
    // Work of one branch, seen from the merge.
    const fork = { id: builder.head, tree: builder.tree };
    const ticked = new Map(tree);
    ticked.set(file, textOf(form, rows, true));
    const first = builder.aside('tick', fork, ticked);
    const second = builder.aside('work', first, rest);
    builder.commit('merge', rest, second.id);
  } else if (way === 1) {
    builder.commit('all of it (#7)', rest);
  } else {
    if (way === 2) mainline = builder.head;
    builder.commit('tick and work', done);
    builder.commit('more work', rest);
  }

  // What may happen to a repository afterwards.
  let place = file;
  tree = new Map(builder.tree);
  for (let later = dice(4); later > 0; later -= 1) {
    const next = new Map(tree);
    switch (dice(6)) {
      case 0:
        next.set(place, textOf(form, rows, true, ` again ${later}`));
        break;
      case 1: {
        const moved = [...next.keys()].find(
          (path) => path.startsWith('src/') && !path.endsWith('base.ts'),
        );
        if (moved === undefined) break;
        // A file that is said to be deleted is another case than one that is.
        if (rows.some(({ path, isDelete }) => isDelete && path === moved)) break;
        next.set(`${moved.slice(0, -1)}.split`, `${next.get(moved)}more`);
        next.delete(moved);
        break;
      }
      case 2: {
        const cased = [...next.keys()].find(
          (path) => path.startsWith('lib/') && /[a-z]-/.test(path),
        );
        if (cased === undefined || rows.some(({ path, isDelete }) => isDelete && path === cased))
          break;
        next.set(cased.toUpperCase(), next.get(cased) as string);
        next.delete(cased);
        break;
      }
      case 3:
        if (form === 'openspec' && place === file) {
          const archived = 'openspec/changes/archive/2026-03-06-add-trees/tasks.md';
          next.set(archived, next.get(place) as string);
          next.delete(place);
          place = archived;
        }
        break;
      case 4: {
        const inside = new Map([...next].map(([path, content]) => [`repo/${path}`, content]));
        builder.commit('into a folder', inside);
        break;
      }
      default:
        next.set('README.md', `note ${later}\n`);
    }
    builder.commit(`later ${later}`, next);
    tree = next;
  }

  const ids = (truth: Row['isTruth']) =>
    new Set(rows.flatMap((row, at) => (row.isTruth === truth ? [idOf(form, row, at)] : [])));
  return {
    history: {
      kind: 'history',
      head: builder.head ?? '',
      branch: 'main',
      prefix: '',
      commits: builder.commits,
      mainline: [mainline ?? builder.head ?? ''],
      boundary: new Set(),
      partial: false,
      uncommitted: new Map(),
      texts: new Map([...builder.blobs].map(([content, id]) => [id, content])),
    },
    files: [{ path: place, text: builder.tree.get(place) ?? '' }],
    plain: ids('plain'),
    planted: ids('false'),
  };
}
