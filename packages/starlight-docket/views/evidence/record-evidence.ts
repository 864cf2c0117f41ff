import {
  type AdrRecord,
  type Corpus,
  type DocketRecord,
  homeOfPath,
  messageOf,
  type ProvenanceRecord,
} from 'docket/records';
import { type JudgedRecord, landingKind, type Notice, shortId } from 'docket/session';
import type { WordKey } from '../../words/say.ts';
import { formatInstant } from '../dates.ts';
import { type RecordRef, refTo } from '../record-ref.ts';
import { commitUrl, statementUrl } from '../urls.ts';
import { type ClaimView, claimViews } from './claim-view.ts';
import { type Piece, richText } from './rich-text.ts';
import type { EvidenceContext } from './site-evidence.ts';
import { type Standing, standingOf } from './verdict-view.ts';

/** Where a record came into the history. */
export interface LandingView {
  readonly short: string;
  readonly url: string | undefined;
  readonly date: string;
  /** Such as `directly` or `by a merge`. */
  readonly manner: string;
  readonly subject: string;
}

/** Something the history shows besides the claims. */
export interface NoticeView {
  readonly kind: Notice['kind'];
  readonly anchor: string;
  readonly severity: Notice['severity'];
  readonly message: readonly Piece[];
  readonly help: readonly Piece[];
  readonly details: readonly string[];
}

/** An agent that a commit of the landing names, or a note or trace of one. */
export interface AgentView {
  /** With its model, where that is told apart. */
  readonly name: string;
  /** The sentence that tells who it is and where it is named. */
  readonly of: (typeof SEEN_BY)[keyof typeof SEEN_BY];
  readonly short: string;
  readonly url: string | undefined;
}

/** What the history says of a provenance record. */
export type RecordEvidence =
  | {
      readonly kind: 'judged';
      readonly standing: Standing;
      readonly landing: LandingView;
      readonly claims: readonly ClaimView[];
      readonly notices: readonly NoticeView[];
      /** Who was seen to do the work, and why there may be more that cannot be seen. */
      readonly agents: {
        readonly observed: readonly AgentView[];
        readonly gaps: readonly string[];
      };
      /** Address of the attestation, where there is one. */
      readonly statement: string | undefined;
    }
  /** Nothing can be said of any claim, for one reason. */
  | {
      readonly kind: 'unknown';
      readonly claims: number;
      readonly reason: string;
      readonly help: string | undefined;
    };

const MANNERS = {
  root: 'docket.landing.root',
  merge: 'docket.landing.merge',
  squash: 'docket.landing.squash',
  direct: 'docket.landing.direct',
  range: 'docket.landing.range',
} as const;

/** What the history says of a record. */
export function recordEvidence(
  context: EvidenceContext,
  record: ProvenanceRecord,
): RecordEvidence | undefined {
  const judged = context.evidence.of(record);
  if (!judged) return undefined;
  const { landing, claims } = judged;
  const { history } = context.evidence;
  if (landing.kind === 'unknown') {
    const known = history.kind === 'known';
    const help = HELP[landing.why];
    return {
      kind: 'unknown',
      claims: claims.length,
      reason: known ? landing.reason : history.reason,
      help: known ? help && context.t(help) : history.help,
    };
  }
  const { commit } = landing;
  return {
    kind: 'judged',
    standing: standingOf([judged]),
    landing: {
      short: shortId(commit.id),
      url: commitUrl(context.repository, commit.id),
      date: formatInstant(commit.committed, context.t.lang),
      manner: context.t(MANNERS[landingKind(landing)]),
      subject: commit.subject,
    },
    claims: claimViews(context, judged),
    notices: noticeViews(context, judged),
    agents: {
      observed: (judged.agents?.observed ?? []).map(({ name, model, by, commit: id }) => ({
        name: model === undefined ? name : `${name} (${model})`,
        of: SEEN_BY[by],
        short: shortId(id),
        url: commitUrl(context.repository, id),
      })),
      gaps: judged.agents?.gaps ?? [],
    },
    statement: context.evidence.statements.get(record) && statementUrl(context.base, record),
  };
}

const SEEN_BY = {
  author: 'docket.agent.author',
  trailer: 'docket.agent.trailer',
  note: 'docket.agent.note',
  trace: 'docket.agent.trace',
} as const;

const HELP: Readonly<Partial<Record<string, WordKey>>> = {
  shallow: 'docket.unknown.shallowHelp',
  uncommitted: 'docket.unknown.commitHelp',
  'missing-object': 'docket.unknown.fetchHelp',
};

/** What the history shows of a record besides its claims. */
export function noticeViews(context: EvidenceContext, { notices }: JudgedRecord): NoticeView[] {
  return notices.map((notice, index) => ({
    kind: notice.kind,
    anchor: `notice-${index + 1}`,
    severity: notice.severity,
    message: richText(context, messageOf(notice)),
    help: richText(context, notice.help),
    details: notice.details,
  }));
}

/** The claims that a provenance record makes about one decision. */
export interface DecisionClaims {
  readonly record: RecordRef;
  readonly standing: Standing | undefined;
  readonly claims: readonly ClaimView[];
}

/** What provenance records say of a decision, with the verdicts. */
export function decisionEvidence(context: EvidenceContext, adr: AdrRecord): DecisionClaims[] {
  const records = claimIndex(context).get(adr.path) ?? [];
  return records.map(({ judged, indexes }) => {
    const views = judged.landing.kind === 'landed' ? claimViews(context, judged) : [];
    return {
      record: refTo(context.base, judged.record),
      standing: judged.landing.kind === 'landed' ? standingOf([judged]) : undefined,
      claims: indexes.flatMap((index) => views[index] ?? []),
    };
  });
}

interface ClaimsAbout {
  readonly judged: JudgedRecord;
  readonly indexes: number[];
}

const indexes = new WeakMap<object, ReadonlyMap<string, readonly ClaimsAbout[]>>();

/** Claims by the path of the decision they are about, found in one pass over all records. */
function claimIndex({
  evidence,
  corpus,
}: EvidenceContext): ReadonlyMap<string, readonly ClaimsAbout[]> {
  const known = indexes.get(evidence);
  if (known) return known;
  const index = new Map<string, ClaimsAbout[]>();
  for (const judged of evidence.judged) {
    judged.claims.forEach(({ claim }, at) => {
      const target = claim.kind === 'artifact' ? corpus.byPath(claim.path) : undefined;
      const about = claim.kind === 'decision' ? decisionOf(corpus, claim.adr, judged) : target;
      if (about?.kind !== 'adr') return;
      const list = index.get(about.path) ?? [];
      const last = list.at(-1);
      if (last?.judged === judged) last.indexes.push(at);
      else list.push({ judged, indexes: [at] });
      index.set(about.path, list);
    });
  }
  indexes.set(evidence, index);
  return index;
}

/** The decision that a record of work means by an id: of its own log, else the only one of its repository. */
function decisionOf(
  corpus: Corpus,
  id: string,
  { record }: JudgedRecord,
): DocketRecord | undefined {
  const own = corpus.named(id, record);
  if (own) return own;
  const others = corpus.cited(id).filter(({ path }) => !homeOfPath(corpus.layout, path));
  return others.length === 1 ? corpus.byPath(others[0]?.path ?? '') : undefined;
}
