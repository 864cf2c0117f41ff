import { type AdrBody, readAdr } from './adr.ts';
import { type Frontmatter, readFrontmatter } from './frontmatter.ts';
import { LAYOUT, type Layout, type RecordKind, recordId } from './layout.ts';
import { type Link, type Mention, readLinks, readMentions } from './links.ts';
import { type MarkdownDocument, parseMarkdown } from './markdown.ts';
import { type PathMention, readPathMentions } from './path-mentions.ts';
import { type ProvenanceBody, readProvenance } from './provenance.ts';
import {
  type AdrMetadata,
  adrSchema,
  type MetadataIssue,
  type ProvenanceMetadata,
  provenanceSchema,
  readMetadata,
  type SpecMetadata,
  specSchema,
} from './schema.ts';
import { type Outline, outlineOf } from './sections.ts';
import { readSpec, type SpecBody } from './spec.ts';

/** A Markdown file as it was read: `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  /** Decoded text, without a byte-order mark. */
  readonly text: string;
}

/** What every record has, of whatever kind. */
interface RecordBase {
  readonly path: string;
  /** File name without `.md`. */
  readonly name: string;
  /**
   * The last part of the record's address on the site, not encoded: its name with hyphens for `#`, `?` and `%`, a
   * provenance record's without `.provenance`; in a corpus, with the folders before it where another has the same.
   */
  readonly address: string;
  /** Number as the file name writes it, such as `018`; `undefined` where the name has none. */
  readonly number: string | undefined;
  /** `ADR-018`, `SPEC-0000`, `PROVENANCE-0000`; the path where the file name has no number. */
  readonly id: string;
  /** Title as written, or the file name where there is none. */
  readonly title: string;
  readonly document: MarkdownDocument;
  readonly frontmatter: Frontmatter;
  readonly metadataIssues: readonly MetadataIssue[];
  readonly outline: Outline;
  readonly links: readonly Link[];
  readonly mentions: readonly Mention[];
  /** Paths of the repository that the body names in running code. */
  readonly namedPaths: readonly PathMention[];
}

/** A decision record. `metadata` holds only the keys that are valid. */
export interface AdrRecord extends RecordBase {
  readonly kind: 'adr';
  readonly metadata: Partial<AdrMetadata>;
  readonly body: AdrBody;
}

/** A specification. */
export interface SpecRecord extends RecordBase {
  readonly kind: 'spec';
  readonly metadata: Partial<SpecMetadata>;
  readonly body: SpecBody;
}

/** A provenance record. */
export interface ProvenanceRecord extends RecordBase {
  readonly kind: 'provenance';
  readonly metadata: Partial<ProvenanceMetadata>;
  readonly body: ProvenanceBody;
}

/** A record of any kind. */
export type DocketRecord = AdrRecord | SpecRecord | ProvenanceRecord;

/** Reads a file as a record of its kind. Never throws: what is invalid is absent, and rules say so. */
export function readRecord(
  kind: RecordKind,
  file: SourceFile,
  layout: Layout = LAYOUT,
): DocketRecord {
  const document = parseMarkdown(file.text);
  const frontmatter = readFrontmatter(document);
  const outline = outlineOf(document);
  const fileName = file.path.slice(file.path.lastIndexOf('/') + 1);
  const name = fileName.replace(/\.md$/, '');
  const number = numberOf(kind, fileName, layout);
  const base = {
    path: file.path,
    name,
    address: addressOfName(kind, name),
    number,
    id: idOfPath(kind, file.path, layout),
    document,
    frontmatter,
    outline,
    links: readLinks(document, file.path),
    mentions: readMentions(document),
    namedPaths: readPathMentions(document),
  };
  const firstHeading = outline.sections[0]?.depth === 1 ? outline.sections[0].title : undefined;
  const titled = (title: string | undefined) => title ?? firstHeading ?? name;

  switch (kind) {
    case 'adr': {
      const { metadata, issues } = readMetadata<AdrMetadata>(adrSchema, frontmatter.data);
      const body = readAdr(document, outline);
      return {
        ...base,
        kind,
        title: titled(metadata.title),
        metadata,
        metadataIssues: issues,
        body,
      };
    }
    case 'spec': {
      const { metadata, issues } = readMetadata<SpecMetadata>(specSchema, frontmatter.data);
      const body = readSpec(document, outline);
      return {
        ...base,
        kind,
        title: titled(metadata.title),
        metadata,
        metadataIssues: issues,
        body,
      };
    }
    case 'provenance': {
      const reading = readMetadata<ProvenanceMetadata>(provenanceSchema, frontmatter.data);
      const body = readProvenance(document, outline);
      return {
        ...base,
        kind,
        title: titled(reading.metadata.title),
        metadata: reading.metadata,
        metadataIssues: reading.issues,
        body,
      };
    }
  }
}

/** The last part of a record's address by its name alone: a provenance record goes by that of its specification. */
export function addressOfName(kind: RecordKind, name: string): string {
  return addressOfPath(kind === 'provenance' ? name.replace(/\.provenance$/, '') : name);
}

/**
 * A path as a part of an address. Servers and site generators part ways on the signs that addresses give a meaning, and
 * take `index` for the folder it stands in.
 */
export function addressOfPath(path: string): string {
  return path.replace(/-*[#?%\\\p{Cc}]+-*/gu, '-').replace(/(?<=^|\/)index$/i, '$&-record');
}

/** The id that the name of a file gives a record; its path where the name has no number. */
export function idOfPath(kind: RecordKind, path: string, layout: Layout = LAYOUT): string {
  const number = numberOf(kind, path.slice(path.lastIndexOf('/') + 1), layout);
  return number === undefined ? path : recordId(kind, number);
}

function numberOf(kind: RecordKind, fileName: string, layout: Layout): string | undefined {
  return layout[kind].fileName.exec(fileName)?.[1];
}

/** The title without the id that opens it: `Secret Management …` for `ADR-018: Secret Management …`. */
export function shortTitle(record: DocketRecord): string {
  return record.title.replace(/^(?:ADR-\d+|Spec \d+[a-z]?|Provenance):\s*/i, '');
}
