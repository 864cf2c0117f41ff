import type { DocketConfig } from '../records/config.ts';
import type { RuleFacts } from '../records/explanation.ts';
import { ruleSlug } from '../records/rule-slug.ts';
import type { RuleNote } from './report.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The address of a rule's page, where the configuration says that the site has some: on the site that it names, else on
 * the one that `DOCKET_SITE` and `DOCKET_BASE` describe, as for a build. `undefined` where neither does.
 */
export function rulePage(id: string, config: DocketConfig, env: Env): string | undefined {
  if (!config.reference) return undefined;
  const host = env['DOCKET_SITE']?.trim().replace(/\/+$/, '');
  const base = env['DOCKET_BASE']?.trim().replace(/^\/+|\/+$/g, '');
  const built = host ? [host, base].filter(Boolean).join('/') : undefined;
  const site = config.site?.replace(/\/+$/, '') ?? built;
  return site === undefined ? undefined : `${site}/reference/rules/${ruleSlug(id)}/`;
}

/** What reports tell of every rule. */
export function ruleNotes(
  known: { readonly rules: readonly RuleFacts[]; readonly config: DocketConfig },
  env: Env,
): (rule: string) => RuleNote | undefined {
  let notes: Map<string, RuleNote> | undefined;
  return (wanted) => {
    notes ??= new Map(
      known.rules.map(({ id, summary, why }) => [
        id,
        { summary, why, page: rulePage(id, known.config, env) },
      ]),
    );
    return notes.get(wanted);
  };
}
