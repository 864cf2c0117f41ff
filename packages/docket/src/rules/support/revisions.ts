import type { Role } from '../../records/dialects/headings.ts';
import type { BaseFacts, Revision } from '../../records/facts.ts';
import type { AdrRecord, DocketRecord } from '../../records/record.ts';

/** A change of a decision that was there before and after. */
export interface AdrRevision {
  readonly commit: Revision['commit'];
  readonly before: AdrRecord;
  readonly after: AdrRecord;
}

/** The changes of a decision since the base, oldest first. */
export function adrRevisions(base: BaseFacts | undefined, record: DocketRecord): AdrRevision[] {
  return (base?.revisions.get(record.path) ?? []).flatMap(({ commit, before, after }) =>
    before?.kind === 'adr' && after?.kind === 'adr' ? [{ commit, before, after }] : [],
  );
}

/** Who made a change, for a sentence: `commit 1a2b3c4 "Subject"`, or `the working tree`. */
export function authorOf({ commit }: { readonly commit: Revision['commit'] }): string {
  return commit ? `commit ${commit.id.slice(0, 7)} "${commit.subject}"` : 'the working tree';
}

/** The words of a record below its frontmatter, without regard to white space. */
export function bodyWords(record: DocketRecord): string {
  return words(record.document.text.slice(record.frontmatter.span.end.offset));
}

/** The text of a section; `undefined` without one. */
export function sectionText(record: DocketRecord, role: Role): string | undefined {
  const extent = record.sections.get(role)?.extent;
  return extent && record.document.text.slice(extent.start.offset, extent.end.offset);
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
