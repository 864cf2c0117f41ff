import type { DateOrder } from './dialects/dates.ts';
import { readName } from './dialects/file-name.ts';
import type { Headings } from './dialects/headings.ts';
import type { FoundLog } from './discovery/find-logs.ts';
import { RECORD_ENDING } from './formats/format.ts';
import { perObject } from './memo.ts';
import { folderOf } from './paths.ts';
import type { PublishedRecord } from './published.ts';

/** Where the records of a repository stand, and how their files and sections are named. */

/** The three kinds of record. */
export const RECORD_KINDS = ['adr', 'spec', 'provenance'] as const;

/** An architecture decision record, the spec that ordered work, or the record of how a spec was carried out. */
export type RecordKind = (typeof RECORD_KINDS)[number];

/** How the id of a log is written, in the configuration and before the ids of its records. */
export const LOG_ID = /[a-z0-9]+(?:-[a-z0-9]+)*/;

/** A decision log that the configuration names, with a folder of the repository that holds it. */
export interface LogPlace {
  /** What its records are called by before their numbers, and their addresses begin with; empty for the main log. */
  readonly name: string;
  /** As readers see it. */
  readonly title: string;
  /** What it is called where that is written out, such as in `payments/ADR-012`. */
  readonly id: string;
  /** What it is the log of: a folder relative to the root; `.` for the whole repository. */
  readonly root: string;
  /** Folder of its records, relative to the root; `undefined` where they are looked for. */
  readonly folder: string | undefined;
  /** The repository that holds it, where that is another. */
  readonly home?: LogHome | undefined;
}

/** Another repository whose log is shown beside one's own. */
export interface LogHome {
  /** What its paths begin with, so that they are nobody else's: `payments:`. */
  readonly mount: string;
  /** Address of its web view, without a slash at its end. */
  readonly repository: string | undefined;
  /** What stands for its branch in addresses of the web view. */
  readonly ref: string;
  /** How its own records are placed and named, by paths from its own root. */
  readonly layout: Layout;
  /** The site that publishes it, where its texts come from there. */
  readonly published?: PublishedHome | undefined;
}

/** A site that publishes its decisions, and what it states of them. */
export interface PublishedHome {
  /** Its address. */
  readonly site: string;
  /** Whether what it states is signed with the key that the configuration names; `unchecked` where it names none. */
  readonly signature: 'valid' | 'unchecked' | 'none';
  /** By path from the root of its repository. */
  readonly stated: ReadonlyMap<string, PublishedRecord>;
}

/** The place and naming of one kind of record. */
export interface KindLayout {
  /** Folder, relative to the root; `.` for the root itself. */
  folder: string;
  /** Template that is the contract of this kind, relative to the root. */
  template: string;
  /** File name pattern: group 1 is the number, group 2 the slug. */
  fileName: RegExp;
  /** The pattern in words, for messages. */
  fileNameShape: string;
  /** What this kind is called in a sentence. */
  noun: string;
  /** Headings that play a role because the configuration says so. */
  headings: Headings;
  /**
   * The logs whose records are read in any dialect, with any name; `undefined` where the records of the folder are held
   * to the template and its form alone.
   */
  logs?: readonly FoundLog[] | undefined;
  /** The logs that the configuration names, where it names some. */
  places?: readonly LogPlace[] | undefined;
  /** Address of the repository's web view, where records of other repositories may lead to it. */
  repository?: string | undefined;
  /** Whether day or month comes first in dates such as `3/4/2024`, where the records of the logs show it. */
  dateOrder?: DateOrder | undefined;
}

/** The place and naming of every kind. */
export type Layout = Readonly<Record<RecordKind, KindLayout>>;

/** The layout of a repository whose configuration names no other. */
export const LAYOUT: Layout = {
  adr: {
    folder: 'docs/adr',
    template: 'docs/adr/template.md',
    fileName: /^adr-(\d{3,})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/,
    fileNameShape: 'adr-NNN-slug.md',
    noun: 'decision record',
    headings: {},
  },
  spec: {
    folder: '.sdd/specification',
    template: '.sdd/specification/template.md',
    fileName: /^spec-(\d{4,}[a-z]?)-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/,
    fileNameShape: 'spec-NNNN-slug.md',
    noun: 'specification',
    headings: {},
  },
  provenance: {
    folder: '.sdd/provenance',
    template: '.sdd/provenance/template.md',
    fileName: /^spec-(\d{4,}[a-z]?)-([a-z0-9]+(?:-[a-z0-9]+)*)\.provenance\.md$/,
    fileNameShape: 'spec-NNNN-slug.provenance.md',
    noun: 'provenance record',
    headings: {},
  },
};

/** A path for some kinds. */
type Paths = { readonly [K in RecordKind]?: string | undefined };

/**
 * The layout with other folders or templates, given by kind, and with headings that play a role; a template moves with
 * its folder.
 */
export function layoutWith(folders: Paths, templates: Paths = {}, headings: Headings = {}): Layout {
  const entry = (kind: RecordKind): KindLayout => {
    const folder = folders[kind] ?? LAYOUT[kind].folder;
    const template = templates[kind] ?? `${folderPrefix(folder)}template.md`;
    return { ...LAYOUT[kind], folder, template, headings };
  };
  return { adr: entry('adr'), spec: entry('spec'), provenance: entry('provenance') };
}

/** What the paths in a folder begin with: nothing for the root. */
export function folderPrefix(folder: string): string {
  return folder === '.' ? '' : `${folder}/`;
}

/** Whether a file is the template of a kind, or stands in a folder of its records as one does. */
export function isTemplate(path: string, layout: Layout): boolean {
  return RECORD_KINDS.some(
    (kind) =>
      path === layout[kind].template ||
      (layout[kind].places ?? []).some(({ folder }) => path === `${folder}/template.md`),
  );
}

/**
 * The kind a path belongs to by its folder, the innermost where one holds another; `undefined` outside the three
 * folders and for templates.
 */
export function kindOfPath(path: string, layout: Layout = LAYOUT): RecordKind | undefined {
  const { logs } = layout.adr;
  if (logs) {
    if (logs.some((log) => isOfLog(log, path))) return 'adr';
    const kind = kindOfPath(path, { ...layout, adr: { ...layout.adr, logs: undefined } });
    return kind === 'adr' ? undefined : kind;
  }
  if (!path.endsWith('.md') || /(?:^|\/)README\.md$/.test(path)) return undefined;
  if (isTemplate(path, layout)) return undefined;
  const found = RECORD_KINDS.flatMap((kind) =>
    foldersOfKind(layout[kind])
      .map(folderPrefix)
      .filter((prefix) => path.startsWith(prefix))
      .map((prefix) => ({ kind, depth: prefix.length })),
  );
  return found.sort((a, b) => b.depth - a.depth)[0]?.kind;
}

/** The folders that hold the records of a kind: the one of the layout first, then those of further logs. */
export function foldersOfKind({ folder, places = [] }: KindLayout): readonly string[] {
  const further = places.flatMap((place) => (place.folder === undefined ? [] : [place.folder]));
  return [...new Set([folder, ...further])];
}

/** A path below the folder of its kind that holds it; the whole path where none does. */
export function belowFolder(path: string, layout: KindLayout): string {
  const folders = layout.logs?.map(({ folder }) => folder) ?? foldersOfKind(layout);
  const prefix = folders
    .map(folderPrefix)
    .filter((one) => path.startsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  return path.slice(prefix?.length ?? 0);
}

/** The log of the configuration that a path belongs to, the innermost where one lies in another. */
export function placeOf({ places = [] }: KindLayout, path: string): LogPlace | undefined {
  const found = places.flatMap((place) => {
    const home = place.folder ?? place.root;
    return path.startsWith(folderPrefix(home)) ? [{ place, depth: folderPrefix(home).length }] : [];
  });
  return found.sort((a, b) => b.depth - a.depth)[0]?.place;
}

/** The other repository that a path belongs to, with the path from its root; `undefined` for one's own. */
export function homeOfPath(
  { adr: { places = [] } }: Layout,
  path: string,
): { readonly home: LogHome; readonly path: string } | undefined {
  const end = path.indexOf(':/');
  if (end < 0) return undefined;
  const mount = path.slice(0, end + 1);
  const home = places.find((place) => place.home?.mount === mount)?.home;
  return home && { home, path: path.slice(end + 2) };
}

/** The layout by which a record was read: that of the repository that holds it. */
export function layoutOfPath(layout: Layout, path: string): Layout {
  return homeOfPath(layout, path)?.home.layout ?? layout;
}

/** The paths of a log, and the folders that hold its records. */
const placesOf = perObject(({ records, leftOut }: FoundLog) => ({
  records: new Set(records),
  leftOut: new Set(leftOut.map(({ path }) => path)),
  folders: new Set(records.map(folderOf)),
}));

/** Whether a file is a record of a log: one that was found, or a new one with a number that lies beside those. */
function isOfLog(log: FoundLog, path: string): boolean {
  const { records, leftOut, folders } = placesOf(log);
  if (records.has(path)) return true;
  const isNew = !leftOut.has(path) && folders.has(folderOf(path));
  return isNew && RECORD_ENDING.test(path) && readName(path).number !== undefined;
}
