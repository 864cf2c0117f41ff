import { distance } from 'fastest-levenshtein';
import type { Corpus } from '../corpus.ts';
import { type Piece, wordDifference } from '../difference.ts';
import { parseMarkdown, plainText } from '../markdown.ts';
import { perObject } from '../memo.ts';

/**
 * What an edit did to a text, as far as the texts themselves tell: nothing a reader sees, its form or where its links
 * lead, the spelling of a word, or what it says.
 */
export type EditClass = 'none' | 'form' | 'typo' | 'meaning';

/**
 * Tells what an edit did to a Markdown text. A word counts as a mistyped one only where no record has it any more, some
 * other place has the new one, and the two differ in one letter behind the first.
 * @param corpus the records after the edit
 */
export function editClassOf(before: string, after: string, corpus: Corpus): EditClass {
  if (before === after) return 'none';
  // What is struck out, and what code says, is not told by the words alone.
  const marks = /~~|<\/?(?:del|s|strike|ins)\b|^\s*(?:```|~~~)/gim;
  const [was, now] = [before.match(marks) ?? [], after.match(marks) ?? []];
  if (was.length !== now.length) return 'meaning';
  const pieces = wordDifference(wordsIn(before), wordsIn(after));
  const changes = pieces.filter(({ kind }) => kind !== 'same');
  if (changes.length === 0) return 'form';
  const known = knownWords(corpus);
  return pairsOf(pieces)?.every(([old, next]) => isTypo(old, next, known)) ? 'typo' : 'meaning';
}

function wordsIn(text: string): string {
  return plainText(parseMarkdown(text).tree);
}

/** Each word that gave way with the one in its place; `undefined` where the words are not as many. */
function pairsOf(pieces: readonly Piece[]): readonly (readonly [string, string])[] | undefined {
  const pairs: (readonly [string, string])[] = [];
  const split = (piece: Piece | undefined) => piece?.text.trim().split(/\s+/) ?? [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'same') continue;
    if (piece.kind === 'added') {
      if (pieces[index - 1]?.kind !== 'removed') return undefined;
      continue;
    }
    const next = pieces[index + 1];
    const [old, now] = [split(piece), split(next?.kind === 'added' ? next : undefined)];
    if (old.length !== now.length) return undefined;
    pairs.push(...old.map((word, at) => [word, now[at] ?? ''] as const));
  }
  return pairs;
}

/** Words in which one letter makes another sense. */
const TELLING =
  /^(?:three|seven|eight|first|third|fifth|sixth|ninth|never|shall|every|least|until|above|below|after|before|either|neither|without|within|under|their|there|where|were)$/i;

function isTypo(old: string, next: string, known: ReadonlyMap<string, number>): boolean {
  if (old === next) return true;
  const isWord = (word: string) => /^\p{L}{4,}$/u.test(word) && !TELLING.test(word);
  if (!isWord(old) || !isWord(next) || next.length < 5) return false;
  const [was, now] = [old.toLowerCase(), next.toLowerCase()];
  if (was === now || was[0] !== now[0]) return was === now;
  const isNear = distance(was, now) === 1 || isSwapped(was, now);
  return isNear && !known.has(was) && (known.get(now) ?? 0) > 1;
}

/** Whether two neighbouring letters have changed places. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return (
    one.slice(0, at) + other[at] + other[at + 1] + one.slice(at + 2) === other &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at]
  );
}

/** How often each word stands in all records together, in lower case. */
const knownWords = perObject((corpus: Corpus): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { document } of corpus.records) {
    for (const [word] of document.text.toLowerCase().matchAll(/\p{L}+/gu)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
});
