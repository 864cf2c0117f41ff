import { acceptingCommit } from '../records/acceptance.ts';
import { CONFIG_FILES } from '../records/config.ts';
import { readConfigText } from '../records/config-text.ts';
import type { Corpus } from '../records/corpus.ts';
import type { Facts, FileFacts, TakenNumber } from '../records/facts.ts';
import { governs } from '../records/governs.ts';
import type { Change, Commit, KnownHistory } from '../records/history.ts';
import { recordId } from '../records/key.ts';
import { kindOfPath, LAYOUT } from '../records/layout.ts';
import type { Ratifications } from '../records/ratification.ts';
import { RATIFIED_FOLDER, readRatification } from '../records/ratified-file.ts';
import { numberOf, revisionsOf, type Step } from '../records/revisions.ts';
import type { ExampleFacts } from './define.ts';
import { type FileMap, patchedFiles } from './examples.ts';

/**
 * What Git would know of an example: its commits, and what is not committed yet. The first commit is the base.
 * Objects are named by their text.
 */
export function historyOf(files: FileMap, corpus: Corpus, facts: ExampleFacts = {}): Facts {
  const { today, commits = [], branches = {} } = facts;
  const [start] = commits;
  const ratifications = ratificationsIn(files, corpus, start && patchedFiles(start.patches));
  const day = { ratifications, ...(today !== undefined && { today }) };
  if (commits.length === 0) return day;

  let tree: FileMap = new Map();
  const trees = new Map<string, FileMap>();
  const made = commits.map(({ subject, day: made, patches }, index): Commit => {
    const next = index === 0 ? patchedFiles(patches) : patchedFiles(patches, tree);
    const changes = changesBetween(tree, next);
    tree = next;
    const time = `${made}T12:00:00Z`;
    const id = String(index + 1).padStart(40, '0');
    trees.set(id, tree);
    return {
      id,
      parents: index === 0 ? [] : [String(index).padStart(40, '0')],
      authored: time,
      committed: time,
      author: 'Team',
      subject,
      changes,
      moves: [],
    };
  });
  const unsaved = changesBetween(tree, files);
  const steps: Step[] = [
    ...made.slice(1),
    ...(unsaved.length > 0 ? [{ id: undefined, subject: '', changes: unsaved, moves: [] }] : []),
  ];
  const history: KnownHistory = {
    kind: 'history',
    head: made.at(-1)?.id ?? '',
    branch: 'topic',
    prefix: '',
    commits: new Map(made.map((commit) => [commit.id, commit])),
    mainline: [],
    boundary: new Set(),
    partial: false,
    uncommitted: new Map(unsaved.map(({ path }) => [path, ' M'])),
    texts: new Map(),
  };
  const revisions = revisionsOf({
    steps,
    records: corpus.records,
    conventions: corpus,
    text: (id) => id,
  });
  return {
    ...day,
    history,
    base: { name: 'main', revisions, taken: takenOn(branches) },
    tree: { files: [...files.keys()], closed: [], accepted: acceptedIn(corpus, made, trees) },
  };
}

function acceptedIn(
  corpus: Corpus,
  steps: readonly Commit[],
  trees: ReadonlyMap<string, FileMap>,
): FileFacts['accepted'] {
  const { adrs: records } = corpus;
  const all = revisionsOf({ steps, records, conventions: corpus, text: (id) => id });
  return new Map(
    records.flatMap((adr) => {
      const id = acceptingCommit(all.get(adr.path) ?? []) ?? '';
      const day = steps.find((step) => step.id === id)?.authored.slice(0, 10);
      const files = [...(trees.get(id)?.keys() ?? [])].filter((path) => governs(adr, path));
      return day === undefined ? [] : [[adr.path, { day, files, moved: new Map() }]];
    }),
  );
}

/** What can be read of ratifications without Git, and what the first commit asks for. */
function ratificationsIn(files: FileMap, corpus: Corpus, base?: FileMap): Ratifications {
  const read = readConfigText(base?.get(CONFIG_FILES.data) ?? '{}');
  const problems = [...files].flatMap(([file, text]) => {
    if (!file.startsWith(`${RATIFIED_FOLDER}/`) || !file.endsWith('.json')) return [];
    const found = readRatification(file, text);
    return 'reason' in found ? [found] : [];
  });
  const policy = 'config' in read ? (read.config.ratification ?? {}) : {};
  const decisions = new Set(corpus.adrs.map(({ path }) => path));
  return { all: [], problems, decisions, policy, gap: undefined };
}

function changesBetween(before: FileMap, after: FileMap): Change[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path): Change[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old === now) return [];
    const status = old === undefined ? 'A' : now === undefined ? 'D' : 'M';
    return [{ status, path, before: old, after: now, submodule: false }];
  });
}

function takenOn(branches: Readonly<Record<string, readonly string[]>>): TakenNumber[] {
  return Object.entries(branches).flatMap(([branch, paths]) =>
    paths.flatMap((path) => {
      const kind = kindOfPath(path);
      const number = numberOf(path, LAYOUT)?.split(' ')[1];
      return kind && number ? [{ id: recordId(kind, number), path, branch }] : [];
    }),
  );
}
