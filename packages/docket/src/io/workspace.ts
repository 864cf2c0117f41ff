import { statSync } from 'node:fs';
import path from 'node:path';
import type { DocketConfig } from '../records/config.ts';
import { ownLogs } from '../records/config-logs.ts';
import type { Templates } from '../records/conventions.ts';
import type { Discovery, FoundLog } from '../records/discovery/find-logs.ts';
import type { Finding } from '../records/finding.ts';
import { HelpfulError } from '../records/helpful-error.ts';
import {
  foldersOfKind,
  kindOfPath,
  type Layout,
  RECORD_KINDS,
  type RecordKind,
} from '../records/layout.ts';
import { readTemplate, type TemplateContract } from '../records/template.ts';
import { settingsError } from './config.ts';
import { unreadable } from './read-records.ts';
import { namesAt, type Reader } from './reader.ts';

/** The folder given holds no records at all, so there is nothing to judge. */
export class NoWorkspaceError extends HelpfulError {
  override readonly name = 'NoWorkspaceError';

  constructor(message: string) {
    super(
      message,
      'run the command in the repository that holds them, name their folders with `paths` in docket.config.json, or start a log with `docket init`',
    );
  }
}

/**
 * Says where records were looked for, and what is there instead.
 * @param looked what looking for decisions gave, where no configuration says where they are
 */
export function noRecords(root: string, layout: Layout, looked?: Discovery): NoWorkspaceError {
  if (!isFolder(root)) {
    return new NoWorkspaceError(`No records under ${root}: there is no such folder`);
  }
  const isSearched = looked?.logs.length === 0;
  const kinds = RECORD_KINDS.filter((kind) => !isSearched || kind !== 'adr');
  const folders = [...new Set(kinds.flatMap((kind) => foldersOfKind(layout[kind])))];
  const inVain = isSearched ? looked.empty.map(({ folder }) => folder) : [];
  const present = [...new Set([...inVain, ...folders])].filter((folder) =>
    isFolder(path.join(root, folder)),
  );
  const seen = [
    ...(isSearched && inVain.length === 0
      ? ['no folder is called like decisions, and no texts read like them']
      : []),
    ...(present.length === 0
      ? [`none of the folders ${folders.join(', ')} exists`, `the root holds ${contentsOf(root)}`]
      : present.map((folder) => `${folder} holds ${contentsOf(path.join(root, folder))}`)),
  ];
  return new NoWorkspaceError(`No records under ${root}: ${seen.join('; ')}`);
}

function contentsOf(folder: string): string {
  const names = [...namesAt(folder)].sort();
  if (names.length === 0) return 'nothing';
  const told = names.slice(0, 6).join(', ');
  return names.length > 6 ? `${told} and ${names.length - 6} more` : `only ${told}`;
}

/**
 * Holds that there is at least one of the record folders.
 * @throws {NoWorkspaceError} where there is none
 */
export function assertAnyFolder(root: string, layout: Layout, looked?: Discovery): void {
  const isThere = (kind: RecordKind) =>
    layout[kind].logs?.some(({ records }) => records.length > 0) === true ||
    foldersOfKind(layout[kind]).some((folder) => isFolder(path.join(root, folder)));
  if (RECORD_KINDS.some(isThere)) return;
  throw noRecords(root, layout, looked);
}

/**
 * The files that are records by their places, with their kinds, in the order of their paths.
 * @param others paths that count as if they were there
 */
export function listRecords(
  reader: Reader,
  layout: Layout,
  others: Iterable<string> = [],
): ReadonlyMap<string, RecordKind> {
  const below = RECORD_KINDS.flatMap((kind) => {
    const { logs } = layout[kind];
    if (logs) return logs.flatMap((log) => textsOf(reader, log));
    return foldersOfKind(layout[kind]).flatMap((folder) => reader.markdownBelow(folder));
  });
  // One folder may lie in another.
  const paths = [...new Set([...below, ...others])].sort();
  return new Map(
    paths.flatMap((file) => {
      const kind = kindOfPath(file, layout);
      return kind === undefined ? [] : [[file, kind]];
    }),
  );
}

/** The files of a log that are there: its records, and what may be new among them. */
function textsOf(reader: Reader, { folder, records }: FoundLog): string[] {
  const found = reader.markdownBelow(folder);
  const others = records.filter((file) => !file.endsWith('.md') && reader.holdsFile(file));
  return [...found, ...others];
}

/**
 * Holds that every folder of records that a configuration names is there: one that is misspelt would otherwise pass as
 * one without records.
 * @throws {ConfigError} where one is not
 */
export function assertFolders(root: string, config: DocketConfig): void {
  const { paths = {} } = config;
  const problems = RECORD_KINDS.flatMap((kind) => {
    const folder = paths[kind];
    if (folder === undefined || isFolder(path.join(root, folder))) return [];
    return [{ key: `paths.${kind}`, message: `there is no folder \`${folder}\` under ${root}` }];
  });
  for (const { id, root: home, paths: own } of ownLogs(config) ?? []) {
    const index = config.logs?.findIndex((log) => log.id === id) ?? 0;
    const named: [key: string, folder: string][] = [[`logs.${index}.root`, home]];
    if (own?.adr !== undefined) named.push([`logs.${index}.paths.adr`, path.join(home, own.adr)]);
    const missing = named.find(([, folder]) => !isFolder(path.join(root, folder)));
    if (!missing) continue;
    const [key, folder] = missing;
    problems.push({ key, message: `there is no folder \`${folder}\` under ${root}` });
  }
  if (problems.length > 0) throw settingsError(root, problems);
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * The templates of kinds, with what is wrong with those that cannot be read.
 * @param kinds those that have records
 */
export function readTemplates(
  reader: Reader,
  layout: Layout,
  kinds: readonly RecordKind[],
): { readonly templates: Templates; readonly missing: readonly Finding[] } {
  const templates: Partial<Record<RecordKind, TemplateContract>> = {};
  const missing: Finding[] = [];
  for (const kind of kinds) {
    const { template, noun, logs } = layout[kind];
    // What a foreign template asks of its records is not known.
    if (logs) continue;
    const file = reader.text(template);
    if (file.kind === 'text') {
      templates[kind] = readTemplate(kind, file.text, layout);
    } else if (!file.isMissing) {
      missing.push(unreadable(file));
    } else {
      missing.push({
        ...unreadable(file),
        rule: 'template-present',
        found: 'missing template',
        expected: `one for every ${noun} at \`${template}\``,
        help: 'add the template: its headings are the sections that every record must have',
      });
    }
  }
  return { templates, missing };
}
