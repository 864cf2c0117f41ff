import type { Tree } from '../../records/history.ts';
import type { Layout } from '../../records/layout.ts';
import type { TemplateContract } from '../../records/template.ts';

/** What the tool itself found for a validation step. */
export interface Observation {
  /** `not-run` where nothing could be found out; `evidence` then says why. Never counts as a pass. */
  readonly outcome: 'pass' | 'fail' | 'not-run';
  /** What was seen, without a full stop. */
  readonly evidence: string;
}

/** What a check may look at. */
export interface Scene {
  readonly tree: Tree;
  readonly layout: Layout;
  /** The contract a template file of the tree sets up. */
  template(path: string): TemplateContract | undefined;
  /** Files the landing changed, as the workspace names them; the reason where no landing is known. */
  readonly landing: LandedFiles | { readonly kind: 'unknown'; readonly reason: string };
  /** Result of a named command; commands never run here, the caller may have run them before. */
  command(name: string): Observation;
}

/** The files of a landing. */
export interface LandedFiles {
  readonly kind: 'landed';
  /** Short commit id. */
  readonly commit: string;
  /** Paths that stand after the landing and were changed by it. */
  readonly written: ReadonlySet<string>;
  /** Every path it changed, deletions included. */
  readonly changed: readonly string[];
  /** The name a file of today had in the landing. */
  nameThen(path: string): string;
}

/** The step holds, as far as the check sees. */
export function pass(evidence: string): Observation {
  return { outcome: 'pass', evidence };
}

/** The step does not hold. */
export function fail(evidence: string): Observation {
  return { outcome: 'fail', evidence };
}

/** Nothing could be found out. */
export function notRun(evidence: string): Observation {
  return { outcome: 'not-run', evidence };
}

/** Several observations as one: a failure outweighs what was not run, and that outweighs a pass. */
export function together(observations: readonly Observation[]): Observation {
  const weight = { fail: 0, 'not-run': 1, pass: 2 };
  const [first] = observations.toSorted((a, b) => weight[a.outcome] - weight[b.outcome]);
  if (!first) return notRun('no check is named');
  const same = observations.filter((observation) => observation.outcome === first.outcome);
  return { outcome: first.outcome, evidence: same.map(({ evidence }) => evidence).join('; ') };
}
