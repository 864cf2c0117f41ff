import type { Weight } from '../engine/define.ts';
import { allRules, explainRule } from '../engine/explanation.ts';
import { knownRules } from '../engine/instances.ts';
import { makeSettings } from '../engine/settings.ts';
import { STOCK_RULES } from '../engine/stock.ts';
import { loadConfig, profileOf } from '../io/config.ts';
import type { DocketConfig, Profile } from '../records/config.ts';
import type { Explanation, RuleFacts } from '../records/explanation.ts';
import { HelpfulError } from '../records/helpful-error.ts';
import { nearest } from '../records/nearest.ts';
import { RULES } from '../rules/index.ts';

/** Docket's own rules, for who knows no configuration. */
export function ownRules(): readonly Pick<RuleFacts, 'id' | 'summary'>[] {
  return RULES;
}

/** A rule that nobody knows. */
export class UnknownRuleError extends HelpfulError {
  override readonly name = 'UnknownRuleError';
}

/** How much a rule weighs in a repository. */
export interface RuleInForce {
  readonly profile: Profile;
  /** For all files; overrides are for some. */
  readonly weight: Weight;
  /** Whether the configuration sets it. */
  readonly isSet: boolean;
}

/** A rule explained, with the configuration that may have added it. */
export interface ExplainedRule {
  readonly explanation: Explanation;
  /** Empty where it cannot be read. */
  readonly config: DocketConfig;
  readonly inForce: RuleInForce;
}

/**
 * Explains one of Docket's rules, or one that the configuration of a repository adds; no code and no record of it is
 * looked at.
 * @throws {UnknownRuleError} where no rule has the id
 */
export async function explainRuleAt(root: string, id: string): Promise<ExplainedRule> {
  const config = await loadConfig(root, { runsCode: false }).catch((): DocketConfig => ({}));
  const { rules } = knownRules(config);
  const explanation = explainRule(id, rules);
  if (explanation) return { explanation, config, inForce: weightAt(root, config, explanation) };
  const names = allRules(rules).map((rule) => rule.id);
  const meant = nearest(id, names);
  throw new UnknownRuleError(
    `There is no rule \`${id}\``,
    meant
      ? `did you mean \`docket lint --explain ${meant}\`?`
      : 'a report shows the names in brackets, and the page of rules lists them all',
  );
}

function weightAt(root: string, config: DocketConfig, { id, severity }: RuleFacts): RuleInForce {
  const profile = profileOf(root, config);
  const made = makeSettings({ config: { ...config, profile }, matches: () => false });
  const known = 'settings' in made ? [...made.settings.known, ...STOCK_RULES] : [];
  const rule = known.find((one) => one.id === id);
  const weight = rule && 'settings' in made ? made.settings.of(rule, '').severity : severity;
  return { profile, weight, isSet: config.rules?.[id] !== undefined };
}
