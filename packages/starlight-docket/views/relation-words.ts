import type { RELATION_TABLE } from 'docket/records';
import type { WordKey } from '../words/say.ts';

/** The words for the labels that `docket/records` gives to relations, which are English. */
const LABELS: Readonly<Record<string, WordKey>> = {
  Supersedes: 'docket.relation.supersedes',
  'Superseded by': 'docket.relation.supersededBy',
  'Supersedes in part': 'docket.relation.supersedesPart',
  'Superseded in part by': 'docket.relation.supersededPartBy',
  Amends: 'docket.relation.amends',
  'Amended by': 'docket.relation.amendedBy',
  Refines: 'docket.relation.refines',
  'Refined by': 'docket.relation.refinedBy',
  'Depends on': 'docket.relation.dependsOn',
  'Required by': 'docket.relation.requiredBy',
  'Related to': 'docket.relation.relatedTo',
};

/**
 * The word for the label of a group of relations.
 * @throws {Error} for a label that no relation has
 */
export function relationKey(label: string): WordKey {
  const key = LABELS[label];
  if (key === undefined) throw new Error(`Unexpected relation ${label}`);
  return key;
}

/** What each relation means: what `docket/records` says of it, in words of the site. */
export const RELATION_MEANINGS: Readonly<Record<keyof typeof RELATION_TABLE, WordKey>> = {
  supersedes: 'docket.relation.supersedesMeaning',
  'superseded-by': 'docket.relation.supersededByMeaning',
  amends: 'docket.relation.amendsMeaning',
  refines: 'docket.relation.refinesMeaning',
  'depends-on': 'docket.relation.dependsOnMeaning',
  related: 'docket.relation.relatedToMeaning',
};
