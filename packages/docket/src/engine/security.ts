import { RULES } from '../rules/index.ts';

const SECURITY_RULES: ReadonlySet<string> = new Set([
  // What cannot be read cannot be judged by any of the others.
  'file-readable',
  ...RULES.filter(({ security }) => security).map(({ id }) => id),
]);

/** Whether a rule guards readers against the author of a record, so that only a waiver silences it. */
export function isSecurityRule(id: string): boolean {
  return SECURITY_RULES.has(id);
}

/** How to let a finding of such a rule stand. */
export const WAIVER_HELP =
  'fix the record, or add a waiver with a reason to `docket.config.json` on the default branch';
