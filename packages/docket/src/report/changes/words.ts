import {
  type Changes,
  changeKind,
  type GovernedChange,
  type RecordChange,
  type RelationChange,
  type ResultChange,
  type SectionChange,
  type Silencing,
  sideOf,
  statusChange,
  type VerdictChange,
} from '../../records/changes/changes.ts';
import { isSpokenOf, lacksAcknowledgement } from '../../records/changes/governed.ts';
import type { Piece } from '../../records/difference.ts';
import { type Finding, messageOf } from '../../records/finding.ts';
import { RELATION_TABLE } from '../../records/relation.ts';
import { count } from '../count.ts';

// What every format says of a change, so that they say the same.

/** What happened to a record in a few words: `added, Proposed`, `renamed from docs/adr/…; Accepted → Superseded`. */
export function outlineOfChange(change: RecordChange): string {
  const status = statusChange(change);
  const kind = changeKind(change);
  const first = {
    added: `added${change.after?.status ? `, ${change.after.status}` : ''}`,
    removed: 'removed',
    renamed: `renamed from ${change.before?.path ?? ''}`,
    changed: '',
  }[kind];
  const isBoth = change.before !== undefined && change.after !== undefined;
  const parts = [
    first,
    status ? `${status.before ?? 'no status'} → ${status.after ?? 'no status'}` : '',
    isBoth && change.sections.length > 0 ? count(change.sections.length, 'section') : '',
    change.fields.length > 0 ? change.fields.map(({ key }) => key).join(', ') : '',
  ];
  return parts.filter((part) => part !== '').join('; ') || 'relations only';
}

/** `ADR-025 supersedes ADR-007`. */
export function relationWords({ type, from, to }: RelationChange): string {
  return `${from} ${RELATION_TABLE[type].forward.toLowerCase()} ${to}`;
}

/** `PROVENANCE-0001, step 3: FAIL → PASS`. */
export function resultWords(change: RecordChange, result: ResultChange): string {
  const { number, before, after } = result;
  return `${sideOf(change).id}, step ${number}: ${before ?? 'no result'} → ${after ?? 'no result'}`;
}

/** `Created src/a.ts: verified → contradicted, because …`. */
export function verdictWords({ record, claim, before, after, reason }: VerdictChange): string {
  const change = `${before ?? 'not claimed'} → ${after ?? 'no longer claimed'}`;
  return `${record}, ${claim}: ${change}${reason === '' ? '' : `, because ${reason}`}`;
}

/** `error[status-known] docs/adr/adr-001-a.md:3: Unexpected …`. */
export function findingWords(finding: Finding): string {
  const { severity, rule, file, span } = finding;
  return `${severity}[${rule}] ${file}:${span.start.line}: ${messageOf(finding)}`;
}

/** ``ADR-020 silences `link-target` at docs/adr/adr-020-a.md:12: moves next week``. */
export function silencingWords({ record, path, line, rules, reason }: Silencing): string {
  const names = rules.map((rule) => `\`${rule}\``).join(', ');
  return `${record} silences ${names} at ${path}:${line}: ${reason}`;
}

/** `This change touches files governed by 2 decisions`. */
export function governedTitle(governed: readonly GovernedChange[]): string {
  return `This change touches files governed by ${count(governed.length, 'decision')}`;
}

/** `ADR-018 Secret Management, superseded by ADR-025: Secrets live in a vault.` */
export function governedName({ id, title, status, supersededBy, outcome }: GovernedChange): string {
  const standing =
    status === 'Superseded'
      ? `, superseded${supersededBy.length > 0 ? ` by ${supersededBy.join(', ')}` : ''}`
      : '';
  return `${id} ${title}${standing}${outcome === undefined ? '' : `: ${outcome}`}`;
}

const MOST_FILES = 10;

/** The files of a change that a decision governs, ten at most. */
export function governedFiles({ files }: GovernedChange): string[] {
  const more = files.length - MOST_FILES;
  return [...files.slice(0, MOST_FILES), ...(more > 0 ? [`and ${count(more, 'file')} more`] : [])];
}

/** What a change says of a decision that governs its files. */
export function governedAnswer(change: GovernedChange): string {
  const { id, status, answeredBy, acknowledgedBy, asking } = change;
  if (status === 'Superseded') return 'it no longer holds: what governs these files now?';
  if (lacksAcknowledgement(change)) {
    const files = asking.length === change.files.length ? 'these files' : `${asking.join(', ')}`;
    return `asks whoever changes ${files} to name it: no commit has the line Decision: ${id}`;
  }
  if (!isSpokenOf(change)) return 'the change says nothing of this decision: does it still hold?';
  const places = [
    ...answeredBy,
    ...acknowledgedBy.map((by) =>
      by === 'text' ? 'the text of the pull request' : `commit ${by.slice(0, 10)}`,
    ),
  ];
  return `the change speaks of it in ${places.join(', ')}`;
}

/** `Consequences › Risks`. */
export function sectionWords({ titles }: SectionChange): string {
  return titles.length === 0 ? 'Opening' : titles.join(' › ');
}

/** The counts that open a report: `1 decision added, 2 statuses changed`. */
export function totals(changes: Changes): string {
  const { records, relations, verdicts, silencings, governed, violations } = changes;
  const ofKind = (kind: string) => records.filter((one) => changeKind(one) === kind).length;
  const amounts: readonly (readonly [number, string, string])[] = [
    [ofKind('added'), 'record', 'added'],
    [ofKind('removed'), 'record', 'removed'],
    [ofKind('renamed'), 'record', 'renamed'],
    [ofKind('changed'), 'record', 'changed'],
    [records.filter(statusChange).length, 'status', 'changed'],
    [relations.filter(({ kind }) => kind === 'added').length, 'relation', 'added'],
    [relations.filter(({ kind }) => kind === 'removed').length, 'relation', 'removed'],
    [verdicts.length, 'verdict', 'changed'],
    [silencings.length, 'rule comment', 'added'],
    [governed.length, 'decision', 'with changed files'],
    [violations.added.length, 'rule violation', 'added'],
    [violations.fixed.length, 'rule violation', 'fixed'],
  ];
  const told = amounts.filter(([amount]) => amount > 0);
  if (told.length === 0) return 'No change to the records';
  return told.map(([amount, noun, verb]) => `${count(amount, noun)} ${verb}`).join(', ');
}

/**
 * The pieces with long unchanged stretches cut down to what is needed to find the place.
 * @param reach characters of unchanged text beside a change
 */
export function excerpt(pieces: readonly Piece[], reach: number): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'same') return piece;
    const isFirst = index === 0;
    const isLast = index === pieces.length - 1;
    const { text } = piece;
    if (text.length <= (isFirst || isLast ? reach : reach * 2) + 1) return piece;
    const head = isFirst ? '' : `${cutEnd(text, reach)}`;
    const tail = isLast ? '' : `${cutStart(text, reach)}`;
    return { kind: 'same', text: `${head}${isFirst ? '' : ' '}…${isLast ? '' : ' '}${tail}` };
  });
}

/** The first words of a text, whole. */
function cutEnd(text: string, length: number): string {
  const part = text.slice(0, length);
  return part.slice(0, Math.max(part.search(/\s+\S*$/), 0));
}

/** The last words of a text, whole. */
function cutStart(text: string, length: number): string {
  const part = text.slice(-length);
  const line = part.indexOf('\n');
  if (line >= 0 && line < part.length - 1) return part.slice(line + 1);
  const at = part.search(/\s/);
  return at < 0 ? '' : part.slice(at + 1);
}
