import { actsOf, PLACE_LABEL } from './acts.ts';
import { excuseIn, severalRepositoriesIn, withExcusesOf } from './excuses.ts';
import { pathWords } from './path-words.ts';
import { withUniqueIds } from './source.ts';
import { type TaskItem, taskItems } from './task-items.ts';
import { type NamedRequirements, requirementsNamedIn } from './task-refs.ts';
import type { NamedPath, WorkClaim } from './work.ts';

const ID =
  /^(?:\*\*|~~|\[|`)*(T\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)*(?=[.)\s:*])|[A-Z][A-Z0-9]*-\d+[a-z]?)(?:[\])*~`.:]|\s)*/;
const MARK = /^(?:\[(?:P|US\d+|Story\d*|[A-Z][\w -]{0,12})\]\s*)+/;

/** A task of a list, done or not. */
export interface Task extends NamedRequirements {
  /** As the list calls it; `undefined` where it has no name of its own. */
  readonly id: string | undefined;
  /** What is to be done, shortened, without its name and its marks. */
  readonly text: string;
  readonly isTicked: boolean;
  /** The heading above it. */
  readonly section: string | undefined;
  readonly line: number;
}

/** All tasks of a text, in its order. */
export function tasksIn(text: string): Task[] {
  return taskItems(text)
    .filter(({ headline }) => !isReview(headline))
    .map(({ headline, lines, section, isTicked, span }) => ({
      id: ID.exec(headline)?.[1],
      text: shortened(wordsOf(headline).replace(/\*\*|~~/g, '')),
      isTicked,
      section,
      ...requirementsNamedIn([headline, ...lines].join('\n')),
      line: span.start.line,
    }));
}

/** The ticked tasks of a text as claims, each known by its id or, without one, by its opening words. */
export function taskClaims(text: string): WorkClaim[] {
  const several = severalRepositoriesIn(text);
  const claims = taskItems(text)
    .filter(({ isTicked, headline }) => isTicked && !isReview(headline))
    .map((item) => taskClaim(item, several));
  return withUniqueIds(withExcusesOf(text, claims));
}

const BOX = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[xX]\][ \t]+(.*)$/;

/**
 * The ids of the ticked tasks of a text, read line by line: many times as fast as `taskClaims`, and the same unless the
 * text is an unusual one, in which a parser sees other tasks than a reader of its lines.
 */
export function tickedIds(text: string): string[] {
  const ids: { id: string }[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark.startsWith(fence))) {
      fence = fence === undefined ? mark : undefined;
    } else if (fence === undefined) {
      const headline = BOX.exec(line)?.[1]?.trim();
      if (headline !== undefined && !isReview(headline)) ids.push({ id: idOf(headline) });
    }
  }
  return withUniqueIds(ids).map(({ id }) => id);
}

/** A tick in a checklist means that something was reviewed. */
function isReview(headline: string): boolean {
  return /^(?:\*\*|\[)?CHK\d/.test(headline);
}

function idOf(headline: string): string {
  return `task:${ID.exec(headline)?.[1] ?? nameOf(wordsOf(headline))}`;
}

function wordsOf(headline: string): string {
  return headline
    .replace(ID, '')
    .replace(/^(?:\*\*)?\s*/, '')
    .replace(MARK, '');
}

function taskClaim({ headline, lines, span }: TaskItem, several: string | undefined): WorkClaim {
  const words = wordsOf(headline);
  const whole = [headline, ...lines].join('\n');
  return {
    kind: 'task',
    id: idOf(headline),
    claim: shortened(headline),
    span,
    paths: pathsOf(words, lines),
    excuse: excuseIn(whole) ?? several,
    refs: requirementsNamedIn(whole).refs,
  };
}

function pathsOf(headline: string, lines: readonly string[]): NamedPath[] {
  const words = pathWords(headline);
  const acts = actsOf(headline, words);
  const found = words.map(({ path, kind }, index) => ({
    path,
    kind,
    act: acts[index] ?? 'mentioned',
  }));
  for (const line of lines) {
    const act = PLACE_LABEL.test(line) ? 'made' : 'mentioned';
    for (const { path, kind } of pathWords(line)) found.push({ path, kind, act });
  }
  return found;
}

function nameOf(words: string): string {
  return words
    .replace(/[`*_~]/g, '')
    .trim()
    .slice(0, 50)
    .trim();
}

const LONGEST = 160;

function shortened(headline: string): string {
  const line = headline.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
}
