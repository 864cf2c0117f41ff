import type {
  Corpus,
  History,
  HistoryGap,
  ProvenanceRecord,
  SpecRecord,
  UnknownHistory,
} from 'docket/records';
import {
  type ArtifactClaim,
  type CodeLinks,
  type Context,
  createContext,
  type ExecutionStatement,
  headLine,
  type JudgedFile,
  type JudgedRecord,
  namesAtLanding,
  repositoryPath,
  toGit,
  type ValidatedStep,
} from 'docket/session';
import type { ReferenceContext } from '../references.ts';

/** The steps of specifications as they hold in the working tree, for those that name checks. */
export type StepsNow = ReadonlyMap<SpecRecord, readonly ValidatedStep[]>;

/** The history as pages tell of it. */
export type HistoryState =
  | {
      readonly kind: 'known';
      /** Id of the commit that is checked out. */
      readonly head: string;
      /** How many commits were looked at. */
      readonly commits: number;
      readonly isShallow: boolean;
      readonly isPartial: boolean;
    }
  /** `reason` is a clause without a full stop, `help` how to fix it. */
  | {
      readonly kind: 'unknown';
      readonly why: HistoryGap;
      readonly reason: string;
      readonly help: string;
    };

/** A file at a commit, as Git names both. */
export interface PinnedFile {
  readonly commit: string;
  readonly path: string;
}

/** How the claims of the provenance records hold, for every page of a build. */
export interface SiteEvidence {
  readonly history: HistoryState;
  /** One entry for every provenance record, in the order of the corpus. */
  readonly judged: readonly JudgedRecord[];
  /** The files of other sources of claims, in the order of their paths. */
  readonly files: readonly JudgedFile[];
  /** What is wrong with the file of accepted claims, which then accepts nothing. */
  readonly acceptedProblem: string | undefined;
  of(record: ProvenanceRecord): JudgedRecord | undefined;
  /** The steps of a specification as they hold in the working tree; empty for one that names no checks. */
  now(spec: SpecRecord): readonly ValidatedStep[];
  /** Whether a file or folder stands at the commit that is checked out; `undefined` where no history tells. */
  stands(path: string): boolean | undefined;
  /** A file or folder at the commit that is checked out; `undefined` where it does not stand there. */
  atHead(path: string): PinnedFile | undefined;
  /** Where code and decisions speak of each other. */
  readonly code: CodeLinks;
  /** The attestations of what records tell of; none of a record without a landing to attest. */
  readonly statements: ReadonlyMap<ProvenanceRecord, ExecutionStatement>;
  /** The id of a commit by its first ten digits. */
  commitOf(short: string): string | undefined;
  /** Where an artifact stood after the landing or, deleted, before it; `undefined` where it did neither. */
  pinned(judged: JudgedRecord, claim: ArtifactClaim): PinnedFile | undefined;
}

/** What pages about evidence are made from. */
export interface EvidenceContext extends ReferenceContext {
  readonly evidence: SiteEvidence;
}

/** Everything known after judging. */
export interface EvidenceInput {
  readonly corpus: Corpus;
  readonly history: History;
  readonly judged: readonly JudgedRecord[];
  readonly files?: readonly JudgedFile[];
  readonly acceptedProblem?: string | undefined;
  readonly stepsNow?: StepsNow;
  readonly statements?: ReadonlyMap<ProvenanceRecord, ExecutionStatement>;
  readonly code?: CodeLinks;
}

const REASONS: Readonly<Record<HistoryGap, string>> = {
  'no-git': 'Git is not installed where this site was built',
  'not-a-repository': 'the records are not in a Git repository',
  'no-commits': 'the repository has no commits yet',
  'missing-objects': 'the clone lacks objects that are needed to read it',
  refused: 'Git refuses to read the repository',
  failed: 'Git could not read the repository',
};

/** Puts what was judged into the form in which pages ask for it. */
export function evidenceOf(input: EvidenceInput): SiteEvidence {
  const { corpus, history, judged, acceptedProblem, stepsNow, statements = new Map() } = input;
  const { code = { governed: undefined, markers: new Map() } } = input;
  const byRecord = new Map(judged.map((entry) => [entry.record, entry]));
  const context = history.kind === 'history' ? createContext(corpus, history) : undefined;
  let standing: ReadonlySet<string> | undefined;
  const commits = new Map(
    history.kind === 'history'
      ? [...history.commits.keys()].map((id) => [id.slice(0, 10), id])
      : [],
  );
  const atHead = (path: string): PinnedFile | undefined => {
    if (!context) return undefined;
    standing ??= pathsAtHead(context);
    const inGit = toGit(context, path.replace(/\/+$/, ''));
    return standing.has(inGit) ? { commit: context.history.head, path: inGit } : undefined;
  };
  return {
    history: stateOf(history),
    judged,
    files: input.files ?? [],
    acceptedProblem,
    of: (record) => byRecord.get(record),
    now: (spec) => stepsNow?.get(spec) ?? [],
    stands: (path) => context && atHead(path) !== undefined,
    atHead,
    code,
    statements,
    commitOf: (short) => commits.get(short),
    pinned({ landing }, claim) {
      const written = repositoryPath(claim.path);
      if (!context || landing.kind !== 'landed' || written === undefined) return undefined;
      const { line, position, commit } = landing;
      const names = namesAtLanding(context, landing, written);
      const after = names.find((name) => line.objectAt(name, position) !== undefined);
      if (after !== undefined) return { commit: commit.id, path: after };
      const before = names.find((name) => line.objectAt(name, position - 1) !== undefined);
      const [parent] = commit.parents;
      return before !== undefined && parent !== undefined
        ? { commit: parent, path: before }
        : undefined;
    },
  };
}

/** Files and folders at the commit that is checked out, as Git knows them. */
function pathsAtHead({ history }: Context): ReadonlySet<string> {
  const line = headLine(history);
  const paths = new Set<string>();
  for (const path of line.paths()) {
    if (line.objectAt(path, line.end) === undefined) continue;
    paths.add(path);
    for (let cut = path.lastIndexOf('/'); cut > 0; cut = path.lastIndexOf('/', cut - 1)) {
      if (paths.has(path.slice(0, cut))) break;
      paths.add(path.slice(0, cut));
    }
  }
  return paths;
}

function stateOf(history: History): HistoryState {
  if (history.kind === 'unknown') return unknownState(history);
  const { head, commits, boundary, partial } = history;
  return {
    kind: 'known',
    head,
    commits: commits.size,
    isShallow: boundary.size > 0,
    isPartial: partial,
  };
}

function unknownState({ why, said = '', help }: UnknownHistory): HistoryState {
  return {
    kind: 'unknown',
    why,
    reason: said === '' ? REASONS[why] : `${REASONS[why]} (${said})`,
    help,
  };
}
