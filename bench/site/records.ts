import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const TAGS = Array.from({ length: 40 }, (_, index) => `topic-${index + 1}`);

/** A decision record to write: its name and its text. */
export interface MadeRecord {
  readonly name: string;
  readonly text: string;
}

/**
 * Makes decision records of the size and the shape of this repository's own: the body of one of them, without its
 * diagrams and links, under frontmatter with relations to earlier numbers. The same count gives the same records.
 */
export function makeRecords(root: string, count: number): MadeRecord[] {
  const source = readFileSync(
    path.join(root, 'docs/adr/adr-017-managed-postgresql-shared-database.md'),
    'utf8',
  );
  const body = source
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/```mermaid\n.*?```\n/gs, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/ADR-0\d\d/g, 'ADR-001');
  return Array.from({ length: count }, (_, index) => record(index + 1, count, body));
}

function record(number: number, count: number, body: string): MadeRecord {
  const pad = (value: number) => String(value).padStart(3, '0');
  const id = (value: number) => `ADR-${pad(value)}`;
  // Each twentieth decision replaces the one ten before it.
  const replaces = number % 20 === 0 ? number - 10 : undefined;
  const replacedBy = number % 20 === 10 && number + 10 <= count ? number + 10 : undefined;
  const relies = [number - 1, Math.floor(number / 2), Math.floor(number / 3)].filter(
    (other, index, all) => other > 0 && other !== replaces && all.indexOf(other) === index,
  );
  // Three a day or, of so many that they would reach into the future, more.
  const days = Math.floor(number / Math.max(3, count / 2000));
  const day = new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
  const text = [
    '---',
    `title: "${id(number)}: Decision number ${number} about ${TAGS[number % 40]}"`,
    `description: "Decision number ${number} settles one question about ${TAGS[number % 40]} for every service."`,
    `status: ${replacedBy === undefined ? 'Accepted' : 'Superseded'}`,
    `date: ${day}`,
    'decision-makers: [Human, Agent]',
    `prompted-by: "The question came up in work on ${TAGS[(number + 7) % 40]}."`,
    `tags: [${TAGS[number % 40]}, ${TAGS[(number * 7 + 3) % 40]}]`,
    ...(replaces === undefined ? [] : [`supersedes: [${id(replaces)}]`]),
    ...(replacedBy === undefined ? [] : [`superseded-by: [${id(replacedBy)}]`]),
    ...(relies.length === 0 ? [] : [`depends-on: [${relies.map(id).join(', ')}]`]),
    '---',
    body.replaceAll('ADR-001', id(Math.max(1, number - 2))),
  ].join('\n');
  return { name: `adr-${pad(number)}-decision-number-${number}.md`, text };
}

/** Writes records into a folder. */
export function writeRecords(folder: string, records: readonly MadeRecord[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of records) writeFileSync(path.join(folder, name), text);
}
