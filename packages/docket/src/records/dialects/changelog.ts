import type { MarkdownDocument } from '../markdown.ts';
import type { Outline } from '../sections.ts';
import { dateOf } from './dates.ts';
import { comparableLabel } from './field-names.ts';
import { linesOfList } from './labelled.ts';
import type { Line } from './line.ts';
import { linesOf, partOf, trimmed } from './line.ts';
import { topSections } from './sections.ts';
import { statusOf } from './status-words.ts';
import { linesOfCell } from './table.ts';

const CHANGELOG =
  /^(?:change ?log|changes|change history|history|revision history|revisions|version history|document history|status history|decision history|decision log)$/;

/** An entry of a changelog that says which status a record took. */
export interface StatusChange {
  readonly status: Line;
  readonly date: Line;
  /** As YYYY-MM-DD. */
  readonly day: string;
}

/** The entries of a record's changelog that give a day and a status word, in the order of their days. */
export function readChangelog(document: MarkdownDocument, outline: Outline): StatusChange[] {
  const section = topSections(outline).find(({ title }) => CHANGELOG.test(comparableLabel(title)));
  const entries = (section?.blocks ?? []).flatMap((block): Line[][] => {
    switch (block.type) {
      case 'list':
        return linesOfList(document, block).map(({ line }) => splitEntry(line));
      case 'paragraph':
        return linesOf(document, block.children).map(splitEntry);
      case 'table':
        return block.children.map((row) =>
          row.children.flatMap((cell) => linesOfCell(document, cell).map(({ line }) => line)),
        );
      default:
        return [];
    }
  });
  return changesIn(entries);
}

/** The changes that some entries, cut into their parts, tell of. */
export function changesIn(entries: readonly (readonly Line[])[]): StatusChange[] {
  return entries
    .flatMap((parts): StatusChange[] => {
      const date = parts.find((part) => dateOf(part.text) !== undefined);
      const status = parts.find((part) => part !== date && statusOf(part.text) !== undefined);
      const day = date && dateOf(date.text);
      return date && status && day ? [{ status, date, day }] : [];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

const PAUSE = /\s*(?::\s|\s[-–—|]\s|\t|,\s)\s*|\s+(?=\()|(?<=\))\s*/g;

/** `2024-03-01: accepted`, `Accepted - 1 March 2024`, `2024-03-01 Accepted` as date and status. */
export function splitEntry(line: Line): Line[] {
  const text = trimmed(line);
  const spaced = /^(\d{4}-\d{2}-\d{2})\s+(?=\p{L})/u.exec(text.text);
  if (spaced) return [partOf(text, 0, 10), partOf(text, spaced[0].length)];
  const parts: Line[] = [];
  let at = 0;
  for (const match of text.text.matchAll(PAUSE)) {
    parts.push(partOf(text, at, match.index));
    at = match.index + match[0].length;
  }
  parts.push(partOf(text, at));
  return parts.map(trimmed);
}
