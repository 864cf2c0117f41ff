/** What not every site has; links, columns and sections that are about it stand only where it is. */
export const PARTS = [
  /** The guides to Docket. */
  'guides',
  /** The pages of frontmatter, statuses and rules. */
  'reference',
  /** Decisions, or nothing else that could be shown. */
  'decisions',
  /** Specifications or provenance records. */
  'work',
  /** Those, or specifications of other tools. */
  'trace',
  /** Specifications of other tools. */
  'spec-folders',
  /** Claims that are held against Git. */
  'claims',
  /** Files that records say they touched, or govern. */
  'files',
  'agent-decisions',
  'statuses',
  'tags',
  'dates',
  /** Several logs. */
  'logs',
  /** Days or conditions on which decisions are looked at again, or decisions that are not carried out yet. */
  'due',
  /** Days on which something about a decision is due. */
  'calendar',
] as const;

/** Something that not every site has. */
export type Part = (typeof PARTS)[number];

/** What a site has of that. */
export type Held = ReadonlySet<Part>;
