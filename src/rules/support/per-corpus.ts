import type { Corpus } from '../../records/corpus.ts';

/** Remembers what was computed for a corpus, so that a rule about the whole graph stays linear. */
export function perCorpus<T>(compute: (corpus: Corpus) => T): (corpus: Corpus) => T {
  const known = new WeakMap<Corpus, T>();
  return (corpus) => {
    const found = known.get(corpus);
    if (found !== undefined) return found;
    const value = compute(corpus);
    known.set(corpus, value);
    return value;
  };
}
