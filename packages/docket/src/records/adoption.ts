/** How far a decision is carried out, as one table; it says nothing of whether the decision stands. */

interface AdoptionEntry {
  /** For the reader, after `Adoption`. */
  readonly label: string;
  /** One sentence. */
  readonly meaning: string;
}

/** Every state of an adoption, in the order in which they mostly follow. */
export const ADOPTION_TABLE = {
  planned: { label: 'Planned', meaning: 'Nothing of the decision is carried out yet.' },
  partial: { label: 'In part', meaning: 'Some of the decision is carried out.' },
  done: { label: 'Done', meaning: 'The decision is carried out.' },
  abandoned: {
    label: 'Abandoned',
    meaning: 'Nobody carries the decision out any more, or what was done is undone.',
  },
} as const satisfies Record<string, AdoptionEntry>;

/** How far a decision is carried out. */
export type Adoption = keyof typeof ADOPTION_TABLE;

/** All states of an adoption, in the order of the table. */
export const ADOPTIONS = Object.keys(ADOPTION_TABLE) as [Adoption, ...Adoption[]];
