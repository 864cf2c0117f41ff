import { parseAllDocuments } from 'yaml';

/** A folder that the file of another tool names. */
export interface NamedFolder {
  /** The file that names it. */
  readonly by: string;
  /** As written there, relative to the folder of that file. */
  readonly folder: string;
}

/** Files in which other tools for decision records say where these are. */
export const TOOL_FILES: readonly string[] = [
  '.adr-dir',
  'adrs.toml',
  '.adr.json',
  '.log4brains.yml',
  'catalog-info.yaml',
  'catalog-info.yml',
];

/** Whether other tools for decision records say in a file of this name where these are. */
export function isToolFile(name: string): boolean {
  return TOOL_FILES.includes(name);
}

/** A folder that a tool keeps by itself. */
export const TOOL_FOLDERS: readonly NamedFolder[] = [{ by: '.archgate', folder: '.archgate/adrs' }];

/** The folders that such a file names; none where it cannot be read. Never throws. */
export function foldersNamedIn(file: string, text: string): NamedFolder[] {
  const folders = readers[file]?.(text) ?? [];
  return folders
    .filter((folder) => folder.trim() !== '')
    .map((folder) => ({ by: file, folder: folder.trim() }));
}

const fromCatalog = (text: string): string[] =>
  yamlIn(text).flatMap((entity) => {
    const location = at(entity, 'metadata', 'annotations', 'backstage.io/adr-location');
    return typeof location === 'string' && !/^[a-z]+:\/\//i.test(location)
      ? [location.replace(/^dir:/, '')]
      : [];
  });

const readers: Readonly<Record<string, (text: string) => readonly string[]>> = {
  '.adr-dir': (text) => text.split('\n', 1),
  'adrs.toml': (text) =>
    [...text.matchAll(/^\s*(?:adr_dir|directory|dir)\s*=\s*["']([^"'\n]+)["']/gm)].map(
      ([, dir = '']) => dir,
    ),
  '.adr.json': (text) => [/"(?:path|dir|directory)"\s*:\s*"([^"\n]+)"/.exec(text)?.[1] ?? ''],
  '.log4brains.yml': (text) =>
    yamlIn(text).flatMap((config) => {
      const packages = at(config, 'project', 'packages');
      const all = [
        at(config, 'project'),
        ...(Array.isArray(packages) ? (packages as unknown[]) : []),
      ];
      return all.map((one) => at(one, 'adrFolder')).filter((folder) => typeof folder === 'string');
    }),
  'catalog-info.yaml': fromCatalog,
  'catalog-info.yml': fromCatalog,
};

function yamlIn(text: string): unknown[] {
  try {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    return Array.isArray(documents) ? documents.map((document) => document.toJS() as unknown) : [];
  } catch {
    return [];
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null
        ? (found as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}
