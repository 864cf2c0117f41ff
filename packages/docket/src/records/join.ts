import { buildCorpus, type Corpus } from './corpus.ts';
import type { Finding } from './finding.ts';
import type { LogHome, LogPlace } from './layout.ts';
import { logsOf } from './logs.ts';
import { mounted } from './mount.ts';
import { addressOfPath } from './paths.ts';
import type { AdrRecord } from './record.ts';

/** The decisions of another repository, as that repository reads them. */
export interface OtherCorpus {
  /** What its log is called here. */
  readonly id: string;
  readonly title: string;
  readonly corpus: Corpus;
  readonly home: LogHome;
}

/** A finding in another repository, with its paths as they are told from all others. */
export function mountedFinding(home: LogHome, finding: Finding): Finding {
  return {
    ...finding,
    file: mounted(home, finding.file),
    related: finding.related.map((one) =>
      one.file === undefined ? one : { ...one, file: mounted(home, one.file) },
    ),
  };
}

/**
 * Joins the decisions of other repositories to a corpus. Each record was read by the rules of its own repository and
 * keeps what it says; only its path and its log are told from those of the others, so that no two are the same. Their
 * specifications and provenance records stay where their history is.
 * @param repository address of the web view of one's own repository
 */
export function joinCorpora(
  main: Corpus,
  others: readonly OtherCorpus[],
  repository?: string,
): Corpus {
  if (others.length === 0) return main;
  const { surroundings } = main;
  const existing = new Set(surroundings.existing);
  const shown = new Set(surroundings.shown);
  const documents = new Set(surroundings.documents);
  const records = [...main.records];
  const places = [...(main.layout.adr.places ?? [])];
  for (const other of others) {
    const { corpus, home } = other;
    places.push(...placesOf(other));
    records.push(...corpus.adrs.map((adr) => mountRecord(other, adr)));
    const around = corpus.surroundings;
    for (const path of around.existing) existing.add(mounted(home, path));
    for (const path of around.shown ?? []) shown.add(mounted(home, path));
    for (const path of around.documents ?? []) documents.add(mounted(home, path));
  }
  return buildCorpus({
    records,
    templates: main.templates,
    surroundings: { ...surroundings, existing, shown, documents },
    layout: { ...main.layout, adr: { ...main.layout.adr, places, repository } },
    areAddressed: true,
  });
}

/** What a log of another repository is called here: its main one as that repository, others with that before. */
function nameOf({ id }: OtherCorpus, log: string): string {
  return log === '' ? id : `${id}-${addressOfPath(log).replaceAll('/', '-').toLowerCase()}`;
}

function placesOf(other: OtherCorpus): LogPlace[] {
  const { corpus, home, id, title } = other;
  const logs = logsOf(corpus.adrs, corpus.layout);
  const names = logs.length === 0 ? [{ name: '', title }] : logs;
  return names.map((log) => {
    const name = nameOf(other, log.name);
    return {
      ...{ id: name, name, root: home.mount, folder: undefined, home },
      title: name === id ? title : `${title}: ${log.title}`,
    };
  });
}

function mountRecord(other: OtherCorpus, adr: AdrRecord): AdrRecord {
  const { home } = other;
  const path = mounted(home, adr.path);
  const own: Partial<AdrRecord> = {
    path,
    // Where the name has no number, the path is the id.
    id: adr.number === undefined ? path : adr.id,
    key: { ...adr.key, log: nameOf(other, adr.key.log) },
    links: adr.links.map((link) =>
      link.target.kind === 'file'
        ? { ...link, target: { ...link.target, path: mounted(home, link.target.path) } }
        : link,
    ),
    namedPaths: adr.namedPaths.map((named) => ({ ...named, path: mounted(home, named.path) })),
  };
  // What a record reads when it is asked stays unread, and what was worked out about it is of its own path.
  const kept = Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(adr)));
  return Object.defineProperties(
    {},
    { ...kept, ...Object.getOwnPropertyDescriptors(own) },
  ) as AdrRecord;
}
