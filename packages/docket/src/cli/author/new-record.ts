import {
  fileNameOf,
  newRecordText,
  nextNumber,
  slugOf,
  type TitledKind,
} from '../../records/authoring/create.ts';
import { withoutName } from '../../records/key.ts';
import type { SourceFile } from '../../records/record.ts';
import { usedNames } from '../../session/authoring/used-names.ts';
import { today } from '../../session/day.ts';
import { fileNow } from '../../session/file-now.ts';
import type { Session } from '../../session/session.ts';
import { type CommandContext, CommandError, type OptionValues } from '../command.ts';
import { draftForLog } from './log-record.ts';

/**
 * The file of a new record as its template gives it, with the next number that is free on every known branch.
 * @throws {CommandError} where the template is missing
 * @throws {AuthoringError} where it gives no title a place
 * @throws {GitSilence} where Git cannot say which numbers are free
 */
export async function draft(
  kind: TitledKind,
  title: string,
  input: {
    session: Session;
    values: OptionValues;
    context: CommandContext;
    /** Path of the record that it replaces, where it does. */
    beside?: string;
  },
): Promise<SourceFile & { readonly formOf: string }> {
  const { session, values, context } = input;
  if (kind === 'adr' && session.corpus.layout.adr.logs) {
    return draftForLog(title, input);
  }
  const { template: templatePath } = session.corpus.layout[kind];
  const folder = homeOf(session, kind, values['log']);
  const template = await fileNow(session, templatePath);
  if (template.kind !== 'text') {
    throw new CommandError(
      `The template \`${templatePath}\` is missing`,
      'add it first: its headings are the sections every record must have',
    );
  }
  const number = await freeNumber(session, { kind, folder }, values);
  const slug = typeof values.slug === 'string' ? values.slug : undefined;
  if (slug !== undefined && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    throw new CommandError(
      `The slug \`${slug}\` must be lower-case words joined by hyphens`,
      `use \`--slug ${slugOf(slug)}\``,
    );
  }
  return {
    formOf: templatePath,
    path: `${folder}/${fileNameOf(kind, number, slug ?? slugOf(title))}`,
    text: newRecordText({
      kind,
      template: template.text,
      templatePath,
      number,
      title,
      date: today(context.env),
    }),
  };
}

/**
 * The folder for a new record: that of the main log, unless another is named by its id or its folder.
 * @throws {CommandError} where there is no such log
 */
function homeOf(session: Session, kind: TitledKind, log: OptionValues[string]): string {
  const { folder, places = [] } = session.corpus.layout[kind];
  if (typeof log !== 'string') return folder;
  const wanted = log.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
  const place = places.find((one) => one.id === wanted || one.folder === wanted);
  if (place?.folder !== undefined) return place.folder;
  if (wanted === folder) return folder;
  const known = places.flatMap((one) => (one.folder === undefined ? [] : [`\`${one.id}\``]));
  throw new CommandError(
    `There is no log \`${wanted}\``,
    known.length === 0
      ? `leave \`--log\` out: the repository has one log, in ${folder}`
      : `choose one of ${known.join(', ')}`,
  );
}

/** The next number above all that a folder has, or ever had, on any branch this clone knows. */
export async function freeNumber(
  session: Session,
  { kind, folder }: { readonly kind: TitledKind; readonly folder: string },
  values: OptionValues,
): Promise<string> {
  const { fileName } = session.corpus.layout[kind];
  const names = await usedNames(session, folder, { offline: values['offline'] === true });
  return nextNumber(
    kind,
    [...names].flatMap((name) => fileName.exec(name)?.[1] ?? []),
  );
}

/**
 * The title of a new record as it was given, without an id that was typed in front of it.
 * @throws {CommandError} where it is empty
 */
export function cleanTitle(title: string): string {
  const clean = withoutName(title.replace(/\s+/g, ' ').trim());
  if (clean !== '') return clean;
  throw new CommandError('The title is empty', 'give a few words in quotes');
}
