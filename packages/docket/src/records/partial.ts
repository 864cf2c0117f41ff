import type { Corpus, Relation } from './corpus.ts';
import { perObjectAnd } from './memo.ts';
import { stands } from './query.ts';
import type { AdrRecord } from './record.ts';
import type { Outline, Section } from './sections.ts';

/** A part of a decision that another one has replaced. */
export interface ReplacedPart {
  /** As the relation names it; empty where it names no section. */
  readonly name: string;
  /** `undefined` where the record has no such section, or none is named. */
  readonly section: Section | undefined;
  readonly by: AdrRecord;
}

/**
 * The section that a name means: its heading, or its heading with those above it, `Decision/Retention`, or the fragment
 * that links to it. Letter case and spaces do not count.
 */
export function sectionNamed({ sections }: Outline, name: string): Section | undefined {
  const wanted = comparable(name);
  const find = (list: readonly Section[], above: string): Section | undefined => {
    for (const section of list) {
      // The title of the whole document is no part of the way to a section.
      const path = section.depth === 1 ? above : `${above}/${comparable(section.title)}`;
      if (path.endsWith(`/${wanted}`) || section.slug === name.trim().replace(/^#/, '')) {
        return section;
      }
      const below = find(section.children, path);
      if (below) return below;
    }
    return undefined;
  };
  return find(sections, '');
}

function comparable(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/ ?\/ ?/g, '/');
}

/**
 * The parts of a decision that later ones have replaced, as either side states it. What is only proposed, or was turned
 * down, replaces nothing.
 */
export function replacedParts(corpus: Corpus, adr: AdrRecord): readonly ReplacedPart[] {
  return partsOf(adr, corpus);
}

const partsOf = perObjectAnd((adr: AdrRecord, corpus: Corpus): readonly ReplacedPart[] => {
  const parts = new Map<string, ReplacedPart>();
  for (const { from: by, sections, isPartly } of corpus.relationsTo(adr)) {
    const status = by.fields.status.value;
    if (!isPartly || status === 'Proposed' || status === 'Rejected') continue;
    for (const name of sections.length > 0 ? sections : ['']) {
      const section = name === '' ? undefined : sectionNamed(adr.outline, name);
      parts.set(`${by.path} ${section?.slug ?? name}`, { name, section, by });
    }
  }
  // One that says more tells nothing beside one that says which section.
  const isTold = (part: ReplacedPart) =>
    part.name === '' && [...parts.values()].some(({ name, by }) => name !== '' && by === part.by);
  return [...parts.values()].filter((part) => !isTold(part));
});

/** Whether a decision stands, but not all of it. */
export function standsInPart(corpus: Corpus, adr: AdrRecord): boolean {
  return stands(adr) && replacedParts(corpus, adr).length > 0;
}

/** The relations by which a record says that it replaces parts of another, or that parts of it are replaced. */
export function partialRelationsOf(corpus: Corpus, record: AdrRecord): readonly Relation[] {
  return [...corpus.relationsFrom(record), ...corpus.relationsTo(record)].filter(
    ({ isPartly, by }) => isPartly && by === record,
  );
}
