import type { Corpus } from '../records/corpus.ts';
import type { Finding } from '../records/finding.ts';
import type { DocketRecord } from '../records/record.ts';
import type { Findings } from './findings.ts';

/** What a change of files came to. */
export interface Update {
  /** Paths of records that are new. */
  readonly added: readonly string[];
  /** Paths of records that read otherwise. */
  readonly changed: readonly string[];
  /** Paths of records that are gone. */
  readonly removed: readonly string[];
  /**
   * Paths of files of which anything may be told otherwise now: those above, records that they refer to or that refer
   * to them, records that have another address, and files with other findings.
   */
  readonly affected: ReadonlySet<string>;
  /** Whether the configuration or a template changed, so that anything may be told otherwise of any record. */
  readonly isWhole: boolean;
}

/** A repository at one moment. */
export interface Moment {
  readonly corpus: Corpus;
  /** `undefined` where nobody asked for them. */
  readonly findings: Findings | undefined;
}

/** Tells what differs between two moments of one repository. */
export function updateOf(before: Moment, after: Moment, isWhole: boolean): Update {
  const paths = new Set(
    [...before.corpus.records, ...after.corpus.records].map(({ path }) => path),
  );
  const added: string[] = [];
  const changed: string[] = [];
  const removed: string[] = [];
  const affected = new Set<string>();
  for (const path of paths) {
    const [was, is] = [before.corpus.byPath(path), after.corpus.byPath(path)];
    if (!was) added.push(path);
    else if (!is) removed.push(path);
    else if (was.document.text !== is.document.text) changed.push(path);
    else if (was.address === is.address && !isWhole) continue;
    affected.add(path);
  }
  for (const path of [...added, ...changed, ...removed]) {
    for (const { corpus } of [before, after]) {
      const record = corpus.byPath(path);
      if (record) for (const other of neighboursOf(corpus, record)) affected.add(other.path);
    }
  }
  for (const file of differing(before.findings, after.findings)) affected.add(file);
  return { added, changed, removed, affected, isWhole };
}

function neighboursOf(corpus: Corpus, record: DocketRecord): DocketRecord[] {
  const relations =
    record.kind === 'adr' ? [...corpus.relationsFrom(record), ...corpus.relationsTo(record)] : [];
  const work =
    record.kind === 'spec'
      ? [...corpus.adrsOf(record), ...corpus.provenanceOf(record)]
      : [corpus.specOf(record), ...(record.kind === 'adr' ? corpus.provenanceOf(record) : [])];
  return [
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...[...corpus.referencesFrom(record), ...corpus.referencesTo(record)].flatMap(
      ({ from, to }) => [from, to],
    ),
    ...work,
  ].flatMap((other) => other ?? []);
}

/** Files of which the findings of two moments are not the same. */
function differing(before: Findings | undefined, after: Findings | undefined): Set<string> {
  if (!before || !after) return new Set();
  const [was, is] = [byState(before), byState(after)];
  const files = new Set<string>();
  for (const state of ['fresh', 'known', 'waived'] as const) {
    // Most findings are the very ones of the moment before.
    const [gone, come] = [
      wordsOf(without(was[state], is[state])),
      wordsOf(without(is[state], was[state])),
    ];
    for (const [words, file] of gone) if (!come.has(words)) files.add(file);
    for (const [words, file] of come) if (!gone.has(words)) files.add(file);
  }
  return files;
}

function byState({ fresh, known, waived }: Findings) {
  return { fresh, known, waived: waived.map(({ finding }) => finding) };
}

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = new Set(others);
  return findings.filter((finding) => !left.has(finding));
}

function wordsOf(findings: readonly Finding[]): Map<string, string> {
  return new Map(findings.map((finding) => [JSON.stringify(finding), finding.file]));
}
