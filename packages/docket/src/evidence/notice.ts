import type { Span, Wording } from '../records/finding.ts';

/** Something a reader should know that is no claim and so has no verdict. */
export type Notice = Wording & {
  readonly kind:
    | 'agent-differs'
    | 'undeclared'
    | 'rewritten'
    | 'uncommitted'
    | 'missing-result'
    | 'result-order'
    | 'further-execution';
  readonly severity: 'info' | 'warning';
  readonly help: string;
  readonly span: Span;
  /** Paths, or lines of a difference that open with `-` or `+`. */
  readonly details: readonly string[];
};
