import type { Verification, VerifiedClaim, VerifiedRecord } from '../records/verification.ts';
import { count } from './count.ts';
import { type Painter, painter } from './paint.ts';
import { safeLine, safeText } from './screen-text.ts';

/** The JSON of `docket verify`: what is absent is `null`; what is only said to people is left out. */
export function verificationJson({ records, summary }: Verification): string {
  const told = records.map(({ gap: _gap, notices, ...record }) => ({
    ...record,
    notices: notices.map(({ help: _help, ...notice }) => notice),
  }));
  return `${JSON.stringify({ records: told, summary }, null, 2)}\n`;
}

const MARKS = { verified: '✓', contradicted: '✗', outdated: '~', unverifiable: '?' } as const;

const COLOURS = {
  verified: 'green',
  contradicted: 'red',
  outdated: 'yellow',
  unverifiable: 'cyan',
} as const;

/** How to write a verification for people. */
export interface VerificationScreen {
  readonly colour: boolean;
  /** Leave out what was verified. */
  readonly quiet: boolean;
}

/** A verification for people: a block for each record with its claims, then one line of totals. */
export function verificationPretty(
  verification: Verification,
  { colour, quiet }: VerificationScreen,
): string {
  const paint = painter(colour);
  const blocks = verification.records.flatMap((record) => {
    const told = record.claims.filter(({ verdict }) => !quiet || verdict !== 'verified');
    const notices = record.notices.filter(({ severity }) => !quiet || severity === 'warning');
    if (quiet && told.length === 0 && notices.length === 0) return [];
    const lines = [
      paint(safeLine(record.file), 'bold'),
      `  ${paint(landingWords(record), 'dim')}`,
      ...told.flatMap((claim) => claimLines(claim, paint)),
      ...notices.flatMap(({ severity, message, details, line, help }) => [
        `  ${paint(severity, severity === 'warning' ? 'yellow' : 'cyan')} ${safeLine(message)}`,
        ...details.map((detail) => `      ${safeLine(detail)}`),
        `      ${paint(`line ${line}; ${help}`, 'dim')}`,
      ]),
    ];
    return [`${lines.join('\n')}\n`];
  });
  return [...blocks, `${paint(totals(verification), 'bold')}\n`].join('\n');
}

function claimLines(entry: VerifiedClaim, paint: Painter): string[] {
  const { claim, verdict, accepted, line } = entry;
  const word = accepted === undefined ? verdict : 'accepted';
  const colour = accepted === undefined ? COLOURS[verdict] : 'yellow';
  return [
    `  ${paint(`${MARKS[verdict]} ${word.padEnd(12)}`, colour)} ${safeLine(claim)}`,
    ...detailsOf(entry).map((detail) => `      ${paint(`${line}:`, 'dim')} ${safeText(detail)}`),
  ];
}

function detailsOf({ id, verdict, reason, evidence, accepted, result }: VerifiedClaim): string[] {
  const details = [reason, evidence].filter((detail) => detail !== null);
  if (verdict === 'contradicted') {
    details.push(accepted === undefined ? `claim \`${id}\`` : `accepted: ${accepted}`);
  }
  if (verdict === 'verified' && result && result.observed !== null) {
    details.push(`claimed ${result.claimed}, observed ${result.observed}`);
  }
  return details;
}

function landingWords({ landing, gap, spec }: VerifiedRecord): string {
  if (!landing) return `landing unknown: ${gap}`;
  const { commit, kind, date, commits } = landing;
  const manner = kind === 'range' ? `${commits.length} commits` : kind;
  const of = spec === null ? '' : `, for ${spec}`;
  return safeText(`landed in ${commit.slice(0, 10)} (${manner}) on ${date.slice(0, 10)}${of}`);
}

function totals({ records, summary }: Verification): string {
  const { verified, contradicted, outdated, unverifiable, accepted } = summary;
  const claims = verified + contradicted + outdated + unverifiable;
  const of = `${count(claims, 'claim')} in ${count(records.length, 'record')}`;
  const note = accepted > 0 ? ` (${accepted} accepted)` : '';
  return `${of}: ${verified} verified, ${contradicted} contradicted${note}, ${outdated} outdated, ${unverifiable} unverifiable`;
}
