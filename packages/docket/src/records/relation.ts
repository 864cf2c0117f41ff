/** The relations between decisions: how they are written and how each reads from the other side. */

/** What a relation key means in both directions. */
interface RelationEntry {
  /** Label on the record that writes it, followed by the other record. */
  forward: string;
  /** Label on the record it points to. */
  backward: string;
  /** One sentence of definition. */
  meaning: string;
  /** Whether the direction carries meaning. */
  symmetric: boolean;
}

/** Every relation key of an ADR's frontmatter. */
export const RELATION_TABLE = {
  supersedes: {
    forward: 'Supersedes',
    backward: 'Superseded by',
    meaning: 'Replaces the earlier decision completely; stated in both records.',
    symmetric: false,
  },
  'superseded-by': {
    forward: 'Superseded by',
    backward: 'Supersedes',
    meaning: 'The later decision that replaces this one; stated in both records.',
    symmetric: false,
  },
  amends: {
    forward: 'Amends',
    backward: 'Amended by',
    meaning: 'Changes part of an earlier decision that otherwise still holds.',
    symmetric: false,
  },
  refines: {
    forward: 'Refines',
    backward: 'Refined by',
    meaning: 'Keeps an earlier decision and settles or corrects one aspect of it.',
    symmetric: false,
  },
  'depends-on': {
    forward: 'Depends on',
    backward: 'Required by',
    meaning: 'Builds on the earlier decision.',
    symmetric: false,
  },
  related: {
    forward: 'Related to',
    backward: 'Related to',
    meaning: 'Mentioned, used or followed up; the same in both directions, stated once.',
    symmetric: true,
  },
} as const satisfies Record<string, RelationEntry>;

/** The ids in the list of a relation, without those of which only parts are meant. */
export function wholeIds(list: readonly (string | { readonly adr: string })[] = []): string[] {
  return list.filter((item) => typeof item === 'string');
}

/** A relation key of an ADR's frontmatter. */
export type RelationType = keyof typeof RELATION_TABLE;

/** All relation keys, in the order in which pages show them. */
export const RELATION_TYPES = Object.keys(RELATION_TABLE) as RelationType[];
