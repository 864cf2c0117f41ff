import { isWholeOfFolder, readName } from '../dialects/file-name.ts';
import type { FoundLog } from '../discovery/find-logs.ts';
import { RECORD_ENDING } from '../formats/format.ts';
import { folderPrefix } from '../layout.ts';
import { folderOf } from '../paths.ts';
import { slugOf } from './create.ts';
import { padded } from './reference-form.ts';

/** What the file of a new record is called after. */
export interface NameInput {
  /** Folder that takes it, or the folder of the record where each has one; `.` for the root. */
  readonly folder: string;
  /** Paths of the log's records. */
  readonly records: readonly string[];
  /** As the name writes it, without zeros before it. */
  readonly number: string | undefined;
  /** Words for the name, as they are or as the title has them. */
  readonly words: string;
  /** As YYYY-MM-DD. */
  readonly day: string;
}

/** Folders of a log that take new records, the one with most of them first. */
export function foldersOf({ records }: Pick<FoundLog, 'records'>): readonly string[] {
  const homes = Map.groupBy(records, homeOf);
  return [...homes].sort(([, a], [, b]) => b.length - a.length).map(([folder]) => folder);
}

/** The folder of a log that takes new records; `undefined` where it has several of one rank. */
export function folderForNew(log: FoundLog): string | undefined {
  const folders = foldersOf(log);
  const own = log.records.filter((path) => homeOf(path) === log.folder);
  if (folders.length < 2) return folders[0] ?? log.folder;
  return own.length * 2 >= log.records.length ? log.folder : undefined;
}

/** The folder that a record, or the folder it has for itself, lies in. */
export function homeOf(path: string): string {
  const folder = folderOf(path);
  return (isWholeOfFolder(path) ? folderOf(folder) : folder) || '.';
}

const MONTH = /^\d{4}-\d{2}(?=[-_. ])/;

/** The parts of a name before its words, with marks for number and date. */
function leadOf(path: string): string {
  const { name, number, date, slug } = readName(path);
  let lead = name.slice(0, name.length - slug.length);
  const at = number === undefined ? -1 : lead.lastIndexOf(number);
  if (number !== undefined && at >= 0)
    lead = `${lead.slice(0, at)}{n}${lead.slice(at + number.length)}`;
  if (date !== undefined) lead = lead.replace(/^\d[\d_-]*\d(?=[-_. ]|$)/, '{d}');
  else if (MONTH.test(name)) lead = lead.replace(MONTH, '{m}') || `{m}${name.charAt(7)}`;
  return lead;
}

function endOf(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return isWholeOfFolder(path) ? `/${file}` : (RECORD_ENDING.exec(file)?.[0] ?? '.md');
}

/** Names of a log that look like that of a new record, the latest last. */
function alike({ folder, records }: Pick<NameInput, 'folder' | 'records'>): readonly string[] {
  const own = records.filter((path) => homeOf(path) === folder);
  const latest = (own.length > 0 ? own : [...records]).slice(-MOST_NAMES);
  const shapes = Map.groupBy(latest, (path) => leadOf(path) + endOf(path));
  const [most] = [...shapes.values()].sort((a, b) => b.length - a.length);
  return most ?? [];
}

const MOST_NAMES = 12;

/** Whether the names of new records have a number. */
export function hasNumber(input: Pick<NameInput, 'folder' | 'records'>): boolean {
  const model = alike(input).at(-1);
  return model === undefined || leadOf(model).includes('{n}');
}

/**
 * Numbers that names in the folder of a log give: of files, and of folders where the log's records have their own.
 * @param names of the files in it, and of the folders right below it
 */
export function numbersIn(
  names: Iterable<string>,
  { folder, records }: Pick<NameInput, 'folder' | 'records'>,
): readonly string[] {
  const hasFolders = records.some((path) => homeOf(path) === folder && isWholeOfFolder(path));
  const isRecord = (name: string) =>
    RECORD_ENDING.test(name) ? !/template/i.test(name) : hasFolders && !/\.[a-z]\w*$/i.test(name);
  return [...names].filter(isRecord).flatMap((name) => readName(name).number ?? []);
}

/** How many digits numbers have at least. */
export function widthOf(numbers: readonly string[]): number {
  const isPadded = numbers.some((number) => /^0\d/.test(number));
  return isPadded
    ? Math.max(...numbers.slice(-MOST_NAMES).map((one) => one.replace(/[a-z]$/i, '').length))
    : 1;
}

/** The path of a new record, as those beside it are named; `0001-words.md` where there is none. */
export function newPath(input: NameInput): string {
  const { folder, number, words, day } = input;
  const names = alike(input);
  const model = names.at(-1);
  const lead = model === undefined ? (number === undefined ? '' : '{n}-') : leadOf(model);
  const slugs = names.map((path) => readName(path).slug);
  const numbers = names.flatMap((path) => readName(path).number ?? []);
  const width = model === undefined ? 4 : widthOf(numbers);
  const written = lead
    .replace('{n}', number === undefined ? '' : padded(number, width))
    .replace('{d}', dayLike(day, model))
    .replace('{m}', day.slice(0, 7));
  const hasWords = model === undefined || slugs.some((slug) => slug !== '');
  const slug = hasWords ? slugLike(words, slugs) : '';
  return `${folderPrefix(folder)}${written}${slug}${model === undefined ? '.md' : endOf(model)}`;
}

function dayLike(day: string, model: string | undefined): string {
  const sign = model === undefined ? '-' : (/^\d{4}([-_]?)/.exec(readName(model).name)?.[1] ?? '-');
  return day.replaceAll('-', sign);
}

/** Words joined as other names join theirs, with capitals where those have them. */
function slugLike(words: string, slugs: readonly string[]): string {
  const lower = slugOf(words);
  const joiner = joinerOf(slugs);
  const small = slugs.filter((slug) => slug === slug.toLowerCase());
  if (small.length * 2 >= slugs.length) return lower.replaceAll('-', joiner);
  const pieces = slugs.flatMap((slug) =>
    slug.split(/[-_ .]/).filter((word) => /^\p{L}/u.test(word)),
  );
  const capitals = pieces.filter((word) => /^\p{Lu}/u.test(word));
  const isTitle = capitals.length * 10 >= pieces.length * 8;
  const typed = words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, lower.split('-').length);
  return typed
    .map((word) => (isTitle ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .join(joiner);
}

function joinerOf(slugs: readonly string[]): string {
  const signs = slugs.flatMap((slug) => [...slug.matchAll(/[-_ .]/g)].map(([sign]) => sign));
  if (signs.length === 0) return slugs.some((slug) => /\p{Ll}\p{Lu}/u.test(slug)) ? '' : '-';
  const counts = Map.groupBy(signs, (sign) => sign);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '-';
}
