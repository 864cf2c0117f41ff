import type { Line } from '../dialects/line.ts';
import { HelpfulError } from '../helpful-error.ts';
import { type MarkdownDocument, spanAt } from '../markdown.ts';

/** Why a change to records cannot be computed, for who asked for it. */
export class AuthoringError extends HelpfulError {
  override readonly name = 'AuthoringError';
}

/** What is told of a line of a record that cannot be edited. */
export function refusalAt(
  { path, document }: { readonly path: string; readonly document: MarkdownDocument },
  { text, pieces }: Line,
  why: string,
): AuthoringError {
  const at = pieces[0]?.start ?? 0;
  const { line, column } = spanAt(document, at, at).start;
  return new AuthoringError(
    `${path}:${line}:${column}: \`${text}\` ${why}`,
    'edit this line by hand',
  );
}
