import { readCitations } from '../citations.ts';
import type { Span } from '../finding.ts';
import { type FoundMention, findMentions } from '../key.ts';
import type { Link } from '../links.ts';
import { followsBranch, isOwn, type OwnRepository } from './own-address.ts';

/** A stretch of a text, by offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Whether a stretch holds another. */
export function holds(outer: Stretch, start: number, end: number): boolean {
  return outer.start <= start && end <= outer.end;
}

/** A span as a stretch. */
export function stretch({ start, end }: Span): Stretch {
  return { start: start.offset, end: end.offset };
}

/** Addresses with a scheme, and paths in a commit as `git show` takes them. */
const FIXED =
  /[a-z][a-z0-9+.-]*:\/\/(?:[^\s<>"'`()]|\([^\s<>"'`()]*\))+|(?<![\w./-])(?:[0-9a-f]{7,64}|HEAD[~^][\d~^]*):[^\s<>"'`()]+/gi;

/** What does not follow a file of this repository: addresses, and links to other places with their words. */
export function fixedPlaces(
  text: string,
  links: readonly Link[],
  repository: OwnRepository,
): readonly Stretch[] {
  const addresses = [...text.matchAll(FIXED)]
    .filter(([address]) => !followsBranch(address, repository))
    .map(({ 0: address, index }) => ({ start: index, end: index + address.length }));
  const foreign = links.filter(
    ({ target }) => target.kind === 'external' && !isOwn(target.url, repository),
  );
  return [...addresses, ...foreign.map(({ span }) => stretch(span))];
}

/** Whether a file is Markdown by its name. */
export function isMarkdown(path: string): boolean {
  return /\.mdx?$/i.test(path);
}

/**
 * Mentions anywhere in a document, and in the comments of code.
 * @param words as for `findMentions`; in documents only
 */
export function mentionsIn(path: string, text: string, words?: readonly string[]): FoundMention[] {
  if (/\.(?:mdx?|txt)$/i.test(path)) return findMentions(text, words);
  return readCitations(path, text).citations.map(({ id, log, text: words, span }) => ({
    id,
    ...(log !== undefined && { log }),
    text: words,
    index: span.start.offset,
  }));
}

/** Where a text has a name that is no part of a longer one. */
export function placesOf(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text[at - 1] ?? '';
    const after = text[at + name.length] ?? '';
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) found.push(at);
  }
  return found;
}
