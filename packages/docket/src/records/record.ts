import { type AdrBody, readAdr } from './adr.ts';
import { type Conventions, NO_CONVENTIONS } from './conventions.ts';
import { adoptFields } from './dialects/adopt.ts';
import { readName } from './dialects/file-name.ts';
import { readHeading } from './dialects/heading.ts';
import { readLabelFields } from './dialects/labels.ts';
import { readFields } from './dialects/read-fields.ts';
import type { StatedRelation } from './dialects/relations.ts';
import { statesFields } from './dialects/sections.ts';
import { readYamlFields } from './dialects/yaml.ts';
import type { Field, FieldIssue, FieldsOf, Restated } from './field.ts';
import { parseDocument } from './formats/parse-document.ts';
import { type Frontmatter, readFrontmatter } from './frontmatter.ts';
import { type Governing, readGoverning } from './governs.ts';
import { keyOfPath, type RecordKey, recordId, withoutName } from './key.ts';
import { readLabelLines } from './labels.ts';
import { LAYOUT, type Layout, type RecordKind } from './layout.ts';
import { type Link, type Mention, readLinks, readMentions } from './links.ts';
import { type MarkdownDocument, parseMarkdown } from './markdown.ts';
import { type PathMention, readPathMentions } from './path-mentions.ts';
import { addressOfPath } from './paths.ts';
import {
  type ProvenanceBody,
  type ProvenanceLabels,
  readProvenance,
  readProvenanceLabels,
} from './provenance.ts';
import { type Sections, sectionsByRole } from './roles.ts';
import {
  type AdrMetadata,
  adrSchema,
  type ProvenanceMetadata,
  provenanceSchema,
  type SpecMetadata,
  specSchema,
} from './schema.ts';
import { type Outline, outlineOf } from './sections.ts';
import { ownWords } from './shown-name.ts';
import { readSpec, type SpecBody } from './spec.ts';

/** A text file as it was read: `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  /** Decoded text, without a byte-order mark. */
  readonly text: string;
}

/** What every record has, of whatever kind. */
interface RecordBase {
  readonly path: string;
  /** File name without its ending. */
  readonly name: string;
  /**
   * The last part of the record's address on the site, not encoded: its name with hyphens for `#`, `?` and `%`, a
   * provenance record's without `.provenance`; in a corpus, with the folders before it where another has the same.
   */
  readonly address: string;
  readonly key: RecordKey;
  /** Number as the file name writes it, such as `018`; `undefined` where the name has none. */
  readonly number: string | undefined;
  /** `ADR-018`, `SPEC-0000`, `PROVENANCE-0000`; the path where the file name has no number. */
  readonly id: string;
  /** Title as written, or the file name where there is none. */
  readonly title: string;
  readonly document: MarkdownDocument;
  readonly frontmatter: Frontmatter;
  /** What is wrong in the frontmatter, key by key. */
  readonly issues: readonly FieldIssue[];
  /** What a second source says of a field, such as a labelled line beside the frontmatter. */
  readonly restated: readonly Restated[];
  readonly outline: Outline;
  /** By the role they play, whatever their headings say. */
  readonly sections: Sections;
  readonly links: readonly Link[];
  readonly mentions: readonly Mention[];
  /** Paths of the repository that the body names in running code. */
  readonly namedPaths: readonly PathMention[];
}

/** A decision record. */
export interface AdrRecord extends RecordBase {
  readonly kind: 'adr';
  readonly fields: FieldsOf<AdrMetadata>;
  /** The relations that it states in another form than the frontmatter of the template. */
  readonly relations: readonly StatedRelation[];
  /** The files it says it governs, in order. */
  readonly governs: readonly Governing[];
  readonly body: AdrBody;
}

/** A specification. */
export interface SpecRecord extends RecordBase {
  readonly kind: 'spec';
  readonly fields: FieldsOf<SpecMetadata>;
  readonly body: SpecBody;
}

/** A provenance record. */
export interface ProvenanceRecord extends RecordBase {
  readonly kind: 'provenance';
  readonly fields: FieldsOf<ProvenanceMetadata> & ProvenanceLabels;
  readonly body: ProvenanceBody;
}

/** A record of any kind. */
export type DocketRecord = AdrRecord | SpecRecord | ProvenanceRecord;

/**
 * Reads a file as a record of its kind, its sections as the template of the kind names them. Never throws: what is
 * invalid is absent, and rules say so.
 */
export function readRecord(
  kind: RecordKind,
  file: SourceFile,
  { layout, templates }: Conventions = NO_CONVENTIONS,
): DocketRecord {
  const { logs, dateOrder } = layout[kind];
  const document = logs ? parseDocument(file.path, file.text) : parseMarkdown(file.text);
  const frontmatter = readFrontmatter(document);
  const outline = outlineOf(document);
  const name = logs
    ? readName(file.path).name
    : file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const key = keyOfPath(kind, file.path, layout);
  const template = templates[kind];
  const { headings } = layout[kind];
  const sections = sectionsByRole(outline, template, { kind, headings });
  const base = {
    path: file.path,
    name,
    address: addressOfName(kind, name),
    key,
    number: key.number,
    id: idOfPath(kind, file.path, layout),
    document,
    frontmatter,
    outline,
    sections,
    links: readLinks(document, file.path),
    mentions: readMentions(document, logs && ownWords(logs)),
    namedPaths: readPathMentions(document),
  };
  const heading = outline.sections[0]?.depth === 1 ? outline.sections[0] : undefined;
  /** The title stands in the frontmatter, else it is the first heading. */
  const withTitle = <T extends { readonly title: Field<string> }>(fields: T) => {
    const title: Field<string> =
      fields.title.written === '' && heading
        ? { value: heading.title, written: heading.title, span: heading.span, source: 'heading' }
        : fields.title;
    return { title: title.value ?? heading?.title ?? name, fields: { ...fields, title } };
  };

  switch (kind) {
    case 'adr': {
      const { fields, issues } = readYamlFields<AdrMetadata>(adrSchema, frontmatter);
      const body = readAdr(document, sections, template);
      const governs = readGoverning(document, fields.governs, sections);
      const stating = { path: file.path, document, frontmatter, outline, dateOrder };
      if (!logs) {
        // The frontmatter counts; few records say anything of themselves outside it.
        const contradicted = statesFields(outline)
          ? readFields(stating).disagreements.filter(({ counts }) => counts.source === 'yaml')
          : [];
        const restated = contradicted.map(({ name, other, counts }) => ({
          name,
          field: other,
          counts,
        }));
        return {
          ...base,
          kind,
          ...withTitle(fields),
          relations: [],
          governs,
          issues,
          restated,
          body,
        };
      }
      const stated = readFields(stating);
      const number = key.number ?? stated.number?.value;
      return {
        ...base,
        ...(number !== undefined && {
          key: { ...key, number },
          number,
          id: recordId(kind, number),
        }),
        kind,
        title: stated.title?.written ?? name,
        ...adoptFields(fields, stated),
        relations: stated.relations,
        governs,
        issues,
        body,
      };
    }
    case 'spec': {
      const { fields, issues } = readYamlFields<SpecMetadata>(specSchema, frontmatter);
      const lines = readLabelLines(document, sections.get('metadata')?.blocks ?? []);
      const labels = readLabelFields(lines, template?.placeholders ?? new Set());
      const merged = merge(fields, labels);
      const body = readSpec(document, sections);
      return {
        ...base,
        kind,
        ...withTitle(merged.fields),
        restated: merged.restated,
        issues,
        body,
      };
    }
    case 'provenance': {
      const { fields, issues } = readYamlFields<ProvenanceMetadata>(provenanceSchema, frontmatter);
      const labels = readProvenanceLabels(document, outline);
      const body = readProvenance(document, sections);
      return { ...base, kind, ...withTitle({ ...fields, ...labels }), issues, restated: [], body };
    }
  }
}

/** The fields with those of a second source where the first says nothing; what both say is restated. */
function merge<T extends object>(
  first: T,
  second: Readonly<Partial<T>>,
): { readonly fields: T; readonly restated: readonly Restated[] } {
  const known = new Map<string, Field<unknown>>(Object.entries(first));
  const stated = Object.entries<Field<unknown>>(second as Record<string, Field<unknown>>);
  const isSaid = ([name]: [string, unknown]) => known.get(name)?.written !== '';
  return {
    fields: { ...first, ...Object.fromEntries(stated.filter((entry) => !isSaid(entry))) },
    restated: stated.filter(isSaid).flatMap(([name, field]) => {
      const counts = known.get(name);
      return counts ? [{ name, field, counts }] : [];
    }),
  };
}

/** The last part of a record's address by its name alone: a provenance record goes by that of its specification. */
export function addressOfName(kind: RecordKind, name: string): string {
  return addressOfPath(kind === 'provenance' ? name.replace(/\.provenance$/, '') : name);
}

/** The id that the name of a file gives a record; its path where the name has no number. */
export function idOfPath(kind: RecordKind, path: string, layout: Layout = LAYOUT): string {
  const { number } = keyOfPath(kind, path, layout);
  return number === undefined ? path : recordId(kind, number);
}

/** The title without the id that opens it: `Secret Management …` for `ADR-018: Secret Management …`. */
export function shortTitle(record: DocketRecord): string {
  if (record.kind === 'adr') {
    const { title } = readHeading(record.title, record.number);
    return title === '' ? record.title : title;
  }
  return record.kind === 'provenance'
    ? record.title.replace(/^Provenance:\s*/i, '')
    : withoutName(record.title);
}
