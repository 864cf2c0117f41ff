import { draftInLog } from '../../records/authoring/log-draft.ts';
import {
  folderForNew,
  foldersOf,
  hasNumber,
  homeOf,
  newPath,
  numbersIn,
} from '../../records/authoring/record-name.ts';
import { readName } from '../../records/dialects/file-name.ts';
import type { FoundLog } from '../../records/discovery/find-logs.ts';
import { formatOf, RECORD_ENDING } from '../../records/formats/format.ts';
import type { SourceFile } from '../../records/record.ts';
import { usedNames } from '../../session/authoring/used-names.ts';
import { today } from '../../session/day.ts';
import { fileNow } from '../../session/file-now.ts';
import type { Session } from '../../session/session.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';

/** A folder that takes new records, with the log it belongs to. */
interface Home {
  readonly log: FoundLog;
  readonly folder: string;
}

/**
 * The file of a new record of a log in any form, named and written as the log's own are.
 * @param beside path of a record that it is to stand beside, where the log is known by that
 * @throws {CommandError} where several folders could take it
 * @throws {AuthoringError} where nothing shows the form of a record
 * @throws {GitSilence} where Git cannot say which numbers are free
 */
export async function draftForLog(
  title: string,
  {
    session,
    values,
    context,
    beside,
  }: {
    session: Session;
    values: OptionValues;
    context: CommandContext;
    beside?: string | undefined;
  },
): Promise<SourceFile & { readonly formOf: string }> {
  const { corpus } = session;
  const { log, folder } = homeFor(corpus.layout.adr.logs ?? [], values['log'], beside);
  const day = today(context.env);
  const names = { folder, records: log.records };
  const number = hasNumber(names)
    ? await freeNumberIn({ log, folder }, session, values)
    : undefined;
  const slug = typeof values['slug'] === 'string' ? values['slug'] : undefined;
  if (slug !== undefined && !/^[\p{L}\p{N}][\p{L}\p{N}._ -]*$/u.test(slug)) {
    throw new CommandError(
      `The slug \`${slug}\` must be words joined by hyphens`,
      'use letters, digits and hyphens',
    );
  }
  const path = newPath({ ...names, number, words: slug ?? title, day });
  const template = await templateOf({ log, folder }, path, session);
  const drafted = draftInLog({
    path,
    number: readName(path).number ?? number,
    title,
    day,
    records: corpus,
    template: template === undefined ? undefined : await textOf(session, template),
  });
  return { path, text: drafted.record.document.text, formOf: drafted.formOf };
}

function homeFor(logs: readonly FoundLog[], named: OptionValues[string], beside?: string): Home {
  const homes = logs.flatMap((log) => foldersOf(log).map((folder) => ({ log, folder })));
  if (beside !== undefined) {
    const found = homes.find(
      ({ log, folder }) => folder === homeOf(beside) && log.records.includes(beside),
    );
    if (found) return found;
  }
  if (typeof named === 'string') {
    const wanted = named.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '') || '.';
    const own = homes.find(({ folder }) => folder === wanted);
    const log = logs.find(({ folder, name }) => folder === wanted || name === wanted);
    const folder = log && folderForNew(log);
    if (own) return own;
    if (log && folder !== undefined) return { log, folder };
    throw new CommandError(
      log
        ? `The log \`${wanted}\` has records in several folders`
        : `There is no log \`${wanted}\``,
      `choose one of ${listed(homes)}`,
    );
  }
  const [log] = logs;
  const folder = log && folderForNew(log);
  if (log && folder !== undefined && logs.length === 1) return { log, folder };
  throw new CommandError(
    'There is more than one folder for a new record',
    `choose one with \`--log\`: ${listed(homes)}`,
  );
}

function listed(homes: readonly Home[]): string {
  return homes.map(({ folder }) => `\`${folder}\``).join(', ');
}

/** The next number above all that the folder has, or ever had, on any branch this clone knows. */
export async function freeNumberIn(
  { log, folder }: { readonly log: FoundLog; readonly folder: string },
  session: Session,
  values: OptionValues,
): Promise<string> {
  const names = await usedNames(session, folder, { offline: values['offline'] === true });
  const numbers = numbersIn(names, { folder, records: log.records });
  const own = session.corpus.adrs.flatMap(({ path, number }) =>
    number !== undefined && log.records.includes(path) && homeOf(path) === folder ? number : [],
  );
  const highest = [...numbers, ...own].map((number) => Number.parseInt(number, 10));
  return String(Math.max(0, ...highest) + 1);
}

/** The template of a log: the one that the configuration names, else the one nearest to the folder. */
async function templateOf(
  { log, folder }: Home,
  file: string,
  session: Session,
): Promise<string | undefined> {
  const { corpus, config } = session;
  const { template } = corpus.layout.adr;
  const isNamed = config.templates?.adr !== undefined;
  if (isNamed && (await fileNow(session, template)).kind === 'text') return template;
  const depth = (path: string) => (path.startsWith(folder === '.' ? '' : `${folder}/`) ? 0 : 1);
  const nearest = log.leftOut
    .filter(
      ({ path, reason }) =>
        reason === 'template' && RECORD_ENDING.test(path) && formatOf(path) === formatOf(file),
    )
    .map(({ path }) => path)
    .sort((a, b) => depth(a) - depth(b) || a.length - b.length || (a < b ? -1 : 1));
  return nearest[0];
}

async function textOf(session: Session, path: string) {
  const file = await fileNow(session, path);
  if (file.kind === 'text') return { path, text: file.text };
  throw new CommandError(`The template \`${path}\` cannot be read: ${file.found}`, file.help);
}
