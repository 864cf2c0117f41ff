import type { Headings } from './dialects/headings.ts';

/** Where the records of a repository stand, and how their files and sections are named. */

/** The three kinds of record. */
export const RECORD_KINDS = ['adr', 'spec', 'provenance'] as const;

/** An architecture decision record, the spec that ordered work, or the record of how a spec was carried out. */
export type RecordKind = (typeof RECORD_KINDS)[number];

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

const ID_PREFIX: Readonly<Record<RecordKind, string>> = {
  adr: 'ADR',
  spec: 'SPEC',
  provenance: 'PROVENANCE',
};

/** The id by which records name each other: `ADR-018`, `SPEC-0000`, `PROVENANCE-0000`. */
export function recordId(kind: RecordKind, number: string): string {
  return `${ID_PREFIX[kind]}-${number}`;
}

/**
 * The kind a path belongs to by its folder, the innermost where one holds another; `undefined` outside the three
 * folders and for templates.
 */
export function kindOfPath(path: string, layout: Layout = LAYOUT): RecordKind | undefined {
  if (!path.endsWith('.md') || /(?:^|\/)README\.md$/.test(path)) return undefined;
  if (RECORD_KINDS.some((kind) => path === layout[kind].template)) return undefined;
  const prefix = (kind: RecordKind) => folderPrefix(layout[kind].folder);
  return RECORD_KINDS.filter((kind) => path.startsWith(prefix(kind))).sort(
    (a, b) => prefix(b).length - prefix(a).length,
  )[0];
}
