import type { Finding } from '../records/finding.ts';
import { MAX_FINDINGS_OF_RULE } from '../records/limits.ts';
import { nearest } from '../records/nearest.ts';
import type { DocketRecord } from '../records/record.ts';
import { RULES } from '../rules/index.ts';
import type { Rule } from './define.ts';
import { type Disabling, disablingsIn, disablingsOf, WORD } from './disable-comments.ts';
import { isSecurityRule, WAIVER_HELP } from './security.ts';

/** Findings that are left, and those that comments silence. */
export interface Heard {
  readonly findings: readonly Finding[];
  readonly silenced: readonly Finding[];
}

/**
 * Takes out what `docket-disable-next-line rule -- reason` in a comment of a record silences, and adds a finding for
 * each comment that has no reason, names no rule, or silences nothing.
 * @param complete whether every rule was asked: only then is a comment without effect known to be unused
 * @param disablings the comments, where they are known already
 * @param rules that there are; by default Docket's own
 */
export function obeyComments(
  record: DocketRecord,
  findings: readonly Finding[],
  complete: boolean,
  disablings: readonly Disabling[] = disablingsOf(record),
  rules: readonly Pick<Rule, 'id'>[] = RULES,
): Heard {
  if (disablings.length === 0) return { findings, silenced: [] };
  return obey(record.path, disablings, findings, { complete, rules });
}

/** The same for a document or code, where the words stand in a comment of any language. */
export function obeyDocumentComments(
  { path, text }: { readonly path: string; readonly text: string },
  findings: readonly Finding[],
  complete: boolean,
  rules: readonly Pick<Rule, 'id'>[] = RULES,
): Heard {
  if (!text.includes(WORD)) return { findings, silenced: [] };
  return obey(path, disablingsIn(text), findings, { complete, rules });
}

/** What was asked, so that a comment can be held against it. */
interface Asked {
  readonly complete: boolean;
  readonly rules: readonly Pick<Rule, 'id'>[];
}

function obey(
  file: string,
  disablings: readonly Disabling[],
  findings: readonly Finding[],
  asked: Asked,
): Heard {
  const used = new Map<Disabling, Set<string>>(disablings.map((entry) => [entry, new Set()]));
  const silenced: Finding[] = [];
  const byLine = Map.groupBy(disablings, ({ line }) => line);
  const left = findings.filter((finding) => {
    if (isSecurityRule(finding.rule)) return true;
    const by = (byLine.get(finding.span.start.line) ?? []).filter(
      ({ rules, reason }) => reason !== undefined && rules.includes(finding.rule),
    );
    for (const entry of by) used.get(entry)?.add(finding.rule);
    if (by.length > 0) silenced.push(finding);
    return by.length === 0;
  });
  const own: Finding[] = [];
  for (const entry of disablings) {
    if (own.length >= MAX_FINDINGS_OF_RULE) break;
    own.push(...complaints(file, entry, used.get(entry), asked));
  }
  return { findings: [...left, ...own], silenced };
}

function complaints(
  file: string,
  { rules, reason, unknown, span, line }: Disabling,
  used: ReadonlySet<string> | undefined,
  { complete, rules: known }: Asked,
): Finding[] {
  const shape = `write \`${WORD} rule -- reason\``;
  const base = { file, span, related: [] };
  if (unknown !== undefined) {
    return [
      {
        ...base,
        rule: 'disable-reason',
        severity: 'error',
        found: `comment \`${unknown}\``,
        expected: `\`${WORD}\``,
        help: `${shape}; nothing else silences a rule`,
      },
    ];
  }
  if (rules.length === 0 || reason === undefined) {
    const what = rules.length === 0 ? 'rule' : 'reason';
    return [
      {
        ...base,
        rule: 'disable-reason',
        severity: 'error',
        found: `disable comment without a ${what}`,
        expected: '`rule -- reason`',
        help: `${shape}: without both it silences nothing`,
      },
    ];
  }
  return rules.slice(0, MAX_FINDINGS_OF_RULE).flatMap((id): Finding[] => {
    if (!isSecurityRule(id) && !known.some((rule) => rule.id === id)) {
      const meant = nearest(
        id,
        known.map((rule) => rule.id),
      );
      return [
        {
          ...base,
          rule: 'disable-reason',
          severity: 'error',
          found: `rule \`${id}\` in a disable comment`,
          expected: 'the name of a rule',
          help: meant ? `write \`${meant}\`` : 'see the list of rules, or delete the comment',
        },
      ];
    }
    if (isSecurityRule(id)) {
      return [
        {
          ...base,
          rule: 'disable-reason',
          severity: 'error',
          found: `security rule \`${id}\` in a disable comment`,
          expected: 'a rule that a comment may silence',
          help: WAIVER_HELP,
        },
      ];
    }
    if (!complete || used?.has(id)) return [];
    return [
      {
        ...base,
        rule: 'disable-unused',
        severity: 'warning',
        found: `disable comment for \`${id}\``,
        expected: `it to silence something on line ${line}`,
        help: 'delete the comment, or the name of the rule in it',
      },
    ];
  });
}
