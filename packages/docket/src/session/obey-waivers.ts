import { isSecurityRule } from '../engine/security.ts';
import { type Waived, waive } from '../engine/waivers.ts';
import { matchesGlobs } from '../io/config.ts';
import { readWaivers } from '../io/waivers.ts';
import type { Finding } from '../records/finding.ts';

/** Findings without those that waivers let stand. */
export interface Obeyed {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Why there may be waivers that were not read. */
  readonly gap?: string;
}

/** Takes out the findings that the default branch lets stand. Git is asked only where a security rule found something. */
export async function obeyWaivers(root: string, findings: readonly Finding[]): Promise<Obeyed> {
  if (!findings.some(({ rule }) => isSecurityRule(rule))) return { findings, waived: [] };
  const { waivers, gap } = await readWaivers(root);
  return { ...waive(findings, waivers, matchesGlobs), ...(gap !== undefined && { gap }) };
}
