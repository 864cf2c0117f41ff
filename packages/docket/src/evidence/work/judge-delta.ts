import type { Commit, KnownHistory } from '../../records/history.ts';
import { perObject } from '../../records/memo.ts';
import { type Context, textOf } from '../context.ts';
import {
  comparableTitle,
  type DeltaClaim,
  OPENSPEC,
  requirementsIn,
  type Titles,
} from '../sources/openspec.ts';
import { contradicted, shortId, unverifiable, type Verdict, verified } from '../verdict.ts';
import { bringsOthersWork } from './doubt.ts';
import { heldBackBy } from './held-back.ts';
import type { JudgedWork, WorkCase } from './judge-work.ts';
import type { Sign } from './signs.ts';

/** One text of a specification, and whether it has a requirement. */
interface State {
  readonly position: number;
  readonly path: string;
  /** `undefined` where there is no specification. */
  readonly titles: Titles | undefined;
}

/** Holds what a change that was filed away says of the specifications against their texts since. */
export function judgeDelta(claim: DeltaClaim, held: WorkCase): JudgedWork {
  const late: Sign = { kind: 'late', words: 'The specification followed after the claim' };
  const { verdict, isLate = false } = settle(claim, held);
  return { verdict, signs: isLate ? [late] : [], found: [] };
}

function settle(
  claim: DeltaClaim,
  held: WorkCase,
): { readonly verdict: Verdict; readonly isLate?: boolean } {
  const { scene, making } = held;
  const { context, line, position } = scene;
  const open = (reason: string) => ({ verdict: unverifiable('ambiguous', reason) });
  if (making === 'uncommitted') {
    return { verdict: unverifiable('uncommitted', 'the claim is not committed') };
  }
  const states = statesOf(claim, held);
  if (making === 'missing' || states === 'missing') {
    const reason = 'an earlier version of the specification is not in this clone';
    return { verdict: unverifiable('missing-object', reason) };
  }
  if (context.history.boundary.size > 0) {
    return { verdict: unverifiable('shallow', 'the clone is shallow') };
  }
  const holds = ({ titles }: State): boolean => isAsClaimed(claim, titles);
  const now = states.find((state) => state.position === position);
  const [earlier, later] = [
    states.filter((state) => state.position < position),
    states.filter((state) => state.position > position),
  ];
  if (!now) return open(`there is no specification \`${claim.capability}\``);
  const at = `\`${now.path}\` after ${shortId(line.commits[position]?.id ?? '')}`;
  if (holds(now)) return { verdict: verified(at) };
  const after = later.find(holds);
  if (after) {
    const commit = line.commits[after.position];
    return {
      verdict: verified(`\`${after.path}\` after ${shortId(commit?.id ?? '')}`),
      isLate: true,
    };
  }
  const before = claim.operation === 'removed' ? undefined : earlier.findLast(holds);
  if (before) {
    const commit = line.commits[before.position];
    return { verdict: verified(`\`${before.path}\` after ${shortId(commit?.id ?? '')}`) };
  }
  if (claim.operation !== 'removed') {
    const other = aside(claim, held);
    if (other) {
      const { path, commit } = other;
      return open(
        path === now.path
          ? `\`${path}\` has it after ${shortId(commit.id)} only, a commit of a branch`
          : `not in \`${claim.capability}\`, but in \`${path}\``,
      );
    }
    // Nobody brought the specification up to date: that there is none at all may be a team's habit.
    if (states.every(({ titles }) => !titles || titles.called.size === 0)) {
      return open(`there is no specification \`${claim.capability}\``);
    }
    if (!now.titles) return open(`there was no specification \`${claim.capability}\` yet`);
  }
  const undoing = undoneBy(claim, held);
  if (undoing !== undefined) return open(`\`${undoing}\`, which landed by then, says otherwise`);
  const note = heldBackBy(claim, held);
  if (note !== undefined) return open(`\`${note}\` says that it was left out`);
  if (context.history.partial) {
    const reason = 'this clone left texts behind, and one of them may have it';
    return { verdict: unverifiable('missing-object', reason) };
  }
  const commit = line.commits[position];
  if (!commit || bringsOthersWork(commit)) {
    return open('the commit of the claim brings work that was done elsewhere');
  }
  return {
    verdict: contradicted(
      at,
      claim.operation === 'removed'
        ? `requirement \`${claim.title}\` still there`
        : `requirement \`${claim.title}\` not found`,
    ),
  };
}

function isAsClaimed({ operation, title }: DeltaClaim, titles: Titles | undefined): boolean {
  const wanted = comparableTitle(title);
  return operation === 'removed' ? !titles?.called.has(wanted) : (titles?.all.has(wanted) ?? false);
}

/** The texts of the specification, and that after the commit of the claim; empty where there never was one. */
function statesOf(claim: DeltaClaim, { scene }: WorkCase): State[] | 'missing' {
  const { context, line, position, roots, index } = scene;
  const path = roots
    .map((root) => `${root}openspec/specs/${claim.capability}/spec.md`)
    .find((name) => index.paths.has(name));
  if (path === undefined) return [];
  const positions = line.entries(path).map((entry) => entry.position);
  const wanted = [...new Set([...positions, position])].sort((a, b) => a - b);
  const states = wanted.map((at): State | undefined => {
    const blob = line.objectAt(path, at);
    if (blob === undefined) return { position: at, path, titles: undefined };
    const titles = titlesOf(context, blob);
    return titles && { position: at, path, titles };
  });
  const known = states.filter((state) => state !== undefined);
  return known.length < states.length ? 'missing' : known;
}

interface Version {
  readonly path: string;
  readonly blob: string;
  readonly commit: Commit;
}

/**
 * A text of the specification, or else of another one, that has the requirement, in whatever commit, earlier or later:
 * a branch may have written it and taken it back before it was merged.
 */
function aside(claim: DeltaClaim, { scene }: WorkCase): Version | undefined {
  const { context, roots } = scene;
  const title = comparableTitle(claim.title);
  const folders = roots.map((root) => `${root}openspec/specs/`);
  const own = folders.map((folder) => `${folder}${claim.capability}/spec.md`);
  const having = specsOf(context.history.commits).filter(
    ({ path, blob }) =>
      folders.some((folder) => path.startsWith(folder)) && titlesOf(context, blob)?.all.has(title),
  );
  return having.find(({ path }) => own.includes(path)) ?? having[0];
}

const specsOf = perObject((commits: KnownHistory['commits']): Version[] =>
  [...commits.values()].flatMap((commit) =>
    commit.changes.flatMap(({ path, after }) =>
      after !== undefined && path.endsWith('/spec.md') ? [{ path, blob: after, commit }] : [],
    ),
  ),
);

/** Another change, filed away by the time of the claim, that takes back what the claim says of the requirement. */
function undoneBy(claim: DeltaClaim, { scene }: WorkCase): string | undefined {
  const { context, line, position } = scene;
  const title = comparableTitle(claim.title);
  const isUndone = (other: DeltaClaim): boolean =>
    claim.operation === 'removed'
      ? other.operation !== 'removed' && comparableTitle(other.title) === title
      : (other.operation === 'removed' && comparableTitle(other.title) === title) ||
        (other.from !== undefined && comparableTitle(other.from) === title);
  return [...line.paths()].find((path) => {
    if (!path.endsWith(`/specs/${claim.capability}/spec.md`)) return false;
    const blob = line.objectAt(path, position);
    const text = blob === undefined ? undefined : textOf(context, blob);
    return (
      text !== undefined &&
      OPENSPEC.claims({ path, text }).some((other) => other.kind === 'delta' && isUndone(other))
    );
  });
}

const read = new WeakMap<Context['parsed'], Map<string, Titles>>();

/** The requirements in a blob; `undefined` where the clone lacks it, or where it has yet to be read. */
function titlesOf(context: Context, blob: string): Titles | undefined {
  const text = textOf(context, blob);
  if (text === undefined) return undefined;
  const known = read.get(context.parsed) ?? new Map<string, Titles>();
  read.set(context.parsed, known);
  const titles = known.get(blob) ?? requirementsIn(text);
  known.set(blob, titles);
  return titles;
}
