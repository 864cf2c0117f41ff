import type { Commit, KnownHistory } from '../../records/history.ts';
import type { JudgedRecord } from '../judge.ts';
import type { KnownLanding } from '../landing.ts';
import type { Notice } from '../notice.ts';
import { shortId } from '../verdict.ts';
import { agentsOfNote } from './notes.ts';
import { disagrees, type LandingAgents, type ObservedAgent } from './observed.ts';
import type { TraceRecord } from './traces.ts';
import { agentsOfCommit, type CommitCredits } from './trailers.ts';

/** What Git and files tell of agents, beside the records. */
export interface Credits {
  /** By commit, for every commit of a landing. */
  readonly commits: ReadonlyMap<string, CommitCredits>;
  /** The commits that a step of a landing stands for: of a merge, those that it brings. */
  readonly brought: ReadonlyMap<string, readonly string[]>;
  /** Notes by commit; `undefined` where the clone has none of them. */
  readonly notes: ReadonlyMap<string, string | undefined> | undefined;
  readonly traces: readonly TraceRecord[];
}

/** A record with who did its work; as it is where it did not land. */
export function withAgents(
  judged: JudgedRecord,
  history: KnownHistory,
  credits: Credits,
): JudgedRecord {
  const { landing, record } = judged;
  if (landing.kind === 'unknown') return judged;
  const agents = agentsOf(landing, record.fields.agent.value, history, credits);
  if (!disagrees(agents)) return { ...judged, agents };
  const seen = [...new Set(agents.observed.map(nameOf))];
  const notice: Notice = {
    kind: 'agent-differs',
    severity: 'warning',
    found: `agent \`${agents.claimed}\` in the record`,
    expected: `${seen.map((name) => `\`${name}\``).join(' or ')}, as the landing tells`,
    help: 'correct the record, or the trailers, notes or traces of the commits',
    span: record.fields.agent.span,
    details: agents.observed.map((one) => `${nameOf(one)} (${one.by} of ${shortId(one.commit)})`),
  };
  return { ...judged, agents, notices: [...judged.notices, notice] };
}

/** An agent in words: `cursor (sonnet-4.5)`. */
export function nameOf({ name, model }: Pick<ObservedAgent, 'name' | 'model'>): string {
  return model === undefined ? name : `${name} (${model})`;
}

function agentsOf(
  landing: KnownLanding,
  claimed: string | undefined,
  history: KnownHistory,
  { commits, brought, notes, traces }: Credits,
): LandingAgents {
  const ids = new Set(landing.steps.flatMap(({ id }) => [id, ...(brought.get(id) ?? [])]));
  const observed = new Map<string, ObservedAgent>();
  const add = (agent: ObservedAgent): void => {
    const key = [agent.by, agent.name, agent.model].join('\n');
    if (!observed.has(key)) observed.set(key, agent);
  };
  for (const id of ids) {
    const credit = commits.get(id);
    if (credit) agentsOfCommit(credit).forEach(add);
    const note = notes?.get(id);
    if (note !== undefined) agentsOfNote(id, note).forEach(add);
  }
  const changed = new Set(landing.commit.changes.map(({ path }) => path));
  const parents = new Set([...ids].flatMap((id) => history.commits.get(id)?.parents ?? []));
  const lostTraces = new Set<string>();
  for (const trace of traces) {
    const touches = trace.paths.some((path) => changed.has(history.prefix + path));
    const commit = commitOf(history, trace.revision);
    if (!touches || (commit && !ids.has(commit.id) && !parents.has(commit.id))) continue;
    if (!commit) lostTraces.add(trace.revision);
    for (const model of commit ? (trace.models.length > 0 ? trace.models : [undefined]) : []) {
      const name = trace.tool ?? model ?? '';
      const own = trace.tool === undefined ? undefined : model;
      if (name !== '' && commit) add({ name, model: own, by: 'trace', commit: commit.id });
    }
  }
  return {
    claimed,
    observed: [...observed.values()],
    gaps: gapsOf(ids, history, notes, lostTraces),
  };
}

/** What was there and cannot be held to this landing any more: a rewrite gives commits other names. */
function gapsOf(
  ids: ReadonlySet<string>,
  history: KnownHistory,
  notes: Credits['notes'],
  lostTraces: ReadonlySet<string>,
): string[] {
  const gaps: string[] = [];
  const hasOwn = [...ids].some((id) => notes?.has(id));
  const lost = [...(notes?.keys() ?? [])].filter((id) => !history.commits.has(id));
  if (!hasOwn && lost.length > 0) {
    gaps.push(
      `${lost.length === 1 ? '1 note is' : `${lost.length} notes are`} about commits that are not in this history, as after a rebase`,
    );
  }
  if (lostTraces.size > 0) {
    gaps.push(
      `traces of files of this landing name commits that are not in this history: ${[...lostTraces].map(shortId).join(', ')}`,
    );
  }
  return gaps;
}

function commitOf({ commits }: KnownHistory, revision: string): Commit | undefined {
  const whole = commits.get(revision);
  if (whole || revision.length >= 40) return whole;
  const found = [...commits.keys()].filter((id) => id.startsWith(revision));
  return found.length === 1 ? commits.get(found[0] ?? '') : undefined;
}
