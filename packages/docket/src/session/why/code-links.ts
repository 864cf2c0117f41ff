import { GitError } from '../../io/git-process.ts';
import { readTracked } from '../../io/git-tree.ts';
import { type CitingDocument, isCode } from '../../records/citations.ts';
import type { Corpus } from '../../records/corpus.ts';
import { citedAdr } from '../../records/find-record.ts';
import { governs } from '../../records/governs.ts';
import type { AdrRecord } from '../../records/record.ts';

/** A comment in code that names a decision. */
export interface Marker {
  /** From the root. */
  readonly file: string;
  readonly line: number;
  /** The line it stands in. */
  readonly words: string;
}

/** Where code and decisions speak of each other. */
export interface CodeLinks {
  /**
   * The files that each decision governs and that Git tracks, by path; a decision without patterns is absent.
   * `undefined` where Git lists no files.
   */
  readonly governed: ReadonlyMap<AdrRecord, readonly string[]> | undefined;
  /** The comments that name each decision, by file and line; a decision that none names is absent. */
  readonly markers: ReadonlyMap<AdrRecord, readonly Marker[]>;
}

/** Finds the files that decisions govern, and the comments that name decisions. */
export async function readCodeLinks(
  root: string,
  corpus: Corpus,
  documents: Iterable<CitingDocument>,
): Promise<CodeLinks> {
  const markers = new Map<AdrRecord, Marker[]>();
  for (const { path, citations } of documents) {
    if (!isCode(path)) continue;
    for (const { span, around, ...citation } of citations) {
      const adr = citedAdr(corpus, citation);
      if (!adr) continue;
      const list = markers.get(adr) ?? [];
      list.push({ file: path, line: span.start.line, words: around });
      markers.set(adr, list);
    }
  }
  const governing = corpus.adrs.filter((adr) => adr.governs.length > 0);
  return { governed: await governedFiles(root, governing), markers };
}

async function governedFiles(
  root: string,
  governing: readonly AdrRecord[],
): Promise<CodeLinks['governed']> {
  if (governing.length === 0) return new Map();
  try {
    const { files } = await readTracked(root);
    const sorted = files.toSorted((a, b) => (a < b ? -1 : 1));
    return new Map(governing.map((adr) => [adr, sorted.filter((file) => governs(adr, file))]));
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
