import {
  type Changes,
  type GovernedChange,
  isEmpty,
  type RecordChange,
  sideOf,
} from '../../records/changes/changes.ts';
import type { Piece } from '../../records/difference.ts';
import { type Painter, painter, type Style } from '../paint.ts';
import { safeLine, safeText } from '../screen-text.ts';
import {
  excerpt,
  findingWords,
  governedAnswer,
  governedFiles,
  governedName,
  governedTitle,
  outlineOfChange,
  relationWords,
  resultWords,
  sectionWords,
  silencingWords,
  totals,
  verdictWords,
} from './words.ts';

const REACH = 70;

/** The changes for people at a terminal. Without colour, words are marked as Git does: `[-gone-]`, `{+new+}`. */
export function changesPretty(changes: Changes, { colour }: { readonly colour: boolean }): string {
  const paint = painter(colour);
  const { records, relations, verdicts, silencings, governed, violations } = changes;
  const reviews = records.flatMap((change) =>
    change.agentDecisions
      .filter(({ needsReview }) => needsReview)
      .map(({ decision, rationale }) => `${sideOf(change).id}: ${decision} (${rationale})`),
  );
  const blocks = [
    ...records.map((change) => recordBlock(change, paint, colour)),
    list(
      governedTitle(governed),
      governed.flatMap((one) => governedLines(one).map((line) => `  ${line}`)),
      paint,
    ),
    list(
      'Relations',
      relations.map(({ kind, ...rest }) =>
        sign(kind === 'added', relationWords({ kind, ...rest }), paint),
      ),
      paint,
    ),
    list(
      'Agent decisions to review',
      reviews.map((text) => `  ${safeLine(text)}`),
      paint,
    ),
    list(
      'Validation results',
      records.flatMap((change) =>
        change.results.map((result) => `  ${safeLine(resultWords(change, result))}`),
      ),
      paint,
    ),
    list(
      'Evidence',
      verdicts.map((verdict) => `  ${safeLine(verdictWords(verdict))}`),
      paint,
    ),
    list(
      'Rules silenced by a comment',
      silencings.map((silencing) => `  ${safeLine(silencingWords(silencing))}`),
      paint,
    ),
    list(
      'Rules',
      [
        ...violations.added.map((finding) => sign(true, findingWords(finding), paint, 'red')),
        ...violations.fixed.map((finding) => sign(false, findingWords(finding), paint, 'green')),
      ],
      paint,
    ),
  ].filter((block) => block !== '');
  const end = `${totals(changes)} between ${changes.base} and ${changes.head}`;
  return `${[...blocks, isEmpty(changes) ? end : paint(end, 'bold')].join('\n\n')}\n`;
}

/** A decision that governs files of a change, with those files below it. */
export function governedLines(change: GovernedChange): string[] {
  const below = [...governedFiles(change), governedAnswer(change)];
  return [governedName(change), ...below.map((line) => `  ${line}`)].map(safeLine);
}

function recordBlock(change: RecordChange, paint: Painter, colour: boolean): string {
  const { title, path } = sideOf(change);
  const lines = [
    `${paint(safeLine(title), 'bold')}  ${paint(safeLine(path), 'dim')}`,
    `  ${safeLine(outlineOfChange(change))}`,
  ];
  if (!change.before || !change.after) return lines.join('\n');
  for (const { key, before, after } of change.fields) {
    const pieces: Piece[] = [];
    if (before !== undefined) pieces.push({ kind: 'removed', text: before });
    if (after !== undefined) pieces.push({ kind: 'added', text: after });
    lines.push('', `  ${key}: ${marked(pieces, paint, colour)}`);
  }
  for (const section of change.sections) {
    lines.push('', `  ${paint(safeText(sectionWords(section)), 'yellow')}`);
    const text = marked(excerpt(section.pieces, REACH), paint, colour);
    lines.push(...text.split('\n').map((line) => (line === '' ? '' : `    ${line}`)));
  }
  return lines.join('\n');
}

/** Each line is coloured by itself, since a pager forgets the colour at a line's end. */
function marked(pieces: readonly Piece[], paint: Painter, colour: boolean): string {
  return pieces
    .map(({ kind, text }) => {
      const safe = safeText(text);
      if (kind === 'same') return safe;
      const style = kind === 'added' ? 'green' : 'red';
      return safe
        .split('\n')
        .map((line) => {
          if (line === '') return '';
          if (colour) return paint(line, style);
          return kind === 'added' ? `{+${line}+}` : `[-${line}-]`;
        })
        .join('\n');
    })
    .join('');
}

function sign(plus: boolean, text: string, paint: Painter, style?: Style): string {
  return `  ${paint(plus ? '+' : '-', style ?? (plus ? 'green' : 'red'))} ${safeLine(text)}`;
}

function list(title: string, lines: readonly string[], paint: Painter): string {
  return lines.length === 0 ? '' : [paint(title, 'bold'), ...lines].join('\n');
}
