import type { JudgedFile, JudgedRecord, Notice, Unknown } from 'docket/session';
import type { WordKey } from '../../words/say.ts';
import { type RecordRef, refTo } from '../record-ref.ts';
import { placeOfClaim } from '../specs/spec-trace.ts';
import { sourceUrl } from '../urls.ts';
import { claimViews } from './claim-view.ts';
import { noticeViews } from './record-evidence.ts';
import { type Piece, richText } from './rich-text.ts';
import type { EvidenceContext, HistoryState } from './site-evidence.ts';
import { type Standing, standingOf, verdictView } from './verdict-view.ts';

/** What a row of the findings page is, the weightiest first. */
export const FINDING_KINDS = [
  'contradicted',
  'undeclared',
  'agent-differs',
  'outdated',
  'rewritten',
  'missing-result',
  'accepted',
] as const;

/** What a row of the findings page is. */
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What a row is called, and how many of its kind there are. */
export const FINDING_WORDS = {
  contradicted: {
    one: 'docket.findings.kindContradicted',
    some: 'docket.findings.someContradicted',
  },
  undeclared: { one: 'docket.findings.kindUndeclared', some: 'docket.findings.someUndeclared' },
  'agent-differs': {
    one: 'docket.findings.kindAgentDiffers',
    some: 'docket.findings.someAgentDiffers',
  },
  outdated: { one: 'docket.findings.kindOutdated', some: 'docket.findings.someOutdated' },
  rewritten: { one: 'docket.findings.kindRewritten', some: 'docket.findings.someRewritten' },
  'missing-result': {
    one: 'docket.findings.kindMissingResult',
    some: 'docket.findings.someMissingResult',
  },
  accepted: { one: 'docket.findings.kindAccepted', some: 'docket.findings.someAccepted' },
} as const satisfies Readonly<Record<FindingKind, Readonly<Record<'one' | 'some', WordKey>>>>;

/** Something the history shows about one record that a reader should look at. */
export interface FindingRow {
  readonly kind: FindingKind;
  /** `undefined` where it is about a file of another source of claims. */
  readonly record: RecordRef | undefined;
  /** That file, with the line of the claim. */
  readonly file?: { readonly path: string; readonly line: number };
  /** Address of its place; `undefined` for a file where the repository has no web view. */
  readonly url: string | undefined;
  readonly text: readonly Piece[];
  readonly seen: readonly Piece[];
  readonly reason: readonly Piece[];
  /** Why a person let it stand. */
  readonly accepted: string | undefined;
  /** Paths, or lines of a difference. */
  readonly details: readonly string[];
}

/** The findings of all records, with what was looked at to come to them. */
export interface Findings {
  readonly rows: readonly FindingRow[];
  readonly counts: readonly { readonly kind: FindingKind; readonly count: number }[];
  readonly standing: Standing;
  /** How many records were judged. */
  readonly judged: number;
  /** How the claims of other sources came out; `undefined` where there are none. */
  readonly files: { readonly count: number; readonly standing: Standing } | undefined;
  /** Records of which nothing could be said. */
  readonly unjudged: readonly { readonly record: RecordRef; readonly reason: string }[];
  /** Why claims are undecided, most frequent first. */
  readonly open: readonly { readonly words: string; readonly count: number }[];
  readonly history: HistoryState;
  readonly acceptedProblem: readonly Piece[];
}

/** How many records without a verdict a page names. */
const NAMED = 50;

const OPEN_WORDS: Readonly<Record<Unknown, WordKey>> = {
  'no-git': 'docket.unknown.noGit',
  'not-a-repository': 'docket.unknown.notARepository',
  'no-commits': 'docket.unknown.noCommits',
  'missing-objects': 'docket.unknown.missingObjects',
  refused: 'docket.unknown.refused',
  failed: 'docket.unknown.failed',
  shallow: 'docket.unknown.shallow',
  uncommitted: 'docket.unknown.uncommitted',
  'missing-object': 'docket.unknown.missingObject',
  'root-commit': 'docket.unknown.rootCommit',
  submodule: 'docket.unknown.submodule',
  ambiguous: 'docket.unknown.ambiguous',
  'not-checkable': 'docket.unknown.notCheckable',
};

/** Collects what a reader should look at from all records. */
export function findingsOf(context: EvidenceContext): Findings {
  const { evidence, base } = context;
  const landed = evidence.judged.filter(({ landing }) => landing.kind === 'landed');
  const rows = [
    ...landed.flatMap((judged) => rowsOf(context, judged)),
    ...evidence.files.flatMap((file) => rowsOfFile(context, file)),
  ].sort(byWeight);
  const open = new Map<string, number>();
  for (const { verdict } of evidence.judged.flatMap(({ claims }) => claims)) {
    if (verdict.kind !== 'unverifiable') continue;
    const words = context.t(OPEN_WORDS[verdict.why]);
    open.set(words, (open.get(words) ?? 0) + 1);
  }
  return {
    rows,
    counts: FINDING_KINDS.map((kind) => ({
      kind,
      count: rows.filter((row) => row.kind === kind).length,
    })).filter(({ count }) => count > 0),
    standing: standingOf(evidence.judged),
    judged: landed.length,
    files:
      evidence.files.length === 0
        ? undefined
        : { count: evidence.files.length, standing: standingOf(evidence.files) },
    unjudged: evidence.judged
      .flatMap(({ record, landing }) =>
        landing.kind === 'unknown' ? [{ record: refTo(base, record), reason: landing.reason }] : [],
      )
      .slice(0, NAMED),
    open: [...open].map(([words, count]) => ({ words, count })).sort((a, b) => b.count - a.count),
    history: evidence.history,
    acceptedProblem: richText(context, evidence.acceptedProblem ?? ''),
  };
}

function rowsOf(context: EvidenceContext, judged: JudgedRecord): FindingRow[] {
  const record = refTo(context.base, judged.record);
  const claims = claimViews(context, judged).flatMap((claim): FindingRow[] => {
    const { name, seen, reason, accepted } = claim.verdict;
    if (name === 'verified' || name === 'unverifiable') return [];
    const url = `${record.url}#${claim.anchor}`;
    return [{ kind: name, record, url, text: claim.claim, seen, reason, accepted, details: [] }];
  });
  const notices = noticeViews(context, judged).flatMap((notice): FindingRow[] => {
    if (notice.severity !== 'warning' || !isFinding(notice.kind)) return [];
    return [
      {
        kind: notice.kind,
        record,
        url: `${record.url}#${notice.anchor}`,
        text: notice.message,
        seen: [],
        reason: [],
        accepted: undefined,
        details: notice.details,
      },
    ];
  });
  return [...claims, ...notices];
}

/** The claims of a task list or another file that do not hold. */
function rowsOfFile(context: EvidenceContext, { path, claims }: JudgedFile): FindingRow[] {
  return claims.flatMap((judged): FindingRow[] => {
    const { name, seen, reason, accepted } = verdictView(context, judged);
    if (name === 'verified' || name === 'unverifiable') return [];
    const { line } = judged.claim.span.start;
    const source = sourceUrl(context.repository, path);
    const place = placeOfClaim(context, path, judged);
    return [
      {
        ...{ kind: name, record: undefined, file: { path, line }, seen, reason, accepted },
        url: place ?? (source && `${source}#L${line}`),
        text: richText(context, judged.claim.claim),
        details: [],
      },
    ];
  });
}

function isFinding(kind: Notice['kind']): kind is Extract<Notice['kind'], FindingKind> {
  return (FINDING_KINDS as readonly string[]).includes(kind);
}

function byWeight(a: FindingRow, b: FindingRow): number {
  return FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind);
}
