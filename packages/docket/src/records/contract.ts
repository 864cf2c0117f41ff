import { distance } from 'fastest-levenshtein';
import { comparableHeading } from './dialects/headings.ts';
import { perObject, perObjectAnd } from './memo.ts';
import type { Outline, Section } from './sections.ts';
import type { SectionContract, TemplateContract } from './template.ts';

/** A section of a record and the section of the template that it answers. */
export interface Match {
  readonly contract: SectionContract;
  readonly section: Section;
}

/** How the sections of one level answer the template. */
export interface Level {
  readonly contracts: readonly SectionContract[];
  readonly sections: readonly Section[];
  /** The section they stand in; `undefined` at the top. */
  readonly parent: Section | undefined;
  /** In document order; a section of the template may be answered several times. */
  readonly matches: readonly Match[];
  /** Sections that answer none of the template's. */
  readonly others: readonly Section[];
}

/** The sections of a record below its title, where it has one in the body. */
export function bodySections(outline: Outline): readonly Section[] {
  return outline.sections.flatMap((section) =>
    section.depth === 1 ? section.children : [section],
  );
}

/**
 * Holds a record against its template: the top level first, then each level for which the template has sections.
 * Several rules ask the same, so the answer is remembered.
 */
export const levelsOf: (outline: Outline, template: TemplateContract) => readonly Level[] =
  perObjectAnd((outline, template) => matchLevels(outline, template.sections));

function matchLevels(outline: Outline, contracts: readonly SectionContract[]): readonly Level[] {
  const levels: Level[] = [];
  const descend = (
    below: readonly SectionContract[],
    sections: readonly Section[],
    parent: Section | undefined,
  ): void => {
    const level = matchLevel(below, sections, parent);
    levels.push(level);
    for (const { contract, section } of level.matches) {
      if (contract.children.length > 0) descend(contract.children, section.children, section);
    }
  };
  descend(contracts, bodySections(outline), undefined);
  return levels;
}

function matchLevel(
  contracts: readonly SectionContract[],
  sections: readonly Section[],
  parent: Section | undefined,
): Level {
  const byTitle = titlesOf(contracts);
  const found = new Map<Section, SectionContract>();
  for (const section of sections) {
    const contract = byTitle.get(comparableHeading(section.title));
    if (contract) found.set(section, contract);
  }
  // A misspelt heading answers a section that nothing else answers, so that it is not also missing.
  const answered = new Set(found.values());
  for (const section of sections) {
    if (found.has(section)) continue;
    const meant = contracts.find(
      (contract) => !answered.has(contract) && isMisspelling(section.title, contract.title),
    );
    if (!meant) continue;
    found.set(section, meant);
    answered.add(meant);
  }
  return {
    contracts,
    sections,
    parent,
    matches: sections.flatMap((section) => {
      const contract = found.get(section);
      return contract ? [{ contract, section }] : [];
    }),
    others: sections.filter((section) => !found.has(section)),
  };
}

/** The sections a template asks for on one level, by title; the same for every record. */
const titlesOf = perObject(
  (contracts: readonly SectionContract[]): ReadonlyMap<string, SectionContract> =>
    new Map(contracts.map((contract) => [comparableHeading(contract.title), contract])),
);

function isMisspelling(title: string, wanted: string): boolean {
  const [a, b] = [comparableHeading(title), comparableHeading(wanted)];
  const most = Math.max(1, Math.floor(b.length / 5));
  return Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}
