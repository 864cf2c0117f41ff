import { comparableText } from '../comparable-text.ts';
import { wordDifference } from '../difference.ts';
import type { DocketRecord } from '../record.ts';
import type { Section } from '../sections.ts';
import type { SectionChange } from './changes.ts';

/** A section with its own text. */
interface Part {
  readonly titles: readonly string[];
  readonly slug: string | undefined;
  readonly text: string;
}

/**
 * The sections by which two versions of a record differ, in the order of the new one; what is gone stands where it
 * was. Sections are the same where their titles are, from the top down; a second one of the same titles counts apart.
 */
export function compareSections(
  before: DocketRecord | undefined,
  after: DocketRecord | undefined,
): SectionChange[] {
  const old = keyed(before ? partsOf(before) : []);
  const now = keyed(after ? partsOf(after) : []);
  const changes: SectionChange[] = [];
  const gone = [...old].filter(([key]) => !now.has(key));
  const oldOrder = [...old.keys()];
  let passed = 0;
  const removeUpTo = (index: number): void => {
    for (const [key, { titles, text }] of gone) {
      const at = oldOrder.indexOf(key);
      if (at < passed || at >= index || text === '') continue;
      changes.push({ kind: 'removed', titles, slug: undefined, pieces: wordDifference(text, '') });
    }
    passed = Math.max(passed, index);
  };
  for (const [key, { titles, slug, text }] of now) {
    const was = old.get(key);
    if (was) removeUpTo(oldOrder.indexOf(key));
    if (was?.text === text || (!was && text === '')) continue;
    const pieces = wordDifference(was?.text ?? '', text);
    changes.push({ kind: was ? 'changed' : 'added', titles, slug, pieces });
  }
  removeUpTo(oldOrder.length);
  return changes;
}

function keyed(parts: readonly Part[]): Map<string, Part> {
  const found = new Map<string, Part>();
  for (const part of parts) {
    const key = part.titles.join('\n').toLowerCase();
    let unique = key;
    for (let count = 2; found.has(unique); count += 1) unique = `${key}\n#${count}`;
    found.set(unique, part);
  }
  return found;
}

/** Every section with what stands between its heading and the next one. */
function partsOf({ document, outline, frontmatter }: DocketRecord): Part[] {
  const { text } = document;
  const first = outline.all[0]?.span.start.offset ?? text.length;
  const start = Math.min(frontmatter.span.end.offset, first);
  const own = (from: number, to: number): string => comparableText(text.slice(from, to)).trim();
  const parts: Part[] = [{ titles: [], slug: undefined, text: own(start, first) }];
  const add = (section: Section, above: readonly string[]): void => {
    // The title of the whole document is no part of the way to a section.
    const titles = section.depth === 1 ? above : [...above, section.title];
    const end = section.children[0]?.span.start.offset ?? section.extent.end.offset;
    parts.push({ titles, slug: section.slug, text: own(section.span.end.offset, end) });
    for (const child of section.children) add(child, titles);
  };
  for (const section of outline.sections) add(section, []);
  return parts;
}
