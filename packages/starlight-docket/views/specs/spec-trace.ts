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
  /** As others refer to it: its id, or its first words. */
  readonly name: string;
  /** The text that lists it. */
  readonly url: string;
  /** As its list calls it. */
  readonly id: string | undefined;
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly isDone: boolean;
  readonly section: string;
  /** The stories and requirements that it names; without an anchor where the specification does not state them. */
  readonly refs: readonly { readonly id: string; readonly anchor: string | undefined }[];
  /** What is claimed of it, held against Git; `undefined` where nothing is. */
  readonly judged: JudgedSourceClaim | undefined;
  readonly verdict: VerdictView | undefined;
  /** The commit that says that it is done. */
  readonly told: CommitLink | undefined;
  readonly paths: readonly TracedPath[];
  /** Those that speak of its paths. */
  readonly decisions: readonly RecordRef[];
  readonly gap: TaskGap | undefined;
}

/** A requirement with the tasks that name it. */
export interface TracedRequirement {
  readonly anchor: string;
  readonly name: string;
  /** The text that states it. */
  readonly url: string;
  readonly requirement: Requirement;
  /** `undefined` where the tasks name none of its kind, or none of them names it and not all that they name can be read. */
  readonly tasks: readonly TracedTask[] | undefined;
  /** What is claimed of it, held against Git; `undefined` where nothing is. */
  readonly judged: JudgedSourceClaim | undefined;
  /** Whether a change that was filed away left it in the specifications, as it says. */
  readonly verdict: VerdictView | undefined;
}

/** Where the trace of a specification is broken. */
export type SpecGap = 'no-task' | 'not-done' | TaskGap;

/** In the order in which they are told. */
export const SPEC_GAPS = ['no-task', 'not-done', 'no-path', 'no-commit', 'no-decision'] as const;

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
  /** What can be said where there is no gap: work that is not done, not held against Git, or contradicted may have some. */
  readonly state: 'no-tasks' | 'under-way' | 'unknown' | 'contradicted' | 'without-gap';
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

/** The trace of one. */
export function traceOfSpec(context: EvidenceContext, spec: SiteSpec): SpecTrace {
  const trace = specTraces(context).find((one) => one.spec === spec);
  if (!trace) throw new Error(`Unexpected specification ${spec.slug}`);
  return trace;
}

/** The place in a trace where a claim of a file is shown; `undefined` for one that is part of no specification. */
export function placeOfClaim(
  context: EvidenceContext,
  path: string,
  claim: JudgedSourceClaim,
): string | undefined {
  const page = context.specs?.byPath.get(path);
  if (!page) return undefined;
  const { url, tasks, requirements } = traceOfSpec(context, page.spec);
  const found = [...tasks, ...requirements].find(({ judged }) => judged === claim);
  return found && `${url}#${found.anchor}`;
}

/** Its tasks under the headings of their list, in order. */
export function sectionsOf({ tasks }: SpecTrace) {
  const sections: { title: string; tasks: TracedTask[] }[] = [];
  for (const task of tasks) {
    const last = sections.at(-1);
    if (last?.title === task.section) last.tasks.push(task);
    else sections.push({ title: task.section, tasks: [task] });
  }
  return sections;
}

function specTrace(context: EvidenceContext, spec: SiteSpec): SpecTrace {
  const { base, evidence, t } = context;
  const { folder } = spec;
  const paths = new Set(folder.files.map(({ path }) => path));
  const files = evidence.files.filter(({ path }) => paths.has(path));
  const claims = files.flatMap((file) => file.claims.map((one) => ({ path: file.path, one })));
  const untold = new Set(claims);
  const judged = Map.groupBy(claims, ({ path, one }) => placeOf(path, one.claim.span.start.line));
  // A line may make several claims, each of which is told once.
  const take = ({ file, line }: Pick<Requirement, 'file' | 'line'>) => {
    const found = (judged.get(placeOf(file, line)) ?? []).find((claim) => untold.delete(claim));
    return found?.one;
  };
  const anchors = new Set<string>();
  const anchorOf = (wanted: string): string => {
    let anchor = wanted;
    for (let count = 2; anchors.has(anchor); count += 1) anchor = `${wanted}-${count}`;
    anchors.add(anchor);
    return anchor;
  };
  const stated = new Map(
    folder.requirements.map((one) => [one.id, anchorOf(anchorFor('requirement', one.id))]),
  );
  const trace = (
    task: Omit<SpecTask, 'isTicked' | 'unread'>,
    isDone: boolean,
    claim: JudgedSourceClaim | undefined,
  ): TracedTask => {
    const own = tracedWork(context, claim);
    return {
      anchor: anchorOf(anchorFor('task', task.id ?? String(task.line))),
      name: task.id ?? firstWords(task.text),
      url: textUrl(context, task.file),
      ...{ id: task.id, text: task.text, file: task.file, line: task.line, isDone },
      section: task.section ?? '',
      refs: task.refs.map((id) => ({ id, anchor: stated.get(id) })),
      ...own,
    };
  };
  const listed = folder.tasks.map((task) => trace(task, task.isTicked, take(task)));
  const claimed = folder.requirements.map((requirement) => ({
    requirement,
    judged: take(requirement),
  }));
  const others = [...untold].map(({ path, one }) => {
    const { kind, claim, span } = one.claim;
    const section = t(kind === 'commit' ? 'docket.spec.otherCommits' : 'docket.spec.otherFiles');
    const { line } = span.start;
    return trace({ id: undefined, text: claim, file: path, line, refs: [], section }, true, one);
  });
  const tasks = [...listed, ...others];
  const named = new Set(
    folder.requirements
      .filter(({ id }) => tasks.some((task) => names(task, id)))
      .map(({ kind }) => kind),
  );
  const unread = new Set(folder.tasks.flatMap((task) => task.unread));
  const requirements = claimed.map(({ requirement, judged: claim }): TracedRequirement => {
    const { id, kind, file } = requirement;
    const own = tasks.filter((task) => names(task, id));
    const isKnown = own.length > 0 || (named.has(kind) && !unread.has(kind));
    return {
      anchor: stated.get(id) ?? '',
      name: kind === 'numbered' ? `${id}.` : id,
      url: textUrl(context, file),
      requirement,
      tasks: isKnown ? own : undefined,
      judged: claim,
      verdict: claim && verdictView(context, claim),
    };
  });
  const standing = standingOf(files);
  const spoken = tasks.flatMap((task) => task.decisions);
  const told = decisionsOfSpec(context, spec).map((adr) => refTo(base, adr));
  return {
    ...{ spec, title: folder.title, url: slugUrl(base, spec.traceSlug), requirements, tasks },
    done: tasks.filter(({ isDone }) => isDone).length,
    decisions: once([...told, ...spoken]),
    standing,
    state:
      tasks.length === 0
        ? 'no-tasks'
        : tasks.some(({ isDone }) => !isDone)
          ? 'under-way'
          : evidence.history.kind === 'unknown'
            ? 'unknown'
            : standing.counts.contradicted + standing.counts.accepted > 0
              ? 'contradicted'
              : 'without-gap',
    gaps: SPEC_GAPS.map((kind) => ({
      kind,
      of:
        kind === 'no-task'
          ? requirements.filter((one) => one.tasks?.length === 0)
          : kind === 'not-done'
            ? // While people work on it, what is not done is no gap.
              tasks.filter(({ isDone }) => folder.archived && !isDone)
            : tasks.filter(({ gap }) => gap === kind),
    })).filter(({ of }) => of.length > 0),
  };
}

/** What became of what is claimed of a task. */
function tracedWork(context: EvidenceContext, judged: JudgedSourceClaim | undefined) {
  // A task may name a path more than once.
  const found = new Map(judged?.found.map((one) => [one.path, one]));
  const paths = [...found.values()].map(
    ({ path, commit }): TracedPath => ({
      path,
      url: pathUrl(context, path),
      commit: commit === undefined ? undefined : commitLink(context, commit),
      decisions: decisionsOfPath(context, path).map((adr) => refTo(context.base, adr)),
    }),
  );
  return {
    judged,
    verdict: judged && verdictView(context, judged),
    told: judged?.commit && commitLink(context, judged.commit.id),
    paths,
    decisions: once(paths.flatMap(({ decisions }) => decisions)),
    gap: gapOf(context, judged, paths),
  };
}

function once(refs: readonly RecordRef[]): RecordRef[] {
  return [...new Map(refs.map((ref) => [ref.url, ref])).values()];
}

function names({ refs }: TracedTask, id: string): boolean {
  return refs.some((ref) => ref.id === id);
}

const WORDS = 6;

function firstWords(text: string): string {
  const words = text.split(/\s+/);
  return words.length > WORDS ? `${words.slice(0, WORDS).join(' ')}…` : text;
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
  if (specs?.byPath.has(path)) return textUrl(context, path);
  const pinned = evidence.atHead(path);
  return pinned && pinnedUrl(repository, pinned);
}

/** The page of a text of a specification. */
function textUrl({ base, specs }: EvidenceContext, path: string): string {
  return slugUrl(base, specs?.byPath.get(path)?.slug ?? '');
}

function placeOf(file: string, line: number): string {
  return `${file}:${line}`;
}

function anchorFor(kind: string, name: string): string {
  return `${kind}-${pathSlug(name).replaceAll('/', '-')}`;
}
