import type { Requirement } from 'docket/session';
import type { Translate, WordKey } from '../../words/say.ts';
import type { SpecGap, SpecTrace, TaskGap } from './spec-trace.ts';

const GAPS = {
  'no-task': 'docket.spec.gapNoTask',
  'not-done': 'docket.spec.gapNotDone',
  'no-path': 'docket.spec.gapNoPath',
  'no-commit': 'docket.spec.gapNoCommit',
  'no-decision': 'docket.spec.gapNoDecision',
} as const satisfies Readonly<Record<SpecGap, WordKey>>;

/** What is missing, with how often: `3 requirements that no task names`. */
export function gapWords(t: Translate, kind: SpecGap, count: number): string {
  return t(GAPS[kind], { count });
}

/** The same at the place where it is missing. */
export const GAP_SHORT = {
  'no-path': 'docket.spec.noPath',
  'no-commit': 'docket.spec.noCommit',
  'no-decision': 'docket.spec.noDecision',
} as const satisfies Readonly<Record<TaskGap, WordKey>>;

/** What is said of the trace where it has no gap. */
export const STATE_WORDS = {
  'no-tasks': 'docket.spec.noTasks',
  'under-way': 'docket.spec.underWay',
  unknown: 'docket.spec.unchecked',
  contradicted: 'docket.spec.falseClaims',
  'without-gap': 'docket.spec.noGaps',
} as const satisfies Readonly<Record<SpecTrace['state'], WordKey>>;

/** What a change does to a requirement. */
export const OPERATION_WORDS = {
  added: 'docket.spec.added',
  modified: 'docket.spec.modified',
  removed: 'docket.spec.removed',
  renamed: 'docket.spec.renamed',
} as const satisfies Readonly<Record<NonNullable<Requirement['operation']>, WordKey>>;
