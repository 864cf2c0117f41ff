import type { Conventions, Templates } from './conventions.ts';
import type { RelationMeaning } from './dialects/relation-words.ts';
import { makeResolver } from './dialects/resolve.ts';
import type { Span } from './finding.ts';
import { foldedName } from './folded-name.ts';
import { readIdInLog, recordId } from './key.ts';
import {
  belowFolder,
  homeOfPath,
  LAYOUT,
  type Layout,
  RECORD_KINDS,
  type RecordKind,
} from './layout.ts';
import { readLogs } from './logs.ts';
import { spanAt } from './markdown.ts';
import { perObject, perObjectAnd } from './memo.ts';
import { addressOfPath } from './paths.ts';
import {
  type AdrRecord,
  addressOfName,
  type DocketRecord,
  type ProvenanceRecord,
  type SpecRecord,
} from './record.ts';
import { RELATION_TYPES, type RelationType } from './relation.ts';
import { ownId } from './shown-name.ts';
import { fileOnWeb, repositoriesOf } from './web-files.ts';

/** A relation one decision states in its frontmatter. */
export interface Relation {
  readonly type: RelationType;
  readonly from: AdrRecord;
  /** The id named; the record may not exist. */
  readonly toId: string;
  readonly to: AdrRecord | undefined;
  /** Place of the id in the record that states the relation. */
  readonly span: Span;
  /** Whether it was written as a supersession in part, which changes a decision and does not end it. */
  readonly isPartly: boolean;
  /** The sections that are superseded, as written; empty where none is named. */
  readonly sections: readonly string[];
  /** The record that states it, in which `span` lies. */
  readonly by: AdrRecord;
}

/** A record that refers to another in its body, by a link or by name. */
export interface Reference {
  readonly from: DocketRecord;
  readonly to: DocketRecord;
  readonly kind: 'link' | 'mention';
  readonly span: Span;
}

/** What the repository holds besides the records, as far as the records point to it. */
export interface Surroundings {
  /** Paths that exist, of those that a record links to. */
  readonly existing: ReadonlySet<string>;
  /** Those of them that a record shows and the site can: files of pictures, sound and film inside the repository. */
  readonly shown?: ReadonlySet<string>;
  /** Those of them that a record leads to and a site may hold a copy of: drawings, sheets and papers. */
  readonly documents?: ReadonlySet<string>;
  /** Fragments of the Markdown files that a record links to. */
  readonly fragments: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the files and folders at the root. */
  readonly top?: ReadonlySet<string>;
  /** Ids and paths of records whose files are there and cannot be read, which are not missing. */
  readonly unread?: ReadonlySet<string>;
}

/** Everything that `buildCorpus` puts together. */
export interface CorpusInput {
  readonly records: readonly DocketRecord[];
  readonly templates: Templates;
  readonly surroundings: Surroundings;
  /** By default the usual one. */
  readonly layout?: Layout;
  /** Whether the records have their addresses already, each from the corpus of its own repository. */
  readonly areAddressed?: boolean;
}

/** What a record is called, and nothing that it says. */
export type RecordName = Pick<
  DocketRecord,
  'kind' | 'path' | 'name' | 'number' | 'id' | 'key' | 'address'
>;

/** Which records and files there are. A corpus is one; seen as this, it tells nothing of what records say. */
export interface Names extends Conventions {
  readonly records: readonly RecordName[];
  readonly adrs: readonly RecordName[];
  readonly specs: readonly RecordName[];
  readonly surroundings: Surroundings;
  byPath(path: string): RecordName | undefined;
  byId(id: string): RecordName | undefined;
  adr(id: string): RecordName | undefined;
  named(id: string, by: RecordName, log?: string): RecordName | undefined;
  cited(id: string, log?: string): readonly RecordName[];
  isLog(log: string | undefined): boolean;
}

/** All records of a repository in one index; immutable. */
export interface Corpus extends Names {
  /** Sorted by kind, then number, then path. */
  readonly records: readonly DocketRecord[];
  readonly adrs: readonly AdrRecord[];
  readonly specs: readonly SpecRecord[];
  readonly provenances: readonly ProvenanceRecord[];
  readonly surroundings: Surroundings;
  /** The record at a path. */
  byPath(path: string): DocketRecord | undefined;
  /** The first record of an id, in the main log where that has one; several may claim one number until a rule refuses that. */
  byId(id: string): DocketRecord | undefined;
  /** The decision of an id. */
  adr(id: string): AdrRecord | undefined;
  /**
   * The record that another one means by an id: each log of a repository counts for itself.
   * @param log what stands before the id, where another log is named
   */
  named(id: string, by: RecordName, log?: string): DocketRecord | undefined;
  /**
   * The records that a text outside all logs may mean by an id, one of each log.
   * @param log what stands before the id, where a log is named
   */
  cited(id: string, log?: string): readonly DocketRecord[];
  /** Whether what stands before an id is a log of this repository; where nothing does, it is. */
  isLog(log: string | undefined): boolean;
  /** Relations a decision states itself. */
  relationsFrom(record: AdrRecord): readonly Relation[];
  /** Relations other decisions state to this one. */
  relationsTo(record: AdrRecord): readonly Relation[];
  /** Specification that ordered a decision, or that a provenance record is about. */
  specOf(record: AdrRecord | ProvenanceRecord): SpecRecord | undefined;
  /** Decisions a specification ordered. */
  adrsOf(spec: SpecRecord): readonly AdrRecord[];
  /** Provenance records of a specification's executions, or of the specification that ordered a decision. */
  provenanceOf(record: AdrRecord | SpecRecord): readonly ProvenanceRecord[];
  /** Where the body of a record refers to other records; each pair once, links before names. */
  referencesFrom(record: DocketRecord): readonly Reference[];
  /** Where other records refer to this one. */
  referencesTo(record: DocketRecord): readonly Reference[];
}

/**
 * Gives each record an address that no other of its kind has in its log, not even in another letter case: where names
 * are the same, the path below the folder of the kind.
 */
function withAddresses(records: readonly DocketRecord[], layout: Layout): DocketRecord[] {
  const groups = new Map<number, Map<string, DocketRecord[]>>();
  const key = (record: DocketRecord, at: number) =>
    `${record.key.log}/${record.kind}/${foldedName(addressesOf(record, layout)[at] ?? '')}`;
  // Nearly always the preferred addresses will do, and the others need no looking at.
  const sharing = (record: DocketRecord, at: number): readonly DocketRecord[] => {
    const known = groups.get(at) ?? Map.groupBy(records, (other) => key(other, at));
    groups.set(at, known);
    return known.get(key(record, at)) ?? [];
  };
  return records.map((record) => {
    const addresses = addressesOf(record, layout);
    const alone = addresses.find((_, at) => sharing(record, at).length === 1);
    // Paths that differ in nothing but letter case or signs an address cannot hold.
    const last = addresses.length - 1;
    const address = alone ?? `${addresses[last]}-${sharing(record, last).indexOf(record) + 1}`;
    return address === record.address ? record : { ...record, address };
  });
}

/** The addresses that a record may have, the preferred one first. */
const addressesOf = perObjectAnd(({ kind, name, path }: DocketRecord, layout: Layout) => {
  const below = belowFolder(path, layout[kind]).replace(/\.md$/, '');
  return [addressOfName(kind, name), addressOfName(kind, below), addressOfPath(below)];
});

/**
 * Puts records into one index with relations resolved both ways. References are resolved when they are asked for.
 * Never throws.
 */
export function buildCorpus(input: CorpusInput): Corpus {
  const layout = input.layout ?? LAYOUT;
  const sorted = [...input.records].sort(compareRecords);
  const records = input.areAddressed ? sorted : withAddresses(sorted, layout);
  const adrs = records.filter((record): record is AdrRecord => record.kind === 'adr');
  const specs = records.filter((record): record is SpecRecord => record.kind === 'spec');
  const provenances = records.filter(
    (record): record is ProvenanceRecord => record.kind === 'provenance',
  );
  const paths = new Map(records.map((record) => [record.path, record]));
  const ids = new Map<string, DocketRecord>();
  const idsOfLog = new Map<string, DocketRecord>();
  const inLog = (log: string, id: string) => `${log}\0${id}`;
  for (const record of records) {
    const own = record.kind === 'adr' && layout.adr.logs ? ownId(record.path) : undefined;
    for (const id of own === undefined ? [record.id] : [record.id, own]) {
      // The main log comes before all others.
      const known = ids.get(id);
      if (!known || (known.key.log !== '' && record.key.log === '')) ids.set(id, record);
      const whole = inLog(record.key.log, id);
      if (!idsOfLog.has(whole)) idsOfLog.set(whole, record);
    }
  }
  const adr = (id: string) => only(ids.get(id), 'adr');
  const { nameOf, names: logNames } = readLogs(adrs, layout);
  const named: Corpus['named'] = (id, by, log) => {
    const name = log === undefined ? by.key.log : nameOf(log, by.path);
    if (name === undefined) return undefined;
    const found = idsOfLog.get(inLog(name, id));
    if (found || homeOfPath(layout, by.path)) return found;
    // The specifications of a repository are for all its logs.
    return only(idsOfLog.get(inLog('', id)), 'spec');
  };
  const cited: Corpus['cited'] = (id, log) => {
    const name = log === undefined ? undefined : nameOf(log, '');
    const asked = log === undefined ? ['', ...logNames] : name === undefined ? [] : [name];
    return [...new Set(asked.flatMap((one) => idsOfLog.get(inLog(one, id)) ?? []))];
  };

  const specOfProvenance = (record: ProvenanceRecord): SpecRecord | undefined => {
    const { value: path = '' } = record.fields.spec;
    const named = paths.get(path);
    return only(named, 'spec') ?? only(ids.get(recordId('spec', record.number ?? '')), 'spec');
  };
  const specOf = (record: AdrRecord | ProvenanceRecord): SpecRecord | undefined => {
    if (record.kind === 'provenance') return specOfProvenance(record);
    const { value } = record.fields.spec;
    const isElsewhere = homeOfPath(layout, record.path) !== undefined;
    return value === undefined || isElsewhere ? undefined : only(ids.get(value), 'spec');
  };

  const inAnyForm = statedRelations(adrs, layout);
  const relationsFrom = new Map<DocketRecord, Relation[]>();
  const relationsTo = new Map<DocketRecord, Relation[]>();
  const adrsOf = new Map<DocketRecord, AdrRecord[]>();
  for (const from of adrs) {
    for (const relation of [
      ...relationsOf(from, (written) => {
        const { id, log } = readIdInLog(written);
        return only(named(id, from, log), 'adr');
      }),
      ...inAnyForm(from),
    ]) {
      append(relationsFrom, relation.from, relation);
      if (relation.to) append(relationsTo, relation.to, relation);
    }
    const spec = specOf(from);
    if (spec) append(adrsOf, spec, from);
  }

  const provenanceOf = new Map<DocketRecord, ProvenanceRecord[]>();
  for (const record of provenances) {
    const spec = specOfProvenance(record);
    if (spec) append(provenanceOf, spec, record);
  }

  const references = new Map<DocketRecord, readonly Reference[]>();
  const referencesFrom = (from: DocketRecord): readonly Reference[] => {
    const found = references.get(from) ?? referencesOf(from, { paths, named, layout });
    references.set(from, found);
    return found;
  };
  let referencesTo: Map<DocketRecord, Reference[]> | undefined;
  const referTo = (): Map<DocketRecord, Reference[]> => {
    const found = new Map<DocketRecord, Reference[]>();
    for (const reference of records.flatMap(referencesFrom)) {
      append(found, reference.to, reference);
    }
    return found;
  };

  return {
    records,
    adrs,
    specs,
    provenances,
    templates: input.templates,
    surroundings: input.surroundings,
    layout,
    byPath: (path) => paths.get(path),
    byId: (id) => ids.get(id),
    adr,
    named,
    cited,
    isLog: (log) => log === undefined || nameOf(log, '') !== undefined,
    relationsFrom: (record) => relationsFrom.get(record) ?? [],
    relationsTo: (record) => relationsTo.get(record) ?? [],
    specOf,
    adrsOf: (spec) => adrsOf.get(spec) ?? [],
    provenanceOf(record) {
      const spec = record.kind === 'spec' ? record : specOf(record);
      return (spec && provenanceOf.get(spec)) ?? [];
    },
    referencesFrom,
    referencesTo(record) {
      referencesTo ??= referTo();
      return referencesTo.get(record) ?? [];
    },
  };
}

/**
 * Resolves the relations that records state in any dialect. The same relation in two places is one, in part where one of
 * them says so; of a supersession that the frontmatter lists, other places name no other record.
 */
function statedRelations(
  records: readonly AdrRecord[],
  layout: Layout,
): (from: AdrRecord) => Relation[] {
  const paths = new Map(records.map((record) => [record.path, record]));
  const resolve = makeResolver(records, layout);
  return (by) => {
    const inYaml = new Set(
      by.relations.flatMap(({ source, type }) => (source === 'yaml' ? [type] : [])),
    );
    const found = new Map<string, Relation>();
    for (const stated of by.relations) {
      const { reference, start, end, source } = stated;
      const other = paths.get(resolve(reference, by.path) ?? '');
      // A link to anything else is no record that is missing, nor is one of a log that is not known here.
      if (!other && (reference.number === undefined || reference.log !== undefined)) continue;
      const { type, isInverse } = stated.isPartly ? inPart(stated) : stated;
      const isTold = source !== 'yaml' && inYaml.has(stated.type) && !stated.isPartly;
      if (isTold && SUPERSESSION.has(stated.type)) continue;
      if (isInverse && !other) continue;
      const relation: Relation = {
        type,
        isPartly: stated.isPartly && SUPERSESSION.has(stated.type),
        sections: stated.sections,
        by,
        from: isInverse && other ? other : by,
        to: isInverse ? by : other,
        toId: isInverse ? by.id : (other?.id ?? recordId('adr', reference.number ?? '')),
        get span() {
          return spanAt(by.document, start, end);
        },
      };
      if (relation.isPartly) found.delete(`${stated.type} ${other?.path ?? reference.text}`);
      const named = stated.sections.length > 0 ? ` ${stated.sections.join('/')}` : '';
      const key = `${stated.type} ${other?.path ?? reference.text}${named}`;
      if (!found.get(key)?.isPartly) found.set(key, relation);
    }
    return [...found.values()];
  };
}

/** The index of a repository without records. */
export function emptyCorpus(): Corpus {
  const surroundings = { existing: new Set<string>(), fragments: new Map() };
  return buildCorpus({ records: [], templates: {}, surroundings });
}

const SUPERSESSION: ReadonlySet<RelationType> = new Set(['supersedes', 'superseded-by']);

/** What a supersession in part is: an amendment, which `superseded by` states from the other side. */
function inPart({ type, isInverse }: RelationMeaning): RelationMeaning {
  if (!SUPERSESSION.has(type)) return { type, isInverse };
  return { type: 'amends', isInverse: type === 'superseded-by' };
}

function relationsOf(from: AdrRecord, adr: (id: string) => AdrRecord | undefined): Relation[] {
  if (from.relations.length > 0) return [];
  return statedBy(from).flatMap((stated): Relation[] => {
    const { toId, sections } = stated;
    const other = adr(toId);
    const isPartly = sections.length > 0;
    const { type, isInverse } = isPartly ? inPart({ ...stated, isInverse: false }) : stated;
    if (isInverse && !other) return [];
    return [
      {
        ...{ type, isPartly, sections, by: from },
        from: isInverse && other ? other : from,
        to: isInverse ? from : other,
        toId: isInverse ? from.id : toId,
        get span() {
          return stated.span;
        },
      },
    ];
  });
}

/** The relations a decision states, whatever they lead to; each is located when somebody asks. */
const statedBy = perObject((from: AdrRecord) =>
  RELATION_TYPES.flatMap((type) =>
    (from.fields[type].value ?? []).map((item, index) => {
      let span: Span | undefined;
      return {
        type,
        isInverse: false,
        toId: typeof item === 'string' ? item : item.adr,
        sections: typeof item === 'string' ? [] : item.sections,
        get span() {
          span ??= from.fields[type].items[index]?.span ?? from.fields[type].span;
          return span;
        },
      };
    }),
  ),
);

function referencesOf(
  from: DocketRecord,
  {
    paths,
    named,
    layout,
  }: Pick<Corpus, 'named' | 'layout'> & { readonly paths: ReadonlyMap<string, DocketRecord> },
): Reference[] {
  const seen = new Map<DocketRecord, Reference>();
  const add = (to: DocketRecord | undefined, kind: Reference['kind'], span: Span): void => {
    if (to && to !== from && !seen.has(to)) seen.set(to, { from, to, kind, span });
  };
  for (const link of from.links) {
    const path =
      link.target.kind === 'file'
        ? link.target.path
        : link.target.kind === 'external'
          ? fileOnWeb(repositoriesOf(layout), link.url)
          : undefined;
    if (path !== undefined) add(paths.get(path), 'link', link.span);
  }
  for (const { id, log, span } of from.mentions) add(named(id, from, log), 'mention', span);
  return [...seen.values()];
}

function only<K extends RecordKind>(
  record: DocketRecord | undefined,
  kind: K,
): Extract<DocketRecord, { kind: K }> | undefined {
  return record?.kind === kind ? (record as Extract<DocketRecord, { kind: K }>) : undefined;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function compareRecords(a: DocketRecord, b: DocketRecord): number {
  return (
    RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) ||
    compareNumbers(a.number, b.number) ||
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  );
}

/** Orders record numbers by value, then by letter (`0003` before `0003a` before `0004`); unnumbered ones last. */
export function compareNumbers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : a > b ? 1 : 0);
}
