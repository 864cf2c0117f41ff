import type { Adoption } from '../adoption.ts';

/** Words that open what a text says of an adoption, as teams write them. */
const WORDS: Readonly<Record<Adoption, readonly string[]>> = {
  planned: [
    'planned',
    'scheduled',
    'not yet',
    'not started',
    'not begun',
    'not yet started',
    'not implemented',
    'not yet implemented',
    'not adopted',
    'not yet adopted',
    'to do',
    'todo',
    'pending',
  ],
  partial: [
    'partial',
    'partially',
    'partly',
    'in part',
    'in progress',
    'ongoing',
    'started',
    'under way',
    'underway',
    'rolling out',
    'implementing',
  ],
  done: [
    'done',
    'complete',
    'completed',
    'fully',
    'full',
    'finished',
    'implemented',
    'adopted',
    'rolled out',
    'in production',
    'yes',
  ],
  abandoned: [
    'abandoned',
    'dropped',
    'reverted',
    'rolled back',
    'undone',
    'cancelled',
    'canceled',
    'no longer',
  ],
};

const BY_WORD: ReadonlyMap<string, Adoption> = new Map(
  Object.entries(WORDS).flatMap(([state, words]) =>
    words.map((word) => [word, state as Adoption] as const),
  ),
);

const MOST_WORDS = 3;

/** What a text says of an adoption. */
export interface SaidAdoption {
  readonly state: Adoption;
  /** Where what follows the word begins, such as `on 2026-04-01`. */
  readonly rest: number;
}

/** How far a text says that a decision is carried out, by its first words; `undefined` where they are none of those known. */
export function adoptionIn(text: string): SaidAdoption | undefined {
  const opening = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0;
  const words = [...text.slice(opening).matchAll(/\p{L}+/gu)].slice(0, MOST_WORDS);
  for (let count = words.length; count > 0; count -= 1) {
    const state = BY_WORD.get(
      words
        .slice(0, count)
        .map(([word]) => word.toLowerCase())
        .join(' '),
    );
    const last = words[count - 1];
    if (!state || !last) continue;
    const end = opening + last.index + last[0].length;
    const between = /^[\s,:;(–—-]*(?:(?:on|since|as of|by|for|until)\s+)?/i.exec(text.slice(end));
    return { state, rest: end + (between?.[0].length ?? 0) };
  }
  return undefined;
}
