import { baselineText, nextBaseline } from '../engine/baseline.ts';
import { saving, type TextChange } from '../records/authoring/change.ts';
import type { Findings } from './findings.ts';

/** A baseline for findings as they are now. */
export interface BaselineUpdate {
  readonly change: TextChange;
  /** How many findings it holds. */
  readonly kept: number;
  /** How many it held before; `undefined` where there was none. */
  readonly before: number | undefined;
  /** How many findings it leaves out. */
  readonly left: number;
}

/** The baseline that holds what was found: all that it may the first time, later only what remains of it. */
export function updatedBaseline({ fresh, known, baseline }: Findings): BaselineUpdate {
  const findings = [...fresh.filter(({ rule }) => rule !== 'baseline-unused'), ...known];
  const next = nextBaseline(findings, baseline.baseline);
  const kept = total(next);
  return {
    change: saving(baseline.path, baseline.text, baselineText(next)),
    kept,
    before: baseline.baseline && total(baseline.baseline),
    left: findings.length - kept,
  };
}

function total({ findings }: { readonly findings: readonly { readonly count: number }[] }): number {
  return findings.reduce((sum, { count }) => sum + count, 0);
}
