import type { Span } from '../../records/finding.ts';
import { excuseIn } from './excuses.ts';
import { pathWords, readPath } from './path-words.ts';
import type { Act, WorkClaim } from './work.ts';

// What was removed may also be a part of the file: the word stands alone.
const DELETED = /^\W*(?:deleted|removed|delete)\W*$/i;

/**
 * A row in a list of files as a claim: the path that it opens with. `undefined` for one that says that there is none,
 * or opens with prose.
 * @param act what the list says of its files, where the row does not say it
 */
export function fileClaim(row: string, span: Span, act: Act = 'made'): WorkClaim | undefined {
  const written = row.replace(/\s+#.*$/, '').trim();
  const [word] = pathWords(written);
  const opening = word ? written.slice(0, word.start) : '';
  if (
    !word ||
    /[\p{L}\d]/u.test(opening.replace(/\b(?:new|modified|created|deleted|updated)\b/gi, ''))
  ) {
    return undefined;
  }
  const rest = written.slice(word.end);
  const isDeleted = act === 'deleted' || DELETED.test(rest) || DELETED.test(opening);
  const path = readPath(word.path)?.path ?? word.path;
  return {
    kind: 'file',
    id: `file:${path}`,
    claim: `\`${path}\` ${isDeleted ? 'deleted' : act === 'made' ? 'written' : 'named'}`,
    span,
    paths: [{ path, kind: word.kind, act: isDeleted ? 'deleted' : act }],
    excuse: excuseIn(rest),
    refs: [],
  };
}
