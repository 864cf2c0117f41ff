import type { DocketConfig } from '../records/config.ts';
import { ruleSlug } from '../records/rule-slug.ts';
import type { RuleNote } from '../report/report.ts';
import type { Session } from '../session/session.ts';
import type { CommandContext } from './command.ts';

/**
 * The address of a rule's page: on the site that the configuration names, else on the one that `DOCKET_SITE` and
 * `DOCKET_BASE` describe, as for a build. `undefined` where neither does.
 */
export function rulePage(
  id: string,
  config: DocketConfig,
  env: CommandContext['env'],
): string | undefined {
  const host = env['DOCKET_SITE']?.trim().replace(/\/+$/, '');
  const base = env['DOCKET_BASE']?.trim().replace(/^\/+|\/+$/g, '');
  const built = host ? [host, base].filter(Boolean).join('/') : undefined;
  const site = config.site?.replace(/\/+$/, '') ?? built;
  return site === undefined ? undefined : `${site}/reference/rules/${ruleSlug(id)}/`;
}

/** What reports tell of every rule. */
export function ruleNotes(
  session: Pick<Session, 'rules' | 'config'>,
  env: CommandContext['env'],
): (rule: string) => RuleNote | undefined {
  let notes: Map<string, RuleNote> | undefined;
  return (wanted) => {
    notes ??= new Map(
      session.rules.map(({ id, summary, why }) => [
        id,
        { summary, why, page: rulePage(id, session.config, env) },
      ]),
    );
    return notes.get(wanted);
  };
}
