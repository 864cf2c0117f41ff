import {
  type ConfigProblem,
  type DocketConfig,
  type Profile,
  problemsOf,
  type RuleConfig,
  type Waiver,
} from '../records/config.ts';
import { HelpfulError } from '../records/helpful-error.ts';
import { nearest } from '../records/nearest.ts';
import type { DocketRecord } from '../records/record.ts';
import type { Status } from '../records/status.ts';
import { RULES } from '../rules/index.ts';
import type { Rule, Weight } from './define.ts';
import { knownRules } from './instances.ts';
import { READING_RULES } from './reading.ts';
import { isSecurityRule, WAIVER_HELP } from './security.ts';
import { STOCK_RULES } from './stock.ts';

/** How one rule is asked about one file. */
export interface RuleSetting {
  readonly severity: Weight;
  /** Read by the rule's schema; `undefined` stands for its defaults. */
  readonly options: unknown;
}

/** What every rule is set to. */
export interface Settings {
  /** The rules to ask. */
  readonly rules: readonly Rule[];
  /** Those and the others that there are. */
  readonly known: readonly Rule[];
  /** The setting of a rule, Docket's or remark-lint's, for a record, or for a file that is none. */
  of(rule: Settable, file: DocketRecord | string): RuleSetting;
}

/** What a rule says of itself that its setting depends on. */
export type Settable = Pick<
  Rule,
  'id' | 'severity' | 'severityWhile' | 'recommended' | 'security' | 'options'
>;

/** Whether a path is one that the globs name. */
export type Matcher = (path: string, globs: readonly string[]) => boolean;

/** What settings are made from. */
export interface SettingsInput {
  readonly config: DocketConfig;
  readonly matches: Matcher;
  /** Ask these rules only. */
  readonly only?: readonly string[] | undefined;
}

/** Every rule at its own severity. */
export const DEFAULT_SETTINGS: Settings = {
  rules: RULES,
  known: RULES,
  of: (rule, file) => ownSetting(rule, file, 'strict'),
};

/**
 * Reads what a configuration says about rules; rules and options that do not exist come back as problems.
 * @throws {UnknownRuleError} where `only` names a rule that does not exist
 */
export function makeSettings({
  config,
  matches,
  only,
}: SettingsInput):
  | { readonly settings: Settings }
  | { readonly problems: readonly ConfigProblem[] } {
  const { rules: known, problems } = knownRules(config);
  const overrides = config.overrides ?? [];
  const layers = [
    { key: 'rules', files: undefined, rules: config.rules ?? {} },
    ...overrides.map(({ files, rules }, index) => ({
      key: `overrides.${index}.rules`,
      files,
      rules,
    })),
  ];
  const wrong = [
    ...problems,
    ...layers.flatMap(({ key, rules }) =>
      Object.entries(rules).flatMap(([id, value]) =>
        ruleProblems([...known, ...STOCK_RULES], `${key}.${id}`, id, value),
      ),
    ),
    ...waiverProblems(known, config.waivers ?? []),
  ];
  if (wrong.length > 0) return { problems: wrong };
  assertKnown(known, only ?? []);

  const found = new Map<string, RuleSetting>();
  // Most rules stand in no layer, and each is asked about every record.
  const configured = new Set(layers.flatMap(({ rules }) => Object.keys(rules)));
  const profile = config.profile ?? 'strict';
  const settings: Settings = {
    rules: only ? known.filter((rule) => only.includes(rule.id)) : known,
    known,
    of(rule, file) {
      if (only && !only.includes(rule.id)) return { severity: 'off', options: undefined };
      if (!configured.has(rule.id)) return ownSetting(rule, file, profile);
      const path = typeof file === 'string' ? file : file.path;
      const applying = layers.filter(
        ({ rules, files }) => rules[rule.id] !== undefined && (!files || matches(path, files)),
      );
      if (applying.length === 0) return ownSetting(rule, file, profile);
      const key = `${rule.id} ${statusOf(file) ?? ''} ${applying.map((layer) => layer.key).join()}`;
      const before = found.get(key);
      if (before) return before;
      const setting = resolve(
        rule,
        file,
        applying.flatMap(({ rules }) => rules[rule.id] ?? []),
        profile,
      );
      found.set(key, setting);
      return setting;
    },
  };
  return { settings };
}

function resolve(
  rule: Settable,
  file: DocketRecord | string,
  configs: readonly RuleConfig[],
  profile: Profile,
): RuleSetting {
  const status = statusOf(file);
  let severity = ownWeight(rule, status, profile);
  let options: Record<string, unknown> = {};
  for (const config of configs) {
    if (typeof config === 'string') {
      severity = config;
      continue;
    }
    severity = (status && config.status?.[status]) ?? config.severity ?? severity;
    options = { ...options, ...config.options };
  }
  return { severity, options: rule.options?.parse(options) };
}

function ownSetting(rule: Settable, file: DocketRecord | string, profile: Profile): RuleSetting {
  const severity = ownWeight(rule, statusOf(file), profile);
  return OWN_SETTINGS[severity];
}

/** The settings of rules that nobody has set, by weight. */
const OWN_SETTINGS: Readonly<Record<Weight, RuleSetting>> = {
  error: { severity: 'error', options: undefined },
  warning: { severity: 'warning', options: undefined },
  info: { severity: 'info', options: undefined },
  off: { severity: 'off', options: undefined },
};

function ownWeight(rule: Settable, status: Status | undefined, profile: Profile): Weight {
  if (profile === 'recommended') return rule.recommended ?? 'off';
  return (status && rule.severityWhile?.[status]) ?? rule.severity;
}

function statusOf(file: DocketRecord | string): Status | undefined {
  return typeof file === 'string' || file.kind !== 'adr' ? undefined : file.fields.status.value;
}

function ruleProblems(
  known: readonly Settable[],
  key: string,
  id: string,
  value: RuleConfig,
): ConfigProblem[] {
  const rule = known.find((candidate) => candidate.id === id);
  if (rule?.security) {
    return [
      { key, message: `\`${id}\` is a security rule, which no setting can change; ${WAIVER_HELP}` },
    ];
  }
  if (!rule) return [{ key, message: unknownRule(known, id) }];
  if (typeof value === 'string' || value.options === undefined) return [];
  if (!rule.options) return [{ key: `${key}.options`, message: `\`${id}\` has no options` }];
  const read = rule.options.safeParse(value.options);
  if (read.success) return [];
  return read.error.issues.flatMap((issue) => problemsOf(issue, [...key.split('.'), 'options']));
}

function waiverProblems(known: readonly Rule[], waivers: readonly Waiver[]): ConfigProblem[] {
  return waivers.flatMap(({ rule }, index) => {
    if (isSecurityRule(rule)) return [];
    const isRule = known.some(({ id }) => id === rule);
    const message = isRule
      ? `\`${rule}\` is not a security rule: silence it with a comment, the baseline or \`rules\``
      : unknownRule(known, rule);
    return [{ key: `waivers.${index}.rule`, message }];
  });
}

/** The complaint about a name that no rule has, with the one that was perhaps meant. */
function unknownRule(known: readonly Pick<Rule, 'id'>[], id: string): string {
  if (READING_RULES.some((rule) => rule.id === id)) {
    return `\`${id}\` is about reading files and cannot be configured`;
  }
  const meant = nearest(
    id,
    known.map((rule) => rule.id),
  );
  return `there is no rule \`${id}\`${meant ? `; did you mean \`${meant}\`?` : ''}`;
}

/** A rule was asked for that does not exist. */
export class UnknownRuleError extends HelpfulError {
  override readonly name = 'UnknownRuleError';
}

function assertKnown(known: readonly Rule[], only: readonly string[]): void {
  const names = [...[...known, ...READING_RULES, ...STOCK_RULES].map(({ id }) => id)];
  const wrong = only.find((name) => !names.includes(name));
  if (wrong === undefined) return;
  const meant = nearest(wrong, names);
  throw new UnknownRuleError(
    `There is no rule \`${wrong}\``,
    meant
      ? `did you mean \`--rule ${meant}\`?`
      : 'a report shows the names in brackets, and the page of rules lists them all',
  );
}
