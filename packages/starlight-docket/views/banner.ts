import {
  type AdrRecord,
  currentSuccessors,
  replacedParts,
  type Status,
  successorsOf,
} from 'docket/records';
import type { WordKey } from '../words/say.ts';
import type { EvidenceContext } from './evidence/site-evidence.ts';
import { type RecordRef, refTo } from './record-ref.ts';

/** What a reader must know before the first line of a decision that does not simply stand. */
export interface Banner {
  readonly status: Status;
  /** One sentence. */
  readonly message: string;
  /** Decisions that stand in its place today. */
  readonly current: readonly RecordRef[];
  /** Decisions that replaced it directly, where those were replaced in turn. */
  readonly direct: readonly RecordRef[];
}

type BannerContext = Pick<EvidenceContext, 'corpus' | 'base' | 't'>;

/** The banner of a decision; `undefined` where it is in force or states no status. */
export function bannerOf(context: BannerContext, adr: AdrRecord): Banner | undefined {
  const { corpus, base, t } = context;
  const status = adr.fields.status.value;
  if (status === 'Accepted') return partBanner(context, adr);
  if (status === undefined) return undefined;
  const current = currentSuccessors(corpus, adr);
  const direct = successorsOf(corpus, adr).filter((record) => !current.includes(record));
  return {
    status,
    message: t(MESSAGES[status]),
    current: current.map((record) => refTo(base, record)),
    direct: direct.map((record) => refTo(base, record)),
  };
}

/** What a reader must know of a decision of which parts no longer stand. */
function partBanner({ corpus, base, t }: BannerContext, adr: AdrRecord): Banner | undefined {
  const parts = replacedParts(corpus, adr);
  if (parts.length === 0) return undefined;
  const names = [...new Set(parts.map(({ name, section }) => section?.title ?? name))];
  const named = names.filter((name) => name !== '').map((name) => `“${name}”`);
  return {
    status: 'Accepted',
    message:
      named.length === 0
        ? t('docket.banner.part')
        : t('docket.banner.sections', { count: named.length, sections: named.join(', ') }),
    current: [...new Set(parts.map(({ by }) => by))].map((record) => refTo(base, record)),
    direct: [],
  };
}

const MESSAGES: Readonly<Record<Exclude<Status, 'Accepted'>, WordKey>> = {
  Proposed: 'docket.banner.proposed',
  Rejected: 'docket.banner.rejected',
  Deprecated: 'docket.banner.deprecated',
  Superseded: 'docket.banner.superseded',
};
