import { type AdrRecord, citedPathsOf, type DocketRecord } from 'docket/records';
import { type ArtifactClaim, type JudgedRecord, repositoryPath } from 'docket/session';
import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { type VerdictName, verdictName } from '../evidence/verdict-view.ts';
import { type RecordRef, refTo } from '../record-ref.ts';
import { pinnedUrl, recordUrl } from '../urls.ts';

/** An execution that says what it did to a file. */
export interface Touch {
  readonly judged: JudgedRecord;
  /** As the record writes it, such as `Created`. */
  readonly status: string;
  /** `undefined` where the record could not be held against Git. */
  readonly verdict: VerdictName | undefined;
}

/** What the records say about one file or folder. */
export interface FileTrace {
  /** From the root, as records write it. */
  readonly path: string;
  readonly touches: readonly Touch[];
  /** Records that name it in their text, in the order of the corpus. */
  readonly citedBy: readonly DocketRecord[];
  /** Decisions that say that they govern it, in the order of the corpus. */
  readonly governedBy: readonly AdrRecord[];
  /** Decisions that comments in it name. */
  readonly names: readonly AdrRecord[];
}

/** The most files that are listed for no other reason than that a decision governs them. */
const MOST_GOVERNED = 5000;

const indexes = new WeakMap<object, readonly FileTrace[]>();

/**
 * Every file that a record says it touched, governs or cites, or that names a decision, by path. Found in one pass over
 * the records, once a build. Of files that are only governed, no more than a fixed number.
 */
export function fileTraces({ corpus, evidence }: EvidenceContext): readonly FileTrace[] {
  const known = indexes.get(evidence);
  if (known) return known;
  const files = new Map<string, Draft>();
  const at = (path: string) => {
    const entry = files.get(path) ?? { touches: [], citedBy: [], governedBy: [], names: [] };
    files.set(path, entry);
    return entry;
  };
  for (const judged of evidence.judged) {
    for (const entry of judged.claims) {
      if (entry.claim.kind !== 'artifact') continue;
      const verdict = judged.landing.kind === 'landed' ? verdictName(entry) : undefined;
      for (const path of pathsOf(entry.claim)) {
        at(path).touches.push({ judged, status: statusOf(entry.claim), verdict });
      }
    }
  }
  for (const record of corpus.records) {
    for (const path of citedPathsOf(record)) at(path).citedBy.push(record);
  }
  for (const [adr, markers] of evidence.code.markers) {
    for (const path of new Set(markers.map(({ file }) => file))) at(path).names.push(adr);
  }
  let room = MOST_GOVERNED;
  for (const [adr, governed] of evidence.code.governed ?? []) {
    for (const path of governed) {
      if (!files.has(path) && room-- <= 0) continue;
      at(path).governedBy.push(adr);
    }
  }
  const traces = [...files]
    .map(([path, entry]) => ({ path, ...entry }))
    .sort((a, b) => compareText(folderOf(a.path), folderOf(b.path)) || compareText(a.path, b.path));
  indexes.set(evidence, traces);
  return traces;
}

interface Draft {
  readonly touches: Touch[];
  readonly citedBy: DocketRecord[];
  readonly governedBy: AdrRecord[];
  readonly names: AdrRecord[];
}

function folderOf(path: string): string {
  return path.slice(0, path.replace(/\/$/, '').lastIndexOf('/') + 1);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function pathsOf(claim: ArtifactClaim): string[] {
  const written = [claim.path, claim.from].flatMap((path) =>
    path === undefined ? [] : (repositoryPath(path) ?? []),
  );
  return [...new Set(written)];
}

/** The words after the path in the claim: the status as the record writes it. */
function statusOf({ claim, path }: ArtifactClaim): string {
  return claim.slice(path.length + 2).trim();
}

/** A file as its row shows it. */
export interface FileView {
  readonly path: string;
  /** Address of the file in the repository's web view, or of its page where it is a record. */
  readonly url: string | undefined;
  /** Whether it stands at the commit that is checked out; `undefined` where no history tells. */
  readonly isHere: boolean | undefined;
  readonly touches: readonly {
    readonly status: string;
    readonly verdict: VerdictName | undefined;
    readonly provenance: RecordRef;
    readonly spec: RecordRef | undefined;
    readonly decisions: readonly RecordRef[];
  }[];
  readonly citedBy: readonly RecordRef[];
  readonly governedBy: readonly RecordRef[];
  readonly names: readonly RecordRef[];
  /** How many more there are than a row names. */
  readonly more: {
    readonly touches: number;
    readonly citedBy: number;
    readonly governedBy: number;
    readonly names: number;
  };
}

/** How many records one row names; the export names all. */
const NAMED = 12;

/** What the row of a file shows: no more than a fixed number of records, whatever the size of the repository. */
export function fileView(context: EvidenceContext, trace: FileTrace): FileView {
  const { corpus, base, repository, evidence } = context;
  const { path, touches, citedBy, governedBy, names } = trace;
  const own = corpus.byPath(path);
  const pinned = evidence.atHead(path);
  const refs = (records: readonly DocketRecord[]) =>
    records.slice(0, NAMED).map((record) => refTo(base, record));
  const left = (list: readonly unknown[]) => Math.max(0, list.length - NAMED);
  return {
    path,
    // A link to a file that is not there would lead nowhere.
    url: own ? recordUrl(base, own) : pinned && pinnedUrl(repository, pinned),
    isHere: evidence.stands(path),
    // The latest first: what touched a file last explains its state.
    touches: touches
      .slice(-NAMED)
      .reverse()
      .map(({ judged, status, verdict }) => ({
        status,
        verdict,
        provenance: refTo(base, judged.record),
        spec: judged.spec && refTo(base, judged.spec),
        decisions: judged.spec ? refs(corpus.adrsOf(judged.spec)) : [],
      })),
    citedBy: refs(citedBy),
    governedBy: refs(governedBy),
    names: refs(names),
    more: {
      touches: left(touches),
      citedBy: left(citedBy),
      governedBy: left(governedBy),
      names: left(names),
    },
  };
}

/** Neighbouring files grouped by their folder, in order. */
export function byFolder<T extends { readonly path: string }>(
  files: readonly T[],
): { readonly folder: string; readonly files: readonly T[] }[] {
  const groups: { folder: string; files: T[] }[] = [];
  for (const file of files) {
    const folder = folderOf(file.path);
    const last = groups.at(-1);
    if (last?.folder === folder) last.files.push(file);
    else groups.push({ folder, files: [file] });
  }
  return groups;
}
