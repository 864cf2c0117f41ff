import type { Adoption } from 'docket/records';

/** How far a decision is carried out, in words. */
export const ADOPTION_WORDS = {
  planned: 'docket.adoption.planned',
  partial: 'docket.adoption.partial',
  done: 'docket.adoption.done',
  abandoned: 'docket.adoption.abandoned',
} as const satisfies Record<Adoption, string>;
