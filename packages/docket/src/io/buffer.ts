import path from 'node:path';
import type { DocketConfig } from '../records/config.ts';
import { buildCorpus, type Corpus } from '../records/corpus.ts';
import { kindOfPath } from '../records/layout.ts';
import { type DocketRecord, readRecord } from '../records/record.ts';
import { Reader } from './reader.ts';
import { openWorkspace, readSurroundings, type Workspace } from './workspace.ts';

/** A record as an editor holds it, among the records on disk. */
export interface BufferedRecord {
  readonly record: DocketRecord;
  readonly corpus: Corpus;
  readonly config: DocketConfig;
}

/** How long, in milliseconds, the records on disk are taken as read while somebody types. */
const FRESH_FOR = 1000;

/**
 * Makes a reader for editors: given a file and the text on the screen, it answers with the record and the corpus as
 * they would be if that text were saved; with `undefined` for a file that is no record.
 */
export function openBuffers(
  root: string,
): (file: string, text: string) => Promise<BufferedRecord | undefined> {
  let opened: { readonly at: number; readonly workspace: Promise<Workspace> } | undefined;
  return async (file, written) => {
    const text = written.replace(/^\uFEFF/, '');
    const relative = path.relative(root, path.resolve(root, file)).split(path.sep).join('/');
    if (!relative.endsWith('.md')) return undefined;
    if (!opened || performance.now() - opened.at > FRESH_FOR) {
      opened = { at: performance.now(), workspace: openWorkspace(root, { runsCode: true }) };
    }
    return withText(await opened.workspace, relative, text);
  };
}

async function withText(
  { root, corpus, config }: Workspace,
  file: string,
  text: string,
): Promise<BufferedRecord | undefined> {
  const { layout } = corpus;
  const saved = corpus.byPath(file);
  if (saved?.document.text === text) return { record: saved, corpus, config };
  const kind = kindOfPath(file, layout);
  if (kind === undefined) return undefined;
  const record = readRecord(kind, { path: file, text }, corpus);
  const records = [...corpus.records.filter((other) => other.path !== file), record];
  const { templates } = corpus;
  const surroundings = readSurroundings(new Reader(root), records);
  return { record, corpus: buildCorpus({ records, templates, surroundings, layout }), config };
}
