import type { Severity } from '../records/finding.ts';

/** What is known of a rule without asking it. */
export interface RuleSummary {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly why: string;
}

/** Rules kept while files are read, before there is a record to judge. */
export const READING_RULES: readonly RuleSummary[] = [
  {
    id: 'file-readable',
    severity: 'error',
    summary: 'A record is a regular file in the repository, in UTF-8, of at most 1 MiB.',
    why: 'What cannot be read as text cannot be judged or shown; it must not pass for want of findings.',
  },
  {
    id: 'template-present',
    severity: 'error',
    summary: 'Each folder with records has its template.',
    why: 'The template is the contract: without it, no section is required and everything passes.',
  },
];
