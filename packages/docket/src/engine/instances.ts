import { type ConfigProblem, type DocketConfig, problemsOf } from '../records/config.ts';
import { nearest } from '../records/nearest.ts';
import { RULES } from '../rules/index.ts';
import type { Rule, RuleOf } from './define.ts';
import { READING_RULES } from './reading.ts';

/** The rules by which a repository is judged, and what is wrong with those that its configuration adds. */
export interface KnownRules {
  /** Docket's own, then the instances of the configuration. */
  readonly rules: readonly Rule[];
  readonly problems: readonly ConfigProblem[];
}

/** Docket's rules with the instances that a configuration adds. Never throws. */
export function knownRules({ instances = {} }: Pick<DocketConfig, 'instances'>): KnownRules {
  const made = Object.entries(instances).map(([id, instance]) => makeInstance(id, instance));
  const problems = made.flatMap((one) => ('problems' in one ? one.problems : []));
  const added = made.flatMap((one) => ('rule' in one ? [one.rule] : []));
  return { rules: added.length === 0 ? RULES : [...RULES, ...added], problems };
}

type Instance = NonNullable<DocketConfig['instances']>[string];

function makeInstance(
  id: string,
  instance: Instance,
): { readonly rule: Rule } | { readonly problems: readonly ConfigProblem[] } {
  const key = `instances.${id}`;
  if ([...RULES, ...READING_RULES].some((rule) => rule.id === id)) {
    return {
      problems: [{ key, message: `\`${id}\` is one of Docket's own rules; choose another name` }],
    };
  }
  const takers = RULES.filter(({ takesInstances }) => takesInstances).map((rule) => rule.id);
  const base = RULES.find((rule) => rule.id === instance.rule && rule.takesInstances);
  if (!base?.options) {
    const meant = nearest(instance.rule, takers);
    const message = `expected ${takers.map((name) => `\`${name}\``).join(', ')}${meant ? `; did you mean \`${meant}\`?` : ''}`;
    return { problems: [{ key: `${key}.rule`, message }] };
  }
  const options = base.options.safeParse(instance.options);
  if (!options.success) {
    return {
      problems: options.error.issues.flatMap((issue) =>
        problemsOf(issue, ['instances', id, 'options']),
      ),
    };
  }
  const { message, help, kinds = base.kinds } = instance;
  // What it asks for stands in the configuration already; only its weight is set like that of any rule.
  const { options: _, ...own } = base as RuleOf<'record'>;
  const rule: RuleOf<'record'> = {
    ...own,
    id,
    kinds,
    severity: instance.severity ?? base.severity,
    summary: message === undefined ? base.summary : `${message}.`,
    instanceOf: base.id,
    check(record, corpus, asked = {}) {
      if (!kinds.includes(record.kind)) return [];
      const problems = own.check(record, corpus, { ...asked, options: options.data });
      return problems.map((problem) => ({
        ...problem,
        ...(message !== undefined && { message }),
        ...(help !== undefined && { help }),
      }));
    },
  };
  return { rule };
}
