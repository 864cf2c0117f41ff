import { withLogs } from '../../src/io/discover.ts';
import { buildCorpus, type Corpus } from '../../src/records/corpus.ts';
import { dateOrderOf, numericDates } from '../../src/records/dialects/dates.ts';
import { findLogs } from '../../src/records/discovery/find-logs.ts';
import { LAYOUT } from '../../src/records/layout.ts';
import { type AdrRecord, readRecord } from '../../src/records/record.ts';

/** The records of the logs that are found among some files. */
export function corpusOfLogs(files: Readonly<Record<string, string>>): Corpus {
  const discovery = findLogs({ paths: Object.keys(files), read: (path) => files[path] });
  const dateOrder = dateOrderOf(Object.values(files).flatMap(numericDates));
  const layout = withLogs(LAYOUT, { ...discovery, dateOrder });
  const records = discovery.logs
    .flatMap((log) => log.records)
    .map((path) => readRecord('adr', { path, text: files[path] ?? '' }, { layout, templates: {} }));
  const surroundings = { existing: new Set<string>(), fragments: new Map() };
  return buildCorpus({ records, templates: {}, surroundings, layout });
}

/** The record whose path begins with a folder and a number. */
export function recordOf(corpus: Corpus, path: string): AdrRecord {
  const found = corpus.adrs.find((adr) => adr.path.includes(path));
  if (!found)
    throw new Error(`No record ${path} among ${corpus.adrs.map((adr) => adr.path).join()}`);
  return found;
}
