import { type AdrRecord, type JudgedRatification, ratificationsOf } from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { type Hunk, hunksOf } from './history/revision-view.ts';
import { commitUrl } from './urls.ts';

/** A person's word for a record or a part of it, as the page of the record shows it. */
export interface RatificationView {
  readonly signer: string;
  /** RFC 3339 in UTC, as the signer says. */
  readonly date: string;
  /** What was accepted, where that is not the whole decision. */
  readonly part: string | undefined;
  readonly states: string;
  readonly key: string | undefined;
  readonly standing: JudgedRatification['standing']['kind'];
  /** Why it counts for nothing, or why that cannot be told. */
  readonly reason: string | undefined;
  /** How the text differs from the one that was signed; `undefined` where the history does not have that one. */
  readonly difference: readonly Hunk[] | undefined;
  readonly carrier:
    | {
        readonly author: string;
        readonly isAgent: boolean;
        readonly id: string;
        readonly url: string | undefined;
      }
    | undefined;
}

/** The ratifications of a record as its page shows them. */
export function ratificationViews(
  { ratifications, repository }: Pick<SiteModel, 'ratifications' | 'repository'>,
  record: { readonly path: string; readonly document: AdrRecord['document'] },
): RatificationView[] {
  return ratificationsOf(record, ratifications).map((one) => {
    const { signer, date, part, states, key, standing, carrier } = one;
    const before = standing.kind === 'changed' ? standing.before : undefined;
    return {
      ...{ signer, date, part, states, key },
      standing: standing.kind,
      reason: 'reason' in standing ? standing.reason : undefined,
      difference: before && hunksOf(before.document.text, record.document.text),
      carrier: carrier && {
        author: carrier.author,
        isAgent: carrier.isAgent,
        id: carrier.commit.slice(0, 8),
        url: commitUrl(repository, carrier.commit),
      },
    };
  });
}
