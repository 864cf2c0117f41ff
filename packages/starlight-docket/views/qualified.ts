import {
  type Corpus,
  perObject,
  type Ratifications,
  ratificationState,
  standsInPart,
} from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { IN_PART, UNRATIFIED } from './status-words.ts';
import { recordUrl } from './urls.ts';

/** Words for the status of decisions that are accepted, and more is to be said of that; by the address of each. */
export type Qualified = ReadonlyMap<string, string>;

/** The decisions that wait for a person's word, and those of which only a part still stands. */
export function qualifiedStatuses({
  corpus,
  base,
  ratifications,
}: Pick<SiteModel, 'corpus' | 'base' | 'ratifications'>): Qualified {
  return statusesOf(corpus)(base, ratifications);
}

const statusesOf = perObject((corpus: Corpus) => {
  let known: { readonly of: Ratifications; readonly words: Qualified } | undefined;
  return (base: string, ratifications: Ratifications): Qualified => {
    if (known?.of !== ratifications) {
      const words = new Map<string, string>();
      for (const adr of corpus.adrs) {
        if (ratificationState(adr, ratifications) === 'unratified') {
          words.set(recordUrl(base, adr), UNRATIFIED);
        } else if (standsInPart(corpus, adr)) words.set(recordUrl(base, adr), IN_PART);
      }
      known = { of: ratifications, words };
    }
    return known.words;
  };
});
