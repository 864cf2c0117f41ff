import { levelsOf } from './contract.ts';
import {
  type Headings,
  ORDER,
  ROLES,
  type Role,
  roleByWords,
  VOCABULARY,
} from './dialects/headings.ts';
import type { RecordKind } from './layout.ts';
import type { Outline, Section } from './sections.ts';
import type { TemplateContract } from './template.ts';

/** A heading of a template, and what stands below it. */
export interface TemplateHeading {
  readonly title: string;
  /** The role that a comment below the heading names. */
  readonly mark: string | undefined;
  /** Whether it holds lettered sub-sections, as options are written. */
  readonly isSeries: boolean;
}

/** Where a level of a template stands. */
export interface TemplateLevel {
  readonly kind: RecordKind;
  /** The role of the section it stands in; `top` below the title, `undefined` in a section without one. */
  readonly below: Role | 'top' | undefined;
  /** What the configuration says. */
  readonly headings: Headings;
}

/**
 * The role of each heading on one level of a template; no two have the same.
 *
 * A mark (`<!-- docket: role options -->`) decides, then the configuration, then lettered sub-sections, which only
 * options have, then the vocabulary. What is left over is read by its place, where the level is Docket's own with
 * other words: it has as many headings as Docket's template, and each one that is known, at least one of them, stands
 * where it stands there. A heading added or taken out makes the places mean nothing, and the role stays unknown: a
 * wrong one would judge and show a section for what it is not. Guidance comments are no evidence, because teams
 * rewrite them first.
 */
export function rolesOfLevel(
  items: readonly TemplateHeading[],
  { kind, below, headings }: TemplateLevel,
): readonly (Role | undefined)[] {
  const order = (below && ORDER[kind][below]) ?? [];
  const isAsLong = order.length === items.length;
  const found: (Role | undefined)[] = items.map(() => undefined);
  const claim = (index: number, role: Role | undefined): void => {
    if (role !== undefined && found[index] === undefined && !found.includes(role))
      found[index] = role;
  };
  const claimBy = (read: (item: TemplateHeading, index: number) => Role | undefined): void => {
    for (const [index, item] of items.entries()) claim(index, read(item, index));
  };

  const byWords = ({ title }: TemplateHeading) => roleByWords(VOCABULARY[kind], title);
  claimBy(({ mark }) => ROLES.find((role) => role === mark));
  claimBy(({ title }) => roleByWords(headings, title));
  if (order.includes('options')) claimBy(({ isSeries }) => (isSeries ? 'options' : undefined));
  // Of two headings that mean the same, the one in its place has it.
  if (isAsLong)
    claimBy((item, index) => (byWords(item) === order[index] ? order[index] : undefined));
  claimBy(byWords);
  const known = found.flatMap((role, index) => (role === undefined ? [] : [role === order[index]]));
  const isOwn = isAsLong && (below !== 'top' || known.length > 0) && known.every(Boolean);
  if (isOwn) claimBy((_, index) => order[index]);
  return found;
}

/** The sections of a record by the role they play; a role that none plays is absent. */
export type Sections = ReadonlyMap<Role, Section>;

/**
 * The sections of a record by role: first as its template names them, then by the configuration and the vocabulary, the
 * highest and first where several have a role.
 */
export function sectionsByRole(
  outline: Outline,
  template: TemplateContract | undefined,
  { kind, headings }: Omit<TemplateLevel, 'below'>,
): Sections {
  const found = new Map<Role, Section>();
  const answered = new Set<Section>();
  const add = (role: Role | undefined, section: Section): void => {
    if (role !== undefined && !found.has(role)) found.set(role, section);
  };
  for (const { matches } of template ? levelsOf(outline, template) : []) {
    for (const { contract, section } of matches) {
      answered.add(section);
      add(contract.role, section);
    }
  }
  let level: readonly Section[] = outline.sections;
  while (level.length > 0) {
    for (const section of level) {
      if (section.depth === 1 || answered.has(section)) continue;
      add(
        roleByWords(headings, section.title) ?? roleByWords(VOCABULARY[kind], section.title),
        section,
      );
    }
    // What stands below the options tells of one of them.
    level = level.flatMap((section) => (section === found.get('options') ? [] : section.children));
  }
  return found;
}
