import MiniSearch from 'minisearch';
import type { Corpus } from '../../records/corpus.ts';
import type { Role } from '../../records/dialects/headings.ts';
import { nameInLog } from '../../records/key.ts';
import { outcomeSentence } from '../../records/outcome-sentence.ts';
import type { AdrRecord } from '../../records/record.ts';
import type { Section } from '../../records/sections.ts';
import { termOf, wordsOf } from './words.ts';

/** What a decision is found by, and how much a word weighs where it stands. */
const WEIGHTS = {
  title: 5,
  outcome: 4,
  tags: 2,
  decision: 2.5,
  options: 1.5,
  headings: 1.5,
  body: 1,
} as const;

type Words = Readonly<Record<keyof typeof WEIGHTS, string>> & { readonly path: string };

/** UTF-16 units of a record's body that are searched: what comes later seldom tells what was decided. */
const MOST_OF_BODY = 6000;

/** A decision that a question leads to. */
export interface Hit {
  readonly adr: AdrRecord;
  readonly score: number;
  /** The words of the question it was found by, as stems. */
  readonly terms: readonly string[];
  /** The section that holds most of them; `undefined` where they stand outside of sections. */
  readonly section: Section | undefined;
}

/**
 * Decisions as words, ranked by BM25 over weighted fields. Kept in step with a corpus by what differs from the last
 * one.
 */
export class DecisionIndex {
  readonly #search = new MiniSearch<Words>({
    idField: 'path',
    fields: Object.keys(WEIGHTS),
    tokenize: wordsOf,
    processTerm: (word) => termOf(word) ?? null,
    searchOptions: { boost: WEIGHTS, combineWith: 'OR' },
  });
  readonly #texts = new Map<string, string>();
  #corpus: Corpus | undefined;

  /** The index of a corpus; the same one, brought up to it. */
  of(corpus: Corpus): this {
    if (corpus === this.#corpus) return this;
    this.#corpus = corpus;
    const gone = new Set(this.#texts.keys());
    for (const adr of corpus.adrs) {
      gone.delete(adr.path);
      const { text } = adr.document;
      const known = this.#texts.get(adr.path);
      if (known === text) continue;
      if (known !== undefined) this.#search.discard(adr.path);
      this.#search.add(indexedWords(adr));
      this.#texts.set(adr.path, text);
    }
    for (const path of gone) {
      this.#search.discard(path);
      this.#texts.delete(path);
    }
    return this;
  }

  /** The decisions that have any of the words, the best first. */
  find(words: string): readonly Hit[] {
    const found = this.#search.search(words, {
      // A word that is nowhere may be the beginning of one, or spelt wrongly.
      prefix: (term) => term.length > 3,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
      weights: { fuzzy: 0.2, prefix: 0.3 },
    });
    // Of a long question, a decision that has many of its words is worth more than one that has a rare one.
    const ranked = found
      .map((hit) => ({ ...hit, score: hit.score * hit.queryTerms.length }))
      .sort((a, b) => b.score - a.score);
    return ranked.flatMap(({ id, score, match }) => {
      const adr = this.#corpus?.byPath(String(id));
      if (adr?.kind !== 'adr') return [];
      const terms = Object.keys(match);
      return [
        {
          adr,
          score,
          terms,
          get section() {
            return sectionWith(adr, new Set(terms));
          },
        },
      ];
    });
  }
}

function indexedWords(adr: AdrRecord): Words {
  const textOf = (role: Role) => {
    const extent = adr.sections.get(role)?.extent;
    return extent ? adr.document.text.slice(extent.start.offset, extent.end.offset) : '';
  };
  return {
    path: adr.path,
    title: `${nameInLog(adr)} ${adr.number ?? ''} ${adr.title}`,
    outcome: outcomeSentence(adr)?.text ?? '',
    tags: (adr.fields.tags.value ?? []).join(' '),
    decision: textOf('decision'),
    options: adr.body.options.map(({ name, summary }) => `${name} ${summary}`).join('\n'),
    headings: adr.outline.all.map(({ title }) => title).join('\n'),
    body: adr.document.text.slice(0, MOST_OF_BODY),
  };
}

/** The innermost section with the most different words of a question, the first of several; lists of links answer nothing. */
function sectionWith(adr: AdrRecord, terms: ReadonlySet<string>): Section | undefined {
  let best: Section | undefined;
  let most = 0;
  for (const section of adr.outline.all) {
    if (section.depth === 1 || section === adr.sections.get('references')) continue;
    const end = section.children[0]?.span.start.offset ?? section.extent.end.offset;
    const text = adr.document.text.slice(section.span.start.offset, end);
    const found = new Set(wordsOf(text).flatMap((word) => termOf(word) ?? []));
    const count = [...terms].filter((term) => found.has(term)).length;
    if (count > most) {
      most = count;
      best = section;
    }
  }
  return best;
}
