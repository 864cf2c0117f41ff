import {
  addressOfName,
  belowFolder,
  type Corpus,
  type DocketRecord,
  type Finding,
  gatesOf,
  keyOfPath,
  kindOfPath,
  type Layout,
} from 'docket/records';
import { findingsOf } from './lint-findings.ts';
import { kindSlug, recordSlug } from './urls.ts';

/** A file that is a record by its place, and could not be read as one. */
export interface UnreadFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** Where its page stands, as `recordSlug` gives it. */
  readonly slug: string;
}

/** The rule that tells of files which cannot be read as text. */
const READING_RULE = 'file-readable';

/** The files that findings of reading tell of and that are no records; each has a page of its own. */
export function unreadFiles(corpus: Corpus, reading: readonly Finding[]): UnreadFile[] {
  const taken = new Set(corpus.records.map(recordSlug));
  const files: UnreadFile[] = [];
  for (const { file: path, rule } of reading) {
    const kind = kindOfPath(path, corpus.layout);
    if (kind === undefined || rule !== READING_RULE || corpus.byPath(path)) continue;
    const folder = kindSlug(keyOfPath(kind, path, corpus.layout));
    const below = belowFolder(path, corpus.layout[kind]).replace(/\.md$/, '');
    const slug = [below.replace(/^.*\//, ''), below, `${below}-unread`]
      .map((name) => `${folder}/${addressOfName(kind, name)}`)
      .find((one) => !taken.has(one));
    if (slug === undefined) continue;
    taken.add(slug);
    files.push({ path, slug });
  }
  return files;
}

/** Whether a record is judged and shown no further than its text: what was found in it may have hidden all the rest. */
export function isHeldBack(
  { document, path }: DocketRecord,
  findings: readonly Finding[],
  layout: Layout,
): boolean {
  if (document.excess !== undefined || document.cutAt !== undefined) return true;
  const rules = findingsOf(findings, path).flatMap(({ rule }) =>
    rule !== READING_RULE ? [rule] : [],
  );
  // Of a record that a gate reports, nothing else is known.
  if (rules.length === 0) return false;
  const gates = gatesOf({ layout });
  return rules.every((rule) => gates.has(rule));
}
