import {
  type ConfigProblem,
  type DocketConfig,
  problemsOf,
  type RuleConfig,
  type Waiver,
} from '../records/config.ts';
import { perObject, perObjectAnd } from '../records/memo.ts';
import { nearest } from '../records/nearest.ts';
import type { DocketRecord } from '../records/record.ts';
import type { Status } from '../records/status.ts';
import { RULES } from '../rules/index.ts';
import type { Rule, Weight } from './define.ts';
import { READING_RULES } from './reading.ts';
import { isSecurityRule, WAIVER_HELP } from './security.ts';

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
  /** Whether the rules of remark-lint are asked, too. */
  readonly asksStockRules: boolean;
  /** The setting of a rule for a record, or for a file that is none. */
  of(rule: Rule, file: DocketRecord | string): RuleSetting;
}

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
  asksStockRules: true,
  of: (rule, file) => ownSetting(rule, file, 'strict'),
};

/** Reads what a configuration says about rules; rules and options that do not exist come back as problems. */
export function makeSettings({
  config,
  matches,
  only,
}: SettingsInput):
  | { readonly settings: Settings }
  | { readonly problems: readonly ConfigProblem[] } {
  const overrides = config.overrides ?? [];
  const layers = [
    { key: 'rules', files: undefined, rules: config.rules ?? {} },
    ...overrides.map(({ files, rules }, index) => ({
      key: `overrides.${index}.rules`,
      files,
      rules,
    })),
  ];
  const problems = layers.flatMap(({ key, rules }) =>
    Object.entries(rules).flatMap(([id, value]) => ruleProblems(key, id, value)),
  );
  problems.push(...waiverProblems(config.waivers ?? []));
  if (problems.length > 0) return { problems };

  const known = new Map<string, RuleSetting>();
  // Most rules stand in no layer, and each is asked about every record.
  const configured = new Set(layers.flatMap(({ rules }) => Object.keys(rules)));
  const profile = config.profile ?? 'strict';
  const settings: Settings = {
    asksStockRules: profile === 'strict',
    rules: only ? RULES.filter((rule) => only.includes(rule.id)) : RULES,
    of(rule, file) {
      if (only && !only.includes(rule.id)) return { severity: 'off', options: undefined };
      if (!configured.has(rule.id)) return ownSetting(rule, file, profile);
      const path = typeof file === 'string' ? file : file.path;
      const applying = layers.filter(
        ({ rules, files }) => rules[rule.id] !== undefined && (!files || matches(path, files)),
      );
      if (applying.length === 0) return ownSetting(rule, file, profile);
      const key = `${rule.id} ${statusOf(file) ?? ''} ${applying.map((layer) => layer.key).join()}`;
      const found = known.get(key);
      if (found) return found;
      const setting = resolve(
        rule,
        file,
        applying.flatMap(({ rules }) => rules[rule.id] ?? []),
        profile,
      );
      known.set(key, setting);
      return setting;
    },
  };
  return { settings };
}

function resolve(
  rule: Rule,
  file: DocketRecord | string,
  configs: readonly RuleConfig[],
  profile: Profile,
): RuleSetting {
  const status = statusOf(file);
  let severity = profile === 'strict' ? ownWeight(rule, status) : (rule.recommended ?? 'off');
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

/** How much is asked of records. */
type Profile = NonNullable<DocketConfig['profile']>;

function ownSetting(rule: Rule, file: DocketRecord | string, profile: Profile): RuleSetting {
  if (profile === 'recommended') return recommendedSetting(rule);
  return ownSettingFor(rule, statusOf(file));
}

const recommendedSetting = perObject(
  (rule: Rule): RuleSetting => ({ severity: rule.recommended ?? 'off', options: undefined }),
);

const ownSettingFor = perObjectAnd(
  (rule: Rule, status: Status | undefined): RuleSetting => ({
    severity: ownWeight(rule, status),
    options: undefined,
  }),
);

function ownWeight(rule: Rule, status: Status | undefined): Weight {
  return (status && rule.severityWhile?.[status]) ?? rule.severity;
}

function statusOf(file: DocketRecord | string): Status | undefined {
  return typeof file === 'string' || file.kind !== 'adr' ? undefined : file.fields.status.value;
}

function ruleProblems(layer: string, id: string, value: RuleConfig): ConfigProblem[] {
  const key = `${layer}.${id}`;
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule?.security) {
    return [
      { key, message: `\`${id}\` is a security rule, which no setting changes; ${WAIVER_HELP}` },
    ];
  }
  if (!rule) return [{ key, message: unknownRule(id) }];
  if (typeof value === 'string' || value.options === undefined) return [];
  if (!rule.options) return [{ key: `${key}.options`, message: `\`${id}\` has no options` }];
  const read = rule.options.safeParse(value.options);
  if (read.success) return [];
  return read.error.issues.flatMap((issue) => problemsOf(issue, [...key.split('.'), 'options']));
}

function waiverProblems(waivers: readonly Waiver[]): ConfigProblem[] {
  return waivers.flatMap(({ rule }, index) => {
    if (isSecurityRule(rule)) return [];
    const isRule = RULES.some(({ id }) => id === rule);
    const message = isRule
      ? `\`${rule}\` is no security rule: a comment, the baseline or \`rules\` silences it`
      : unknownRule(rule);
    return [{ key: `waivers.${index}.rule`, message }];
  });
}

/** The complaint about a name that no rule has, with the one that was perhaps meant. */
export function unknownRule(id: string): string {
  if (READING_RULES.some((rule) => rule.id === id)) {
    return `\`${id}\` is about reading files and cannot be set`;
  }
  const meant = nearest(
    id,
    RULES.map((rule) => rule.id),
  );
  return `no rule has the name \`${id}\`${meant ? `, did you mean \`${meant}\`?` : ''}`;
}
