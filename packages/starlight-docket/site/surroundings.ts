import { type Corpus, perObject } from 'docket/records';

type Surroundings = Corpus['surroundings'];

/** Adds what pages that are no records show and lead to, to what the records do. */
export function withSurroundings({ existing, shown, documents }: Surroundings) {
  return perObject((corpus: Corpus): Corpus => {
    const own = corpus.surroundings;
    return {
      ...corpus,
      surroundings: {
        ...own,
        existing: union(own.existing, existing),
        shown: union(own.shown, shown),
        documents: union(own.documents, documents),
      },
    };
  });
}

function union(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()) {
  return new Set([...one, ...other]);
}
