import type { AdrRecord } from 'docket/records';
import { type ReferenceContext, type Segment, segmentsOf } from './references.ts';

/** An option of a decision as a column of the comparison. */
export interface ComparedOption {
  readonly letter: string;
  readonly name: string;
  readonly chosen: boolean;
  /** Fragment of its section on the page. */
  readonly slug: string;
  readonly pros: readonly (readonly Segment[])[];
  readonly cons: readonly (readonly Segment[])[];
}

/** The options of a decision side by side; empty where there are fewer than two, or none that says anything. */
export function comparisonOf(context: ReferenceContext, adr: AdrRecord): readonly ComparedOption[] {
  const { options } = adr.body;
  const isBare = options.every(({ pros, cons }) => pros.length + cons.length === 0);
  if (options.length < 2 || isBare) return [];
  const all = (texts: readonly string[]) => texts.map((text) => segmentsOf(context, text, adr));
  return options.map(({ letter, name, chosen, section, pros, cons }) => ({
    letter,
    name,
    chosen,
    slug: section.slug,
    pros: all(pros),
    cons: all(cons),
  }));
}
