import { commitUrl, recordUrl } from '../urls.ts';
import type { EvidenceContext } from './site-evidence.ts';

/** A stretch of a sentence about evidence: words, or a name in code that may lead somewhere. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string; readonly url: string | undefined };

const PARTS = /`([^`]*)`|\b([0-9a-f]{10})\b/g;

/**
 * Cuts a sentence at its code spans and at the ids of commits. Paths of records lead to their pages, commits to the
 * repository's web view where one is configured.
 */
export function richText(context: EvidenceContext, text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(PARTS)) {
    const [whole, code, id] = match;
    const commit = context.evidence.commitOf(code ?? id ?? '');
    // Ten hexadecimal digits that are no commit are a blob's, or no id at all.
    const value = code ?? id ?? '';
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) });
    const record = context.corpus.byPath(value);
    pieces.push({
      kind: 'code',
      text: value,
      url:
        commit !== undefined
          ? commitUrl(context.repository, commit)
          : record && recordUrl(context.base, record),
    });
    at = match.index + whole.length;
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) });
  return pieces;
}

/** The pieces as one plain text. */
export function plainPieces(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
