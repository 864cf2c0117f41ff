import type { InlineCode, ListItem, PhrasingContent } from 'mdast';
import picomatch from 'picomatch';
import type { ListField } from './field.ts';
import type { Span } from './finding.ts';
import { type MarkdownDocument, plainText, spanOf } from './markdown.ts';
import { perObject } from './memo.ts';
import type { AdrRecord } from './record.ts';
import type { Sections } from './roles.ts';
import type { AdrMetadata } from './schema.ts';

/** A pattern by which a decision says which files it governs. */
export interface Governing {
  /** As written, without the mark of an exception. */
  readonly glob: string;
  /** Whether it takes files out that earlier patterns took in. */
  readonly isException: boolean;
  /** Why it is not used, where it is not. */
  readonly problem: string | undefined;
  /** Whether a change of these files has to name the decision. */
  readonly asksForAcknowledgement: boolean;
  readonly span: Span;
}

/** A pattern as the frontmatter has it. */
type GoverningEntry = NonNullable<AdrMetadata['governs']>[number];

type Written = Pick<Governing, 'asksForAcknowledgement' | 'span'> & { readonly written: string };

/** Characters of a pattern. */
const LONGEST = 200;
/** Stars in one part of a pattern: with more, a single path may take minutes. */
const MOST_STARS = 3;

/**
 * The files that a decision says it governs, in order: patterns under `governs` in its frontmatter, else the items of
 * the list below a heading `Governs`. A folder stands for all that lies below it; a pattern that opens with `!` is an
 * exception from those before it. Format of a pattern: `*` within a part, `**` over parts, `?`, `[…]` and `{…,…}`.
 */
export function readGoverning(
  document: MarkdownDocument,
  field: ListField<GoverningEntry>,
  sections: Sections,
): readonly Governing[] {
  const written =
    field.value === undefined
      ? (sections.get('governs')?.blocks ?? []).flatMap((block) =>
          block.type === 'list' ? block.children.map((item) => writtenAs(document, item)) : [],
        )
      : field.items.flatMap(({ value, span }) => (value === undefined ? [] : entryAt(value, span)));
  return written.map(({ written, ...place }) => {
    const isException = written.startsWith('!');
    const glob = written.slice(isException ? 1 : 0).replace(/^\.?\//, '');
    return { glob, isException, problem: problemOf(glob), ...place };
  });
}

/**
 * The pattern of a decision that takes in a path, unless a later one takes it out again: the last that asks for
 * acknowledgement, else the last.
 */
export function governs(adr: AdrRecord, path: string): Governing | undefined {
  return matchersOf(adr).reduce<Governing | undefined>((found, { entry, matches }) => {
    if (!matches(path)) return found;
    if (entry.isException) return undefined;
    return found?.asksForAcknowledgement && !entry.asksForAcknowledgement ? found : entry;
  }, undefined);
}

/** Whether a pattern, taken by itself, takes in a path. */
export function matchesGoverning(entry: Governing, path: string): boolean {
  return entry.problem === undefined && matcherFor(entry)(path);
}

/** The path with which everything that a pattern takes in begins; empty where that may be anything. */
export function openingOf({ glob }: Governing): string {
  return glob.slice(0, glob.search(/[*?[{(!\\]|$/)).replace(/[^/]*$/, '');
}

function entryAt(entry: GoverningEntry, span: Span): Written {
  return typeof entry === 'string'
    ? { written: entry, asksForAcknowledgement: false, span }
    : { written: entry.files, asksForAcknowledgement: true, span };
}

const ASKS = /\s*[([,;:]?\s*\brequires?:?\s+acknowledge?ment\s*[)\]]?\s*$/i;

/** A pattern as an item of a list has it: its code where there is some, else its text, in which `*` marks nothing up. */
function writtenAs(document: MarkdownDocument, item: ListItem): Written {
  const [first = item] = item.children;
  const words = plainText(first).trim();
  const place = { asksForAcknowledgement: ASKS.test(words), span: spanOf(document, item) };
  const [code] = first.type === 'paragraph' ? first.children.filter(isCode) : [];
  if (code) {
    const isException = words.startsWith('!') && !code.value.startsWith('!');
    return { written: `${isException ? '!' : ''}${code.value.trim()}`, ...place };
  }
  const { start, end } = spanOf(document, first);
  const source = document.text.slice(start.offset, end.offset).replace(/^\s*[-*+]\s+/, '');
  return {
    written: source
      .replace(ASKS, '')
      .replace(/\\(?=[*_[\]!])/g, '')
      .trim(),
    ...place,
  };
}

function isCode(node: PhrasingContent): node is InlineCode {
  return node.type === 'inlineCode';
}

function problemOf(glob: string): string | undefined {
  if (glob === '') return 'it is empty';
  if (glob.length > LONGEST) return `it has more than ${LONGEST} characters`;
  const parts = glob.split('/');
  if (parts.includes('..')) return 'it leads out of the repository';
  const stars = (part: string) => part.match(/\*+/g)?.length ?? 0;
  if (parts.some((part) => stars(part) > MOST_STARS)) {
    return `a part of it has more than ${MOST_STARS} stars`;
  }
  if (parts.filter((part) => part.includes('**')).length > MOST_STARS) {
    return `it has more than ${MOST_STARS} times \`**\``;
  }
  return undefined;
}

const matcherFor = perObject(matcherOf);

const matchersOf = perObject((adr: AdrRecord) =>
  adr.governs
    .filter(({ problem }) => problem === undefined)
    .map((entry) => ({ entry, matches: matcherFor(entry) })),
);

/**
 * Round brackets stand for themselves, and square ones may: frameworks name folders `app/(shop)` and `app/[id]`. So
 * does a path that is written as it is, whatever its marks mean in a pattern.
 */
function matcherOf(entry: Governing): (path: string) => boolean {
  const folder = entry.glob.replace(/\/+$/, '');
  const isItself = (path: string) =>
    path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/');
  if (!/[*?[\]{}()!\\]/.test(folder)) return isItself;
  const readings = [folder, folder.replace(/\\?[[\]]/g, (mark) => `\\${mark.at(-1)}`)].map((glob) =>
    glob.replace(/\\?[()|]/g, (mark) => `\\${mark.at(-1)}`),
  );
  const patterns = [...new Set(readings)].flatMap((glob) =>
    entry.glob.endsWith('/') ? [`${glob}/**`] : [glob, `${glob}/**`],
  );
  const matches = picomatch(patterns, {
    dot: true,
    windows: false,
    noextglob: true,
    nonegate: true,
  });
  const opening = openingOf(entry);
  // Most files lie elsewhere, and a string is compared many times faster than a pattern.
  return (path) => path.startsWith(opening) && (isItself(path) || matches(path));
}
