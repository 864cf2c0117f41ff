import type { Line } from '../dialects/line.ts';
import { FORMAT_NAMES, formatOf } from '../formats/format.ts';
import { HelpfulError } from '../helpful-error.ts';
import { type MarkdownDocument, spanAt } from '../markdown.ts';

/** Why a change to records cannot be computed, for who asked for it. */
export class AuthoringError extends HelpfulError {
  override readonly name = 'AuthoringError';
}

/**
 * Refuses to write new text in a format that is only read; words that stand in it may be changed.
 * @throws {AuthoringError} for a path of another format than Markdown
 */
export function assertMarkdown(path: string): void {
  const format = formatOf(path);
  if (format === 'markdown') return;
  throw new AuthoringError(
    `\`${path}\` is ${FORMAT_NAMES[format]}, and new text is written in Markdown only`,
    'write it by hand; words that stand in it already can be changed',
  );
}

/** What is told of a line of a record that cannot be edited. */
export function refusalAt(
  { path, document }: { readonly path: string; readonly document: MarkdownDocument },
  { text, pieces }: Line,
  why: string,
  help = 'edit this line by hand',
): AuthoringError {
  const at = pieces[0]?.start ?? 0;
  const { line, column } = spanAt(document, at, at).start;
  return new AuthoringError(`${path}:${line}:${column}: \`${text}\` ${why}`, help);
}
