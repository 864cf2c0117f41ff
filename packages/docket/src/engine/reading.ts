import type { Severity } from '../records/finding.ts';

/** What is known of a rule without asking it. */
export interface RuleSummary {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
}

/** Rules about reading and about the linter's own comments and files; configuration cannot set them. */
export const READING_RULES: readonly RuleSummary[] = [
  {
    id: 'file-readable',
    severity: 'error',
    summary: 'A record is a regular file in the repository, in UTF-8 and at most 1 MiB.',
    why: 'A file that cannot be read as text cannot be checked or shown; it must not pass just because nothing was found in it.',
  },
  {
    id: 'disable-reason',
    severity: 'error',
    summary: 'A disable comment names rules that exist and gives a reason.',
    why: 'If a rule is silenced without a reason, nobody dares to switch it on again.',
  },
  {
    id: 'disable-unused',
    severity: 'warning',
    summary: 'A disable comment silences something.',
    why: 'A leftover comment would silence the next mistake on its line.',
  },
  {
    id: 'baseline-unused',
    severity: 'warning',
    summary: 'Every entry in the baseline matches a finding.',
    why: 'The baseline only shrinks; a leftover entry would let the same mistake back in.',
  },
  {
    id: 'template-present',
    severity: 'error',
    summary: 'Each folder with records has its template.',
    why: 'The template is the contract: without it no section is required, and everything passes.',
  },
];
