import picomatch from 'picomatch';
import type { Span } from './finding.ts';
import { plainText, spanOf } from './markdown.ts';
import { perObject } from './memo.ts';
import type { AdrRecord } from './record.ts';

/** A pattern by which a decision says which files it governs. */
export interface Governing {
  /** As written, without the mark of an exception. */
  readonly glob: string;
  /** Whether it takes files out that earlier patterns took in. */
  readonly isException: boolean;
  /** Why it is not used, where it is not. */
  readonly problem: string | undefined;
  readonly span: Span;
}

/** Characters of a pattern. */
const LONGEST = 200;
/** Stars in one part of a pattern: with more, a single path may take minutes. */
const MOST_STARS = 3;

/**
 * The files that a decision says it governs, in order: patterns under `governs` in its frontmatter, else the items of
 * the list below a heading `Governs`. A folder stands for all that lies below it; a pattern that opens with `!` is an
 * exception from those before it. Format of a pattern: `*` within a part, `**` over parts, `?`, `[…]` and `{…,…}`.
 */
export const governedBy = perObject((adr: AdrRecord): readonly Governing[] =>
  writtenIn(adr).map(({ written, span }) => {
    const isException = written.startsWith('!');
    const glob = written.slice(isException ? 1 : 0).replace(/^\.?\//, '');
    return { glob, isException, problem: problemOf(glob), span };
  }),
);

/** The last pattern of a decision that takes in a path, unless a later one takes it out again. */
export function governs(adr: AdrRecord, path: string): Governing | undefined {
  return matchersOf(adr).reduce<Governing | undefined>((found, { entry, matches }) => {
    if (!matches(path)) return found;
    return entry.isException ? undefined : entry;
  }, undefined);
}

/** Whether a pattern, taken by itself, takes in a path. */
export function matchesGoverning({ glob, problem }: Governing, path: string): boolean {
  return problem === undefined && matcherOf(glob)(path);
}

function writtenIn(adr: AdrRecord): { written: string; span: Span }[] {
  const { items, value } = adr.fields.governs;
  if (value !== undefined) return items.map(({ written, span }) => ({ written, span }));
  const section = adr.sections.get('governs');
  return (section?.blocks ?? []).flatMap((block) =>
    block.type === 'list'
      ? block.children.map((item) => ({
          written: plainText(item).trim(),
          span: spanOf(adr.document, item),
        }))
      : [],
  );
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

const matchersOf = perObject((adr: AdrRecord) =>
  governedBy(adr)
    .filter(({ problem }) => problem === undefined)
    .map((entry) => ({ entry, matches: matcherOf(entry.glob) })),
);

function matcherOf(glob: string): (path: string) => boolean {
  const folder = glob.replace(/\/+$/, '');
  const patterns = glob.endsWith('/') ? [`${folder}/**`] : [glob, `${glob}/**`];
  return picomatch(patterns, { dot: true, windows: false, noextglob: true, nonegate: true });
}
