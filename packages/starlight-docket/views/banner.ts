import {
  type AdrRecord,
  type Corpus,
  currentSuccessors,
  replacedParts,
  STATUS_TABLE,
  type Status,
  successorsOf,
} from 'docket/records';
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

/** The banner of a decision; `undefined` where it is in force or states no status. */
export function bannerOf(corpus: Corpus, base: string, adr: AdrRecord): Banner | undefined {
  const status = adr.fields.status.value;
  if (status === 'Accepted') return partBanner(corpus, base, adr);
  if (status === undefined) return undefined;
  const current = currentSuccessors(corpus, adr);
  const direct = successorsOf(corpus, adr).filter((record) => !current.includes(record));
  return {
    status,
    message: MESSAGES[status],
    current: current.map((record) => refTo(base, record)),
    direct: direct.map((record) => refTo(base, record)),
  };
}

/** What a reader must know of a decision of which parts no longer stand. */
function partBanner(corpus: Corpus, base: string, adr: AdrRecord): Banner | undefined {
  const parts = replacedParts(corpus, adr);
  if (parts.length === 0) return undefined;
  const names = [...new Set(parts.map(({ name, section }) => section?.title ?? name))];
  const named = names.filter((name) => name !== '').map((name) => `“${name}”`);
  const replaced =
    named.length === 0
      ? 'a part'
      : `${named.length === 1 ? 'the section' : 'the sections'} ${named.join(', ')}`;
  return {
    status: 'Accepted',
    message: `This decision stands, except for ${replaced}.`,
    current: [...new Set(parts.map(({ by }) => by))].map((record) => refTo(base, record)),
    direct: [],
  };
}

const MESSAGES: Readonly<Record<Exclude<Status, 'Accepted'>, string>> = {
  Proposed: `This decision has not been made yet. ${STATUS_TABLE.Proposed.meaning}`,
  Rejected: `This decision was rejected. ${STATUS_TABLE.Rejected.meaning}`,
  Deprecated: `This decision no longer stands. ${STATUS_TABLE.Deprecated.meaning}`,
  Superseded: 'This decision no longer stands.',
};
