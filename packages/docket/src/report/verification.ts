import type {
  VerdictCounts,
  Verification,
  VerifiedClaim,
  VerifiedRecord,
} from '../records/verification.ts';
import { count } from './count.ts';
import { type Painter, painter } from './paint.ts';
import { safeLine, safeText } from './screen-text.ts';

/** The JSON of `docket verify`: what is absent is `null`; what is only said to people is left out. */
export function verificationJson({ sources, records, summary }: Verification): string {
  const told = records.map(({ gap: _gap, notices, ...record }) => ({
    ...record,
    notices: notices.map(({ help: _help, ...notice }) => notice),
  }));
  return `${JSON.stringify({ version: 2, sources, records: told, summary }, null, 2)}\n`;
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

/**
 * A verification for people: a block for each file with its claims, then one line of totals. Where there are several
 * sources, each has a heading and a line of its own.
 */
export function verificationPretty(
  verification: Verification,
  { colour, quiet }: VerificationScreen,
): string {
  const paint = painter(colour);
  const { sources, records } = verification;
  const blocksOf = (source: string): string[] =>
    records
      .filter((record) => record.source === source)
      .flatMap((record) => block(record, quiet, paint));
  const isOne = sources.length <= 1;
  const blocks = sources.flatMap(({ source, title, files, summary }) => [
    ...(isOne ? [] : [`${paint(title, 'bold')}: ${totals(summary, files, source)}\n`]),
    ...blocksOf(source),
  ]);
  const [only] = sources;
  const noun = only && isOne ? only.source : undefined;
  const closing = totals(verification.summary, records.length, noun);
  return [...blocks, `${paint(closing, 'bold')}\n`].join('\n');
}

function block(record: VerifiedRecord, quiet: boolean, paint: Painter): string[] {
  const told = record.claims.filter(({ verdict }) => !quiet || verdict !== 'verified');
  const notices = record.notices.filter(({ severity }) => !quiet || severity === 'warning');
  if (quiet && told.length === 0 && notices.length === 0) return [];
  const landing = landingWords(record);
  const lines = [
    paint(safeLine(record.file), 'bold'),
    ...(landing === undefined ? [] : [`  ${paint(landing, 'dim')}`]),
    ...agentLines(record).map((line) => `  ${paint(line, 'dim')}`),
    ...told.flatMap((claim) => claimLines(claim, paint)),
    ...notices.flatMap(({ severity, message, details, line, help }) => [
      `  ${paint(severity, severity === 'warning' ? 'yellow' : 'cyan')} ${safeLine(message)}`,
      ...details.map((detail) => `      ${safeLine(detail)}`),
      `      ${paint(`line ${line}; ${help}`, 'dim')}`,
    ]),
  ];
  return [`${lines.join('\n')}\n`];
}

function agentLines({ agents }: VerifiedRecord): string[] {
  if (!agents || agents.observed.length + agents.gaps.length === 0) return [];
  const seen = agents.observed.map(
    ({ name, model, by, commit }) =>
      `${name}${model === null ? '' : ` (${model})`}, ${by} of ${commit.slice(0, 10)}`,
  );
  return [
    ...(seen.length > 0
      ? [`agent claimed: ${agents.claimed ?? 'none'}; observed: ${seen.join('; ')}`]
      : []),
    ...agents.gaps.map((gap) => `agents unknown: ${gap}`),
  ].map(safeLine);
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

function detailsOf({
  id,
  verdict,
  reason,
  evidence,
  accepted,
  result,
  signs = [],
}: VerifiedClaim): string[] {
  const details = [reason, evidence].filter((detail) => detail !== null);
  if (verdict === 'contradicted') {
    details.push(accepted === undefined ? `claim \`${id}\`` : `accepted: ${accepted}`);
  }
  if (verdict === 'verified' && result && result.observed !== null) {
    details.push(`claimed ${result.claimed}, observed ${result.observed}`);
  }
  // A file that may be meant is named by the reason.
  for (const { kind, message } of signs) if (kind === 'documents-only') details.push(message);
  return details;
}

function landingWords({ landing, gap, spec }: VerifiedRecord): string | undefined {
  if (!landing && gap === null) return undefined;
  if (!landing) return `landing unknown: ${gap}`;
  const { commit, kind, date, commits } = landing;
  const manner = kind === 'range' ? `${commits.length} commits` : kind;
  const of = spec === null ? '' : `, for ${spec}`;
  return safeText(`landed in ${commit.slice(0, 10)} (${manner}) on ${date.slice(0, 10)}${of}`);
}

function totals(summary: VerdictCounts, files: number, source: string | undefined): string {
  const { verified, contradicted, outdated, unverifiable, accepted } = summary;
  const claims = verified + contradicted + outdated + unverifiable;
  const of = `${count(claims, 'claim')} in ${count(files, source === 'ours' || files === 0 ? 'record' : 'file')}`;
  const note = accepted > 0 ? ` (${accepted} accepted)` : '';
  return `${of}: ${verified} verified, ${contradicted} contradicted${note}, ${outdated} outdated, ${unverifiable} unverifiable`;
}
