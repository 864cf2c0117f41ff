import type { JudgedClaim, JudgedRecord } from '../../evidence/judge.ts';
import { landingKind } from '../../evidence/landing.ts';
import { shortId, type Verdict } from '../../evidence/verdict.ts';
import { summarise } from '../../evidence/wire.ts';
import { messageOf } from '../../records/finding.ts';
import { safeLine, safeText } from '../../report/screen-text.ts';
import type { Paint } from './paint.ts';

const MARKS: Readonly<Record<Verdict['kind'], string>> = {
  verified: '✓',
  contradicted: '✗',
  outdated: '~',
  unverifiable: '?',
};

const COLOURS = {
  verified: 'green',
  contradicted: 'red',
  outdated: 'yellow',
  unverifiable: 'cyan',
} as const;

/** How to write judged records for people. */
export interface PrettyJudged {
  readonly paint: Paint;
  /** Leave out what was verified. */
  readonly quiet: boolean;
}

/** Judged records for people: a block for each with its claims, then one line of totals. Ends with a line break. */
export function prettyJudged(
  judged: readonly JudgedRecord[],
  { paint, quiet }: PrettyJudged,
): string {
  const blocks = judged.flatMap((record) => {
    const told = record.claims.filter(({ verdict }) => !quiet || verdict.kind !== 'verified');
    const notices = record.notices.filter(({ severity }) => !quiet || severity === 'warning');
    if (quiet && told.length === 0 && notices.length === 0) return [];
    const lines = [
      paint('bold', safeLine(record.record.path)),
      `  ${paint('dim', describeLanding(record))}`,
      ...told.flatMap((claim) => claimLines(claim, paint)),
      ...notices.flatMap((notice) => [
        `  ${paint(notice.severity === 'warning' ? 'yellow' : 'cyan', notice.severity)} ${safeLine(messageOf(notice))}`,
        ...notice.details.map((detail) => `      ${safeLine(detail)}`),
        `      ${paint('dim', `line ${notice.span.start.line}; ${notice.help}`)}`,
      ]),
    ];
    return [`${lines.join('\n')}\n`];
  });
  return [...blocks, `${paint('bold', totals(judged))}\n`].join('\n');
}

function claimLines({ claim, verdict, accepted, observed }: JudgedClaim, paint: Paint): string[] {
  const word = accepted === undefined ? verdict.kind : 'accepted';
  const colour = accepted === undefined ? COLOURS[verdict.kind] : 'yellow';
  const line = `  ${paint(colour, `${MARKS[verdict.kind]} ${word.padEnd(12)}`)} ${safeLine(claim.claim)}`;
  const details = detailsOf(verdict, claim.id, accepted);
  if (claim.kind === 'result' && verdict.kind === 'verified' && observed) {
    details.push(`claimed ${claim.result.outcome}, observed ${observed.outcome}`);
  }
  return [
    line,
    ...details.map(
      (detail) => `      ${paint('dim', `${claim.span.start.line}:`)} ${safeText(detail)}`,
    ),
  ];
}

function detailsOf(verdict: Verdict, id: string, accepted: string | undefined): string[] {
  switch (verdict.kind) {
    case 'verified':
      return [verdict.evidence];
    case 'unverifiable':
      return [verdict.reason];
    case 'outdated':
      return [verdict.reason, verdict.evidence];
    case 'contradicted':
      return [
        verdict.reason,
        verdict.evidence,
        accepted === undefined ? `claim \`${id}\`` : `accepted: ${accepted}`,
      ];
  }
}

function describeLanding({ landing, spec }: JudgedRecord): string {
  if (landing.kind === 'unknown') return `landing unknown: ${landing.reason}`;
  const { commit, steps } = landing;
  const kind = landingKind(landing);
  const manner = kind === 'range' ? `${steps.length} commits` : kind;
  const of = spec ? `, for ${spec.path}` : '';
  return safeText(
    `landed in ${shortId(commit.id)} (${manner}) on ${commit.committed.slice(0, 10)}${of}`,
  );
}

/** One line of totals. */
export function totals(judged: readonly JudgedRecord[]): string {
  const { verified, contradicted, outdated, unverifiable, accepted } = summarise(judged);
  const claims = verified + contradicted + outdated + unverifiable;
  const of = `${count(claims, 'claim')} in ${count(judged.length, 'record')}`;
  const note = accepted > 0 ? ` (${accepted} accepted)` : '';
  return `${of}: ${verified} verified, ${contradicted} contradicted${note}, ${outdated} outdated, ${unverifiable} unverifiable`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
