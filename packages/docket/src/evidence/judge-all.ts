import type { Corpus } from '../records/corpus.ts';
import type { History, KnownHistory } from '../records/history.ts';
import type { ProvenanceRecord } from '../records/record.ts';
import { type Acceptance, applyAcceptances } from './accepted.ts';
import { type Context, createContext, type Parsed } from './context.ts';
import { type JudgedRecord, judge, judgeIn } from './judge.ts';

/** What judging needs besides the records. */
export interface JudgeOptions {
  readonly history: History;
  /** Reads blobs as text: an entry for every id, `undefined` for one that cannot be had. */
  readonly readTexts: (ids: readonly string[]) => Promise<ReadonlyMap<string, string | undefined>>;
  /** Claims that a person has judged. */
  readonly accepted?: readonly Acceptance[];
  /** The records to judge; all where not given. */
  readonly records?: readonly ProvenanceRecord[];
}

/**
 * Judges the provenance records of a corpus, in its order. Texts of earlier versions are read as they turn out to be
 * needed, all of one round at once.
 */
export async function judgeAll(corpus: Corpus, options: JudgeOptions): Promise<JudgedRecord[]> {
  const { readTexts, accepted = [], records = corpus.provenances } = options;
  if (options.history.kind === 'unknown') {
    return records.map((record) => judge(record, options.history, corpus));
  }
  const judged = await withAllTexts(corpus, options.history, readTexts, (context) =>
    records.map((record) => judgeIn(context, record)),
  );
  return judged.map((record) => applyAcceptances(record, accepted));
}

/**
 * Asks a question of the history until nothing it looks at is missing. Texts are read as they turn out to be needed,
 * all of one round at once.
 */
export async function withAllTexts<T>(
  corpus: Corpus,
  known: KnownHistory,
  readTexts: JudgeOptions['readTexts'],
  ask: (context: Context) => T,
): Promise<T> {
  let history = known;
  const parsed: Parsed = new Map();
  for (;;) {
    const context = createContext(corpus, history, parsed);
    const answer = ask(context);
    const wanted = [...context.wanted];
    if (wanted.length === 0) return answer;
    const found = await readTexts(wanted);
    const texts = new Map(history.texts);
    // An id that came back without an entry is not to be had; asking again would never end.
    for (const id of wanted) texts.set(id, found.get(id));
    history = { ...history, texts };
  }
}
