/** A station of the way from an order to its proof. */
export interface Station {
  readonly name: string;
  /** Where its files stand. */
  readonly place: string;
  /** What it answers, in a few words. */
  readonly says: string;
  /** What it does to the next station. */
  readonly leads: string;
}

/** The way of work that the site documents, in order; the last station leads back to the first. */
export const STATIONS: readonly [Station, Station, Station, Station] = [
  {
    name: 'Specification',
    place: '.sdd/specification',
    says: 'what is to be done',
    leads: 'orders',
  },
  { name: 'Work', place: 'commits', says: 'by people or agents', leads: 'leaves' },
  {
    name: 'Decision record',
    place: 'docs/adr',
    says: 'what was decided, why',
    leads: 'is proved by',
  },
  {
    name: 'Provenance',
    place: '.sdd/provenance',
    says: 'what was really done',
    leads: 'answers every validation step',
  },
];
