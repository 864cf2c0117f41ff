import type { SpecRecord } from 'docket/records';
import type { Translate } from '../../words/say.ts';
import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { type Validation, validationsOf } from '../validation.ts';

/** How far the steps of a specification are covered by its latest execution. */
export interface Coverage {
  readonly validation: Validation;
  /** Steps with a recorded result. */
  readonly claimed: number;
  /** Steps for which the tool found a result itself. */
  readonly observed: number;
  /** Steps whose recorded result holds against the history. */
  readonly verified: number;
}

/** The coverage of a specification; no execution means that nothing is claimed. */
export function coverageOf(context: EvidenceContext, spec: SpecRecord): Coverage | undefined {
  const validation = validationsOf(context, spec).at(-1);
  if (!validation) return undefined;
  const count = (is: (row: Validation['rows'][number]) => boolean): number =>
    validation.rows.filter(is).length;
  return {
    validation,
    claimed: count((row) => row.outcome !== 'missing'),
    observed: count((row) => row.observed !== undefined && row.observed.outcome !== 'not-run'),
    verified: count((row) => row.verdict?.name === 'verified'),
  };
}

/** Coverage in words: `10 of 10 steps claimed, 9 observed`. */
export function coverageWords(t: Translate, { validation, claimed, observed }: Coverage): string {
  const { total } = validation.tally;
  if (total === 0) return t('docket.trace.noSteps');
  return t('docket.trace.coverage', { count: total, claimed, observed });
}
