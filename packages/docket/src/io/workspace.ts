import { statSync } from 'node:fs';
import path from 'node:path';
import type { DocketConfig } from '../records/config.ts';
import type { Templates } from '../records/conventions.ts';
import { buildCorpus, type Corpus, type Surroundings } from '../records/corpus.ts';
import { dateOrderOf, numericDates } from '../records/dialects/dates.ts';
import type { Discovery } from '../records/discovery/find-logs.ts';
import type { Finding } from '../records/finding.ts';
import { fragmentsOf } from '../records/fragments.ts';
import { HelpfulError } from '../records/helpful-error.ts';
import type { History } from '../records/history.ts';
import {
  kindOfPath,
  type Layout,
  layoutWith,
  RECORD_KINDS,
  type RecordKind,
} from '../records/layout.ts';
import { fileOfUrl } from '../records/links.ts';
import { parseMarkdown } from '../records/markdown.ts';
import { isMedia } from '../records/media.ts';
import { pathMentions } from '../records/path-mentions.ts';
import type { DocketRecord } from '../records/record.ts';
import { readTemplate, type TemplateContract } from '../records/template.ts';
import { loadConfig, settingsError } from './config.ts';
import { discover } from './discover.ts';
import { readHistory } from './git.ts';
import { type FirstLook, readRecords, unreadable } from './read-records.ts';
import { namesAt, Reader } from './reader.ts';
import { settleWriting } from './write-lock.ts';

/** A repository's records as one index, with what could not be read. */
export interface Workspace {
  /** Absolute path. */
  readonly root: string;
  readonly config: DocketConfig;
  readonly corpus: Corpus;
  /** Files that could not be read, and templates that are missing. */
  readonly findings: readonly Finding[];
  /** How many files were looked at, readable or not. */
  readonly fileCount: number;
  /** Where records were looked for; `undefined` where all Markdown of one folder is held to the template. */
  readonly discovery: Discovery | undefined;
  /** Git's history, read when first asked for and then kept. */
  history(): Promise<History>;
}

/** The folder given holds no records at all, so there is nothing to judge. */
export class NoWorkspaceError extends HelpfulError {
  override readonly name = 'NoWorkspaceError';

  constructor(message: string) {
    super(
      message,
      'go to the root of the repository that holds them, or name their folders with `paths` in docket.config.json',
    );
  }
}

/** Says where records were looked for, and what is there instead. */
export function noRecords(root: string, layout: Layout): NoWorkspaceError {
  if (!isFolder(root)) {
    return new NoWorkspaceError(`No records under ${root}: there is no such folder`);
  }
  const folders = [...new Set(RECORD_KINDS.map((kind) => layout[kind].folder))];
  const present = folders.filter((folder) => isFolder(path.join(root, folder)));
  const seen =
    present.length === 0
      ? [`none of the folders ${folders.join(', ')} is there`, `the root holds ${contentsOf(root)}`]
      : present.map((folder) => `${folder} holds ${contentsOf(path.join(root, folder))}`);
  return new NoWorkspaceError(`No records under ${root}: ${seen.join('; ')}`);
}

function contentsOf(folder: string): string {
  const names = [...namesAt(folder)].sort();
  if (names.length === 0) return 'nothing';
  const told = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${told} and ${names.length - 6} more` : `only ${told}`;
}

/** How a workspace is read. */
export interface ReadingOptions {
  /** Reads below the same root, for who wants to know what was read. */
  readonly reader?: Reader;
  /** The configuration, where it is loaded already. */
  readonly config?: DocketConfig;
  /** Whether `docket.config.ts` may be run; not by default. */
  readonly runsCode?: boolean;
  /** Whether a folder that the configuration names may be missing, as before it was made; not by default. */
  readonly mayLackFolders?: boolean;
  /** Looks at each record as soon as it is read; records are kept without their trees then. */
  readonly look?: FirstLook;
}

/**
 * Reads every record and template below `root` once, after undoing what an interrupted run has left half written.
 * @throws {NoWorkspaceError} where `root` is no folder, or has none of the record folders
 * @throws {ConfigError} where a configuration cannot be read, or names a folder that is not there
 * @throws {ApplyError} where another process writes for long, or what was left cannot be undone
 */
export async function openWorkspace(
  root: string,
  {
    reader = new Reader(path.resolve(root)),
    config: known,
    runsCode = false,
    mayLackFolders = false,
    look,
  }: ReadingOptions = {},
): Promise<Workspace> {
  const absolute = path.resolve(root);
  const config = known ?? (await loadConfig(absolute, { runsCode }));
  const own = layoutWith(config.paths ?? {}, config.templates ?? {}, config.roles);
  if (!isFolder(absolute)) throw noRecords(absolute, own);
  await settleWriting(absolute);
  const discovery =
    config.profile === 'recommended' ? await discover(reader, config.paths?.adr) : undefined;
  const layout = discovery ? withLogs(own, discovery) : own;
  const hasRecords = (kind: RecordKind) =>
    (layout[kind].logs?.length ?? 0) > 0 || isFolder(path.join(absolute, layout[kind].folder));
  if (!RECORD_KINDS.some(hasRecords)) throw noRecords(absolute, own);

  const below = RECORD_KINDS.flatMap(
    (kind) =>
      layout[kind].logs?.flatMap((log) => log.records) ?? reader.markdownBelow(layout[kind].folder),
  );
  // One folder may lie in another.
  const paths = [...new Set(below)].filter((file) => kindOfPath(file, layout) !== undefined);
  const { templates, missing } = readTemplates(reader, layout, paths);
  const dateOrder = discovery && dateOrderOf(paths.flatMap((file) => datesIn(reader, file)));
  const read = readRecords(reader, paths, { conventions: { templates, layout, dateOrder }, look });
  const { records, findings, unread, fileCount } = read;
  if (!mayLackFolders && fileCount > 0) assertFolders(absolute, config);
  const surroundings = { ...readSurroundings(reader, records), unread: new Set(unread) };
  let history: Promise<History> | undefined;
  return {
    root: absolute,
    config,
    corpus: buildCorpus({ records, templates, surroundings, layout }),
    findings: [...findings, ...missing],
    fileCount,
    discovery,
    history() {
      history ??= readHistory(absolute);
      return history;
    },
  };
}

/** A folder of records that is misspelt would otherwise pass as one without records. */
function assertFolders(root: string, { paths = {} }: DocketConfig): void {
  const problems = RECORD_KINDS.flatMap((kind) => {
    const folder = paths[kind];
    if (folder === undefined || isFolder(path.join(root, folder))) return [];
    return [{ key: `paths.${kind}`, message: `there is no folder \`${folder}\` under ${root}` }];
  });
  if (problems.length > 0) throw settingsError(root, problems);
}

function withLogs(layout: Layout, { logs }: Discovery): Layout {
  const folder = logs[0]?.folder ?? layout.adr.folder;
  return { ...layout, adr: { ...layout.adr, folder, logs } };
}

/** The dates of a record that may tell whether day or month comes first. */
function datesIn(reader: Reader, path: string): readonly string[] {
  const file = reader.text(path);
  return file.kind === 'text' ? numericDates(file.text) : [];
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readTemplates(
  reader: Reader,
  layout: Layout,
  paths: readonly string[],
): { templates: Templates; missing: Finding[] } {
  const templates: Partial<Record<RecordKind, TemplateContract>> = {};
  const missing: Finding[] = [];
  for (const kind of RECORD_KINDS) {
    const { template, noun, logs } = layout[kind];
    // What a foreign template asks of its records is not known.
    if (logs) continue;
    if (!paths.some((file) => kindOfPath(file, layout) === kind)) continue;
    const file = reader.text(template);
    if (file.kind === 'text') {
      templates[kind] = readTemplate(kind, file.text, layout);
    } else if (!file.isMissing) {
      missing.push(unreadable(file));
    } else {
      missing.push({
        ...unreadable(file),
        rule: 'template-present',
        message: `Unexpected missing template, expected the contract of every ${noun} at \`${template}\``,
        help: 'add the template: its headings are the sections that every record must have',
      });
    }
  }
  return { templates, missing };
}

/** Looks at what the records link to outside the records themselves. */
export function readSurroundings(reader: Reader, records: readonly DocketRecord[]): Surroundings {
  const known = new Set(records.map((record) => record.path));
  const wanted = new Set<string>();
  const images = new Set<string>();
  const withFragment = new Set<string>();
  for (const record of records) {
    for (const { url, image } of record.links) {
      const target = fileOfUrl(url, record.path);
      if (!target || known.has(target.path)) continue;
      wanted.add(target.path);
      if (image) images.add(target.path);
      if (target.fragment !== undefined && target.path.endsWith('.md'))
        withFragment.add(target.path);
    }
    for (const { path: named } of pathMentions(record)) if (!known.has(named)) wanted.add(named);
  }
  const existing = new Set<string>();
  const shown = new Set<string>();
  const fragments = new Map<string, ReadonlySet<string>>();
  for (const file of wanted) {
    if (!reader.exists(file)) continue;
    existing.add(file);
    if (images.has(file) && isMedia(file) && reader.holdsFile(file)) shown.add(file);
    if (!withFragment.has(file)) continue;
    const text = reader.text(file);
    if (text.kind === 'text') fragments.set(file, fragmentsOf(parseMarkdown(text.text)).all);
  }
  return { existing, shown, fragments, top: new Set(reader.names()) };
}
