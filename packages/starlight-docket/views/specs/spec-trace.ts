import type { JudgedSourceClaim, Requirement, SpecTask } from 'docket/session';
import type { EvidenceContext } from '../evidence/site-evidence.ts';
import {
  type Standing,
  standingOf,
  type VerdictView,
  verdictView,
} from '../evidence/verdict-view.ts';
import { type RecordRef, refTo } from '../record-ref.ts';
import { commitUrl, pathSlug, pinnedUrl, recordUrl } from '../urls.ts';
import { decisionsOfPath, decisionsOfSpec, speaksOfFiles } from './decisions.ts';
import type { SiteSpec } from './site-specs.ts';
import { slugUrl } from './tabs.ts';

/** A commit as pages name it. */
export interface CommitLink {
  readonly id: string;
  readonly short: string;
  readonly url: string | undefined;
}

/** A path that a task names and the history has. */
export interface TracedPath {
  readonly path: string;
  readonly url: string | undefined;
  /** The commit that made it what the task says. */
  readonly commit: CommitLink | undefined;
  readonly decisions: readonly RecordRef[];
}

/** Where the trace of a task is broken: it is said to be done and names no file, its files are in no commit, or no decision speaks of them. */
export type TaskGap = 'no-path' | 'no-commit' | 'no-decision';

/** A task, or a claim about work that stands in no list of tasks, with what became of it. */
export interface TracedTask {
  readonly anchor: string;
  /** As its list calls it. */
  readonly id: string | undefined;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly isDone: boolean;
  readonly section: string;
  readonly refs: readonly string[];
  /** What is claimed of it, held against Git; `undefined` where nothing is. */
  readonly judged: JudgedSourceClaim | undefined;
  readonly verdict: VerdictView | undefined;
  /** The commit that says that it is done. */
  readonly told: CommitLink | undefined;
  readonly paths: readonly TracedPath[];
  readonly gap: TaskGap | undefined;
}

/** A requirement with the tasks that name it. */
export interface TracedRequirement {
  readonly anchor: string;
  readonly requirement: Requirement;
  /** `undefined` where the tasks name none of its kind. */
  readonly tasks: readonly TracedTask[] | undefined;
  /** Whether a change that was filed away left it in the specifications, as it says. */
  readonly verdict: VerdictView | undefined;
}

/** Where the trace of a specification is broken. */
export type SpecGap = 'no-task' | TaskGap;

/** In the order in which they are told. */
export const SPEC_GAPS = ['no-task', 'no-path', 'no-commit', 'no-decision'] as const;

/** From requirement to task to path to commit to decision. */
export interface SpecTrace {
  readonly spec: SiteSpec;
  readonly title: string;
  /** The page of the trace. */
  readonly url: string;
  readonly requirements: readonly TracedRequirement[];
  readonly tasks: readonly TracedTask[];
  readonly done: number;
  readonly decisions: readonly RecordRef[];
  readonly standing: Standing;
  readonly gaps: readonly {
    readonly kind: SpecGap;
    readonly of: readonly (TracedTask | TracedRequirement)[];
  }[];
}

const known = new WeakMap<object, readonly SpecTrace[]>();

/** The traces of all specifications of other tools, worked out once a build: those that people work on first. */
export function specTraces(context: EvidenceContext): readonly SpecTrace[] {
  const found = known.get(context.evidence);
  if (found) return found;
  const traces = (context.specs?.all ?? []).map((spec) => specTrace(context, spec));
  known.set(context.evidence, traces);
  return traces;
}

function specTrace(context: EvidenceContext, spec: SiteSpec): SpecTrace {
  const { base, evidence } = context;
  const { folder } = spec;
  const paths = new Set(folder.files.map(({ path }) => path));
  const files = evidence.files.filter(({ path }) => paths.has(path));
  const judged = new Map(
    files.flatMap(({ path, claims }) =>
      claims.map((one) => [placeOf(path, one.claim.span.start.line), one] as const),
    ),
  );
  const anchors = new Set<string>();
  const anchorOf = (wanted: string): string => {
    let anchor = wanted;
    for (let count = 2; anchors.has(anchor); count += 1) anchor = `${wanted}-${count}`;
    anchors.add(anchor);
    return anchor;
  };
  const trace = (task: Omit<SpecTask, 'isTicked'>, isDone: boolean) => {
    const claim = judged.get(placeOf(task.file, task.line));
    return tracedTask(context, task, claim, isDone, anchorOf);
  };
  const listed = folder.tasks.map((task) => trace(task, task.isTicked));
  const taken = new Set(
    [...folder.tasks, ...folder.requirements].map(({ file, line }) => placeOf(file, line)),
  );
  const others = files.flatMap(({ path, claims }) =>
    claims
      .map(({ claim }) => claim)
      .filter(({ span }) => !taken.has(placeOf(path, span.start.line)))
      .map(({ kind, claim, span }) =>
        trace(
          {
            ...{ id: undefined, text: claim, file: path, line: span.start.line },
            ...{ refs: [], section: kind === 'commit' ? 'Commits' : 'Files' },
          },
          true,
        ),
      ),
  );
  const tasks = [...listed, ...others];
  const named = new Set(
    folder.requirements
      .filter(({ id }) => tasks.some(({ refs }) => refs.includes(id)))
      .map(({ kind }) => kind),
  );
  const requirements = folder.requirements.map((requirement): TracedRequirement => {
    const { id, kind, file, line } = requirement;
    const claim = judged.get(placeOf(file, line));
    return {
      anchor: anchorOf(anchorFor('requirement', id)),
      requirement,
      tasks: named.has(kind) ? tasks.filter(({ refs }) => refs.includes(id)) : undefined,
      verdict: claim && verdictView(context, claim),
    };
  });
  const spoken = tasks.flatMap((task) => task.paths.flatMap(({ decisions }) => decisions));
  const stated = decisionsOfSpec(context, spec).map((adr) => refTo(base, adr));
  return {
    ...{ spec, title: folder.title, url: slugUrl(base, spec.traceSlug), requirements, tasks },
    done: tasks.filter(({ isDone }) => isDone).length,
    decisions: [...new Map([...stated, ...spoken].map((ref) => [ref.url, ref])).values()],
    standing: standingOf(files),
    gaps: SPEC_GAPS.map((kind) => ({
      kind,
      of:
        kind === 'no-task'
          ? requirements.filter((one) => one.tasks?.length === 0)
          : tasks.filter(({ gap }) => gap === kind),
    })).filter(({ of }) => of.length > 0),
  };
}

function tracedTask(
  context: EvidenceContext,
  { id, text, file, line, section, refs }: Omit<SpecTask, 'isTicked'>,
  judged: JudgedSourceClaim | undefined,
  isDone: boolean,
  anchorOf: (wanted: string) => string,
): TracedTask {
  const paths = (judged?.found ?? []).map(
    ({ path, commit }): TracedPath => ({
      path,
      url: pathUrl(context, path),
      commit: commit === undefined ? undefined : commitLink(context, commit),
      decisions: decisionsOfPath(context, path).map((adr) => refTo(context.base, adr)),
    }),
  );
  return {
    anchor: anchorOf(anchorFor('task', id ?? String(line))),
    ...{ id, text, file, line, isDone, section: section ?? '', refs, judged, paths },
    verdict: judged && verdictView(context, judged),
    told: judged?.commit && commitLink(context, judged.commit.id),
    gap: gapOf(context, judged, paths),
  };
}

function gapOf(
  context: EvidenceContext,
  judged: JudgedSourceClaim | undefined,
  paths: readonly TracedPath[],
): TaskGap | undefined {
  // Without a history, nothing is known of paths and commits.
  if (!judged || context.evidence.history.kind === 'unknown') return undefined;
  if (!('paths' in judged.claim)) return undefined;
  if (judged.claim.paths.length === 0) return 'no-path';
  if (paths.length === 0) return 'no-commit';
  const isSpokenOf = paths.some(({ decisions }) => decisions.length > 0);
  return isSpokenOf || !speaksOfFiles(context) ? undefined : 'no-decision';
}

function commitLink({ repository }: EvidenceContext, id: string): CommitLink {
  return { id, short: id.slice(0, 10), url: commitUrl(repository, id) };
}

/** Where a file is shown: as the page of a record or a text, else in the web view, at the commit that is checked out. */
function pathUrl(context: EvidenceContext, path: string): string | undefined {
  const { base, corpus, evidence, repository, specs } = context;
  const record = corpus.byPath(path);
  if (record) return recordUrl(base, record);
  const page = specs?.byPath.get(path);
  if (page) return slugUrl(base, page.slug);
  const pinned = evidence.atHead(path);
  return pinned && pinnedUrl(repository, pinned);
}

function placeOf(file: string, line: number): string {
  return `${file}:${line}`;
}

function anchorFor(kind: string, name: string): string {
  return `${kind}-${pathSlug(name).replaceAll('/', '-')}`;
}
