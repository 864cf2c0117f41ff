import type { Change } from '../../records/history.ts';
import { type FileEvent, STATUS_WORDS } from '../artifact-status.ts';
import { type Context, locate, textOf, toGit } from '../context.ts';
import { factsOf } from '../file-facts.ts';
import type { KnownLanding } from '../landing.ts';
import { namedBy } from '../named.ts';
import { type Fate, fateOf, fromLanding, namesAsLanded, namesAtLanding } from '../names.ts';
import type { ArtifactClaim } from '../sources/ours.ts';
import { kindest, unverifiable, type Verdict } from '../verdict.ts';
import { checkFile } from './file.ts';
import { checkFolder } from './folder.ts';
import { checkPattern } from './pattern.ts';
import { checkRename } from './rename.ts';

/** Holds one row of Artifacts Produced against the landing, compared without rename detection. */
export function checkArtifact(
  context: Context,
  landing: KnownLanding,
  claim: ArtifactClaim,
): Verdict {
  const named = namedBy(context, landing, claim.path);
  if (named.kind === 'nothing') return unverifiable('not-checkable', named.reason);
  if (named.kind === 'list') {
    return worst(named.paths.map((path) => checkArtifact(context, landing, { ...claim, path })));
  }
  const [first, ...others] = claim.status.alternatives;
  if (!first) {
    return unverifiable(
      'not-checkable',
      `the status says nothing that happened, such as ${STATUS_WORDS}`,
    );
  }
  if (named.kind === 'pattern') {
    if (isInSubmodule(landing, toGit(context, named.pattern))) return IN_SUBMODULE;
    const held = (events: ReadonlySet<FileEvent>): Verdict =>
      worst([...events].map((event) => checkPattern(landing, named, event)));
    return kindest([held(first), ...others.map(held)]);
  }
  const { path: written, isPart } = named;
  const [name, ...further] = namesAtLanding(context, landing, written);
  const former = claim.from === undefined ? undefined : namedBy(context, landing, claim.from);
  const from =
    former?.kind === 'path' ? locate(landing.line, landing.prefix, former.path) : undefined;
  const reading = (path: string): Verdict =>
    kindest([
      every(landing, path, first, from),
      ...others.map((events) => every(landing, path, events, from)),
    ]);
  const verdict = kindest([reading(name), ...further.map(reading)]);
  const isChanged = (path: string) => landing.line.changeAt(path, landing.position)?.status === 'M';
  if (verdict.kind === 'contradicted' && isPart && [name, ...further].some(isChanged)) {
    return unverifiable(
      'not-checkable',
      `the row names a part of \`${written}\`: the landing changes the file, but Git does not show which part is new`,
    );
  }
  if (verdict.kind !== 'contradicted' || !mayHaveMoved(context, landing, name, written)) {
    return verdict;
  }
  return context.history.partial
    ? unverifiable(
        'missing-object',
        'the file may have had another name, but this clone lacks the contents to find it by',
      )
    : unverifiable(
        'ambiguous',
        'the file may have had another name, but its contents do not show which',
      );
}

/**
 * Whether a path that the record did not name when it landed may be a later name of a file it did name. Git pairs
 * deleted and added files one to one, so that among equal files the true pair can be missed: every file that a commit
 * deletes may be one that it adds. In a clone without contents to compare, any deletion will do.
 */
function mayHaveMoved(
  context: Context,
  landing: KnownLanding,
  path: string,
  written: string,
): boolean {
  const { line, position } = landing;
  const landed = namesAsLanded(landing);
  if (landed.has(written)) return false;
  const isNamed = (name: string) => landed.has(name) || landed.has(fromLanding(landing, name));
  const then = locate(line, landing.prefix, written);
  const queue = [path, then].map((name) => ({ name, limit: line.end }));
  const seen = new Set<number>();
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const entry of line.entries(next.name)) {
      const { position: at, change } = entry;
      if (at <= position || at > next.limit || change.status !== 'A' || seen.has(at)) continue;
      seen.add(at);
      for (const { status, path: name, ...other } of line.commits[at]?.changes ?? []) {
        if (status === 'M' && isNamed(name) && isReplaced(context, change, other)) return true;
        if (status !== 'D') continue;
        if (context.history.partial || isNamed(name)) return true;
        queue.push({ name, limit: at - 1 });
      }
    }
  }
  return false;
}

/** Whether what a commit added is rather what stood at another path than what it left there. */
function isReplaced(
  context: Context,
  added: Pick<Change, 'after'>,
  { before, after }: Pick<Change, 'before' | 'after'>,
): boolean {
  const [text, old, now] = [added.after, before, after].map((id) =>
    id === undefined ? undefined : textOf(context, id),
  );
  if (text === undefined || old === undefined || now === undefined) return false;
  return likeness(old, text) >= 0.5 && likeness(old, now) < 0.5;
}

/** The share of the lines of one text that another has. */
function likeness(one: string, other: string): number {
  const lines = one.split('\n').filter((line) => line.trim() !== '');
  const known = new Set(other.split('\n'));
  return lines.filter((line) => known.has(line)).length / Math.max(lines.length, 1);
}

/** What became of an artifact since the landing; `undefined` where it does not stand after it. */
export function fateOfArtifact(
  context: Context,
  landing: KnownLanding,
  claim: ArtifactClaim,
): Fate | undefined {
  const named = namedBy(context, landing, claim.path);
  if (named.kind !== 'path') return undefined;
  const stands = namesAtLanding(context, landing, named.path).find(
    (name) => landing.line.objectAt(name, landing.position) !== undefined,
  );
  return stands === undefined ? undefined : fateOf(landing.line, landing.position, stands);
}

function every(
  landing: KnownLanding,
  path: string,
  events: ReadonlySet<FileEvent>,
  from: string | undefined,
): Verdict {
  const facts = factsOf(landing, path);
  if (isInSubmodule(landing, path) && facts.every((file) => file.change === undefined)) {
    return IN_SUBMODULE;
  }
  const single = facts.length === 1 ? facts[0] : undefined;
  const verdicts = [...events].map((event) =>
    event === 'renamed'
      ? checkRename(landing, path, from)
      : single
        ? checkFile(landing, single, event)
        : checkFolder(landing, path, facts, event),
  );
  return worst(verdicts);
}

const IN_SUBMODULE = unverifiable(
  'submodule',
  'the file is in a submodule, and its history in another repository',
);

function isInSubmodule({ line, position }: KnownLanding, path: string): boolean {
  return line.isInSubmodule(path, position) || line.isInSubmodule(path, position - 1);
}

/** Several events are claimed to hold together. */
function worst(verdicts: readonly Verdict[]): Verdict {
  return (
    verdicts.find((verdict) => verdict.kind === 'contradicted') ??
    verdicts.find((verdict) => verdict.kind !== 'verified') ??
    verdicts[0] ??
    unverifiable('not-checkable', 'nothing is claimed')
  );
}
