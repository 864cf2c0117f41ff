import { SCHEMAS } from '../../schema.ts';

/** What the metadata of records is rewritten to: the keys of Docket's own records, or those of MADR 4. */
export const TARGETS = ['docket', 'madr'] as const;

/** What the metadata of records is rewritten to. */
export type Target = (typeof TARGETS)[number];

/** The keys of each target, in the order in which they are written. */
export const KEYS: Readonly<Record<Target, readonly string[]>> = {
  docket: Object.keys(SCHEMAS.adr.shape),
  madr: ['status', 'date', 'decision-makers', 'consulted', 'informed'],
};
