import {
  type Corpus,
  perObject,
  type Ratifications,
  ratificationState,
  standsInPart,
} from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { recordUrl } from './urls.ts';

/** What more may be to be said of an accepted decision: it waits for a person's word, or later ones replaced parts of it. */
export const QUALIFIED = ['unratified', 'in-part'] as const;
export type QualifiedStatus = (typeof QUALIFIED)[number];

/** The accepted decisions of which more is to be said, by the address of each. */
export type Qualified = ReadonlyMap<string, QualifiedStatus>;

/** The decisions that wait for a person's word, and those of which only a part still stands. */
export function qualifiedStatuses({
  corpus,
  base,
  ratifications,
}: Pick<SiteModel, 'corpus' | 'base' | 'ratifications'>): Qualified {
  return statusesOf(corpus)(base, ratifications);
}

const statusesOf = perObject((corpus: Corpus) => {
  let known: { readonly of: Ratifications; readonly statuses: Qualified } | undefined;
  return (base: string, ratifications: Ratifications): Qualified => {
    if (known?.of !== ratifications) {
      const statuses = new Map<string, QualifiedStatus>();
      for (const adr of corpus.adrs) {
        if (ratificationState(adr, ratifications) === 'unratified') {
          statuses.set(recordUrl(base, adr), 'unratified');
        } else if (standsInPart(corpus, adr)) statuses.set(recordUrl(base, adr), 'in-part');
      }
      known = { of: ratifications, statuses };
    }
    return known.statuses;
  };
});
