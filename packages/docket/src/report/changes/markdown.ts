import {
  type Changes,
  changeKind,
  type GovernedChange,
  isEmpty,
  type RecordChange,
  sideOf,
} from '../../records/changes/changes.ts';
import type { Piece } from '../../records/difference.ts';
import { count } from '../count.ts';
import { safeText } from '../screen-text.ts';
import { inline, preformatted } from './github-text.ts';
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

/** A code host takes comments of 65,536 characters; what is added round the summary needs some of them. */
const LONGEST = 60_000;
/** What the lists may take; the rest is for the differences. */
const LISTS = 24_000;
const REACH = 90;

/**
 * The changes as the summary of a pull request, in Markdown as GitHub reads it. Never longer than 60,000 characters:
 * long lists end with how many are left out, and a record whose difference does not fit names its sections instead.
 * Text of records is shown as it is written; it can neither format the summary nor mention anyone.
 */
export function changesMarkdown(changes: Changes): string {
  const head = [
    '### Changes to the records',
    '',
    `${inline(totals(changes))}, from ${code(changes.base)} to ${code(changes.head)}.`,
    '',
  ].join('\n');
  if (isEmpty(changes)) return head;
  const lists = listsOf(changes);
  const share = Math.floor(LISTS / Math.max(lists.length, 1));
  const told = lists.map((list) => shortened(list, share)).join('');
  return head + told + differences(changes, LONGEST - head.length - told.length);
}

interface List {
  readonly head: string;
  readonly lines: readonly string[];
}

/** A decision that governs files of a change, as an item of a list with those files below. */
export function governedItem(change: GovernedChange): string {
  const below = [...governedFiles(change), governedAnswer(change)];
  return [governedName(change), ...below].map(inline).join('\n  - ');
}

function listsOf({
  records,
  relations,
  verdicts,
  silencings,
  governed,
  violations,
}: Changes): List[] {
  const order = ['added', 'removed', 'renamed', 'changed'];
  const sorted = [...records].sort(
    (a, b) => order.indexOf(changeKind(a)) - order.indexOf(changeKind(b)),
  );
  const bullets = (title: string, lines: readonly string[]): List => ({
    head: `\n#### ${title}\n\n`,
    lines: lines.map((line) => `- ${line}\n`),
  });
  return [
    {
      head: '\n| Record | Change |\n| --- | --- |\n',
      lines: sorted.map(
        (change) => `| ${inline(sideOf(change).title)} | ${inline(outlineOfChange(change))} |\n`,
      ),
    },
    bullets(governedTitle(governed), governed.map(governedItem)),
    bullets(
      'Relations',
      relations.map((relation) => `${relation.kind}: ${inline(relationWords(relation))}`),
    ),
    bullets(
      'Agent decisions to review',
      records.flatMap((change) =>
        change.agentDecisions
          .filter(({ needsReview }) => needsReview)
          .map(
            ({ decision, rationale }) =>
              `**${inline(sideOf(change).id)}**: ${inline(decision)} (${inline(rationale)})`,
          ),
      ),
    ),
    bullets(
      'Validation results',
      records.flatMap((change) =>
        change.results.map((result) => inline(resultWords(change, result))),
      ),
    ),
    bullets(
      'Evidence',
      verdicts.map((verdict) => inline(verdictWords(verdict))),
    ),
    bullets(
      'Rules silenced by a comment',
      silencings.map((silencing) => inline(silencingWords(silencing))),
    ),
    bullets(
      'Rule violations added',
      violations.added.map((finding) => inline(findingWords(finding))),
    ),
    bullets(
      'Rule violations fixed',
      violations.fixed.map((finding) => inline(findingWords(finding))),
    ),
  ].filter(({ lines }) => lines.length > 0);
}

/** A list with as many of its lines as there is room for. */
function shortened({ head, lines }: List, room: number): string {
  let text = head;
  for (const [index, line] of lines.entries()) {
    const left = lines.length - index;
    // Room is kept for the line that says how many are left out.
    if (text.length + line.length > room - 40 && text.length + line.length > room - left) {
      return `${text}${head.startsWith('\n|') ? '\n' : '- '}… and ${left} more\n`;
    }
    text += line;
  }
  return text;
}

function differences({ records }: Changes, room: number): string {
  const changed = records.filter(
    ({ before, after, sections }) => before && after && sections.length > 0,
  );
  if (changed.length === 0) return '';
  let text = '\n#### What the text says now\n';
  const left = changed.filter((change) => {
    const block = [differenceOf(change), namesOf(change)].find(
      (form) => text.length + form.length <= room - 120,
    );
    text += block ?? '';
    return block === undefined;
  });
  if (left.length === 0) return text;
  return `${text}\n… and ${count(left.length, 'further record')}, see the files.\n`;
}

function differenceOf(change: RecordChange): string {
  const sections = change.sections.map((section) => {
    const body = preformatted(excerpt(section.pieces, REACH));
    return `\n${inline(sectionWords(section))}\n\n${body}\n`;
  });
  return details(change, sections.join(''));
}

function namesOf(change: RecordChange): string {
  const names = change.sections.map(({ kind, ...section }) => {
    const size = (wanted: Piece['kind']) =>
      section.pieces
        .filter((piece) => piece.kind === wanted)
        .reduce((sum, piece) => sum + piece.text.length, 0);
    const words = inline(sectionWords({ kind, ...section }));
    return `- ${words}: ${size('added')} characters added, ${size('removed')} removed\n`;
  });
  return details(change, `\n${names.join('')}`);
}

function details(change: RecordChange, body: string): string {
  const amount = count(change.sections.length, 'section');
  return `\n<details>\n<summary>${inline(sideOf(change).title)}: ${amount}</summary>\n${body}\n</details>\n`;
}

function code(text: string): string {
  return `\`${safeText(text.replace(/[`\s]+/g, ' ').trim())}\``;
}
