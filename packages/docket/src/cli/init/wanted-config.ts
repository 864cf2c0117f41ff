import type { WantedConfig } from '../../records/authoring/setup/configuration.ts';
import type { FoundLog } from '../../records/discovery/find-logs.ts';
import { folderPrefix, LAYOUT } from '../../records/layout.ts';
import { count } from '../../report/count.ts';
import type { Setup } from '../../session/setup/setup.ts';
import { askOne } from '../author/prompt.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';

/**
 * What a configuration has to say, because the defaults do not.
 * @param asking where to ask; `undefined` where nobody answers
 * @throws {CommandError} where what was asked for cannot be
 */
export async function wantedConfig(
  setup: Setup,
  { profile, folder: named }: OptionValues,
  asking: CommandContext | undefined,
): Promise<WantedConfig> {
  if (!setup.hasRecords) return forNoRecords(setup, { profile, named });
  const logs = setup.discovery?.logs;
  const folder = typeof named === 'string' ? setup.plainFolder(named) : await choose(logs, asking);
  if (profile === 'strict' && logs) return forStrict(folder, logs);
  const isDefault = logs
    ? folder === undefined || (logs.length === 1 && logs[0]?.folder === folder)
    : folder === undefined || folder === setup.logFolder;
  return {
    ...(isDefault ? {} : { paths: { adr: folder } }),
    ...(profile === 'recommended' && !logs ? { profile } : {}),
  };
}

function forNoRecords(
  setup: Setup,
  { profile, named }: { profile: OptionValues[string]; named: OptionValues[string] },
): WantedConfig {
  if (profile === 'strict') {
    throw new CommandError(
      'There are no records yet to be held to a template',
      'start the log without `--profile`, write its template, then run `docket init --profile strict`',
    );
  }
  const folder = typeof named === 'string' ? setup.plainFolder(named) : setup.logFolder;
  return folder === setup.logFolder ? {} : { paths: { adr: folder } };
}

async function choose(
  logs: readonly FoundLog[] = [],
  asking: CommandContext | undefined,
): Promise<string | undefined> {
  if (logs.length < 2 || !asking) return undefined;
  const all = { value: '', label: `All ${logs.length}, each as a log of its own` };
  const choices = logs.map(({ folder, records }) => ({
    value: folder,
    label: `Only ${folder} (${count(records.length, 'record')})`,
  }));
  const chosen = await askOne('Which folders hold your decisions?', [all, ...choices], asking);
  return chosen === '' ? undefined : chosen;
}

/** The strict profile reads one folder and holds its records to a template, so it must know both. */
function forStrict(folder: string | undefined, logs: readonly FoundLog[]): WantedConfig {
  const log = logs.find((one) =>
    folder === undefined ? logs.length === 1 : one.folder === folder,
  );
  if (!log) {
    throw new CommandError(
      'The strict profile reads one folder of decisions',
      `name it with \`--folder\`: ${logs.map((one) => one.folder).join(', ')}`,
    );
  }
  const usual = `${folderPrefix(log.folder)}template.md`;
  const templates = log.leftOut.flatMap(({ path, reason }) => (reason === 'template' ? path : []));
  const [template] = templates;
  const isUsual = templates.includes(usual);
  if (template === undefined || (templates.length > 1 && !isUsual)) {
    throw new CommandError(
      template === undefined
        ? `The strict profile holds records to a template, and ${log.folder} has none`
        : `The strict profile holds records to one template, and ${log.folder} has ${templates.length}`,
      `save the one that counts as ${usual}`,
    );
  }
  return {
    ...(log.folder === LAYOUT.adr.folder ? {} : { paths: { adr: log.folder } }),
    ...(isUsual ? {} : { templates: { adr: template } }),
    profile: 'strict',
  };
}
