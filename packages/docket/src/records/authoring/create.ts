import { titleName } from '../key.ts';
import type { RecordKind } from '../layout.ts';
import { outlineOf } from '../sections.ts';
import { editable } from './frontmatter-block.ts';
import { quoted, setKey } from './frontmatter-edit.ts';
import { AuthoringError } from './problem.ts';
import { applyEdits } from './text-edit.ts';

/** The kinds that are written from a title; a provenance record is written from its specification. */
export type TitledKind = Exclude<RecordKind, 'provenance'>;

/** How many digits a number has at least. */
const DIGITS: Readonly<Record<TitledKind, number>> = { adr: 3, spec: 4 };

/** The number as file names and ids write it. */
export function padNumber(kind: TitledKind, number: number): string {
  return String(number).padStart(DIGITS[kind], '0');
}

/**
 * The first number above all that are in use. Gaps are not filled: a number that was given up may still be cited.
 * Numbers start at 1 for decisions, where 000 is reserved, and at 0 for specifications.
 * @param used numbers as file names write them, perhaps with a letter
 */
export function nextNumber(kind: TitledKind, used: Iterable<string>): string {
  let highest = kind === 'adr' ? 0 : -1;
  for (const number of used) highest = Math.max(highest, Number.parseInt(number, 10));
  return padNumber(kind, highest + 1);
}

const LONGEST_SLUG = 60;

/** The words of a title as a file name has them: lower case letters and digits, joined by hyphens. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = words.shift()?.slice(0, LONGEST_SLUG) ?? '';
  for (const word of words) {
    if (slug.length + word.length >= LONGEST_SLUG) break;
    slug += `-${word}`;
  }
  if (slug !== '') return slug;
  throw new AuthoringError(
    `The title \`${title}\` has no letters or digits to name the file after`,
    'name the file yourself with --slug',
  );
}

/** What a new record is made from. */
export interface NewRecord {
  readonly kind: TitledKind;
  /** Text of the template. */
  readonly template: string;
  readonly templatePath: string;
  readonly number: string;
  /** Without the id. */
  readonly title: string;
  /** As YYYY-MM-DD. */
  readonly date: string;
}

/** The file name of a new record. */
export function fileNameOf(kind: TitledKind, number: string, slug: string): string {
  return `${kind}-${number}-${slug}.md`;
}

/** The full title of a record: `ADR-025: …`, `Spec 0001: …`. */
export function fullTitle(kind: TitledKind, number: string, title: string): string {
  return `${titleName(kind, number)}: ${title}`;
}

/**
 * The text of a new record: its template with the title and the date filled in, and every other byte as it is.
 * @throws {AuthoringError} where the template has no place for a title
 */
export function newRecordText(record: NewRecord): string {
  const { kind, template, templatePath, number, title, date } = record;
  const { document, frontmatter } = editable(templatePath, template);
  const full = fullTitle(kind, number, title);
  const heading = outlineOf(document).sections.find((section) => section.depth === 1);
  const hasTitle = Object.hasOwn(frontmatter.data, 'title');
  if (!hasTitle && !heading) {
    throw new AuthoringError(
      `The template \`${templatePath}\` has no \`title\` in its frontmatter`,
      'add a line such as `title: "ADR-NNN: {Short title}"`',
    );
  }
  let text = template;
  // From the end to the start, so that the place of what is still to be edited stays.
  if (heading) {
    const { start, end } = heading.span;
    text = applyEdits(text, [{ start: start.offset, end: end.offset, text: `# ${full}` }]);
  }
  for (const [key, yaml] of Object.entries({ title: quoted(full), date })) {
    if (!Object.hasOwn(frontmatter.data, key)) continue;
    text = applyEdits(text, [setKey(editable(templatePath, text), key, yaml, [])]);
  }
  return text;
}
