import type { Waiver } from '../records/config.ts';
import type { Finding } from '../records/finding.ts';
import { isSecurityRule } from './security.ts';
import type { Matcher } from './settings.ts';

/** A finding that a waiver lets stand. */
export interface Waived {
  readonly finding: Finding;
  readonly reason: string;
}

/** Takes out the findings of security rules that waivers let stand. */
export function waive(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  matches: Matcher,
): { readonly findings: readonly Finding[]; readonly waived: readonly Waived[] } {
  const waived: Waived[] = [];
  const left = findings.filter((finding) => {
    const waiver = isSecurityRule(finding.rule)
      ? waivers.find(({ rule, files }) => rule === finding.rule && matches(finding.file, files))
      : undefined;
    if (waiver) waived.push({ finding, reason: waiver.reason });
    return !waiver;
  });
  return { findings: left, waived };
}
