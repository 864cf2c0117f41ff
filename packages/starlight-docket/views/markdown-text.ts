import { type DocketRecord, type Link, parseMarkdown, readLinks } from 'docket/records';
import { type ReferenceContext, resolveLink, resolveShown } from './references.ts';
import { textUrl, withFragment } from './urls.ts';

/** Makes an address of the site absolute, where the site knows its own. */
export type Absolute = (address: string) => string;

/**
 * The source of a record as it is served by itself: its text with links that work from there. Links to records lead to
 * their text, others to pages; those that lead to no address stay as written, as all do in a format that is not Markdown.
 */
export function recordMarkdown(
  context: ReferenceContext,
  record: DocketRecord,
  absolute: Absolute,
): string {
  if (record.document.format !== 'markdown') return record.document.text;
  return relinked(context, record.document.text, record.links, record.path, absolute);
}

/**
 * A hand-written page as Markdown: its title, its description and its text with links that work from there.
 * @param path of the file, relative to the root of the project
 */
export function pageMarkdown(
  context: ReferenceContext,
  page: {
    readonly title: string;
    readonly description?: string | undefined;
    readonly body: string;
  },
  path: string,
  absolute: Absolute,
): string {
  const links = readLinks(parseMarkdown(page.body), path);
  const body = relinked(context, page.body, links, path, absolute);
  return [`# ${page.title}`, page.description, body.trim()]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .concat('\n');
}

function relinked(
  context: ReferenceContext,
  text: string,
  links: readonly Link[],
  path: string,
  absolute: Absolute,
): string {
  const pieces: string[] = [];
  let end = text.length;
  for (const link of [...links].sort((a, b) => b.urlSpan.start.offset - a.urlSpan.start.offset)) {
    const { start, end: after } = link.urlSpan;
    // Where the address cannot be told from the link, or was changed already through its definition.
    const isWhole =
      start.offset === link.span.start.offset && after.offset === link.span.end.offset;
    if ((isWhole && text.slice(start.offset, after.offset) !== link.url) || after.offset > end)
      continue;
    const address = addressOf(context, link, path);
    if (address === undefined) continue;
    pieces.push(text.slice(after.offset, end), absolute(address));
    end = start.offset;
  }
  pieces.push(text.slice(0, end));
  return pieces.reverse().join('');
}

function addressOf(context: ReferenceContext, link: Link, path: string): string | undefined {
  const { target } = link;
  const record = target.kind === 'file' ? context.corpus.byPath(target.path) : undefined;
  if (record && target.kind === 'file' && !link.image) {
    return withFragment(textUrl(context.base, record), target.fragment);
  }
  const shown = link.image ? resolveShown(context, link.url, path) : undefined;
  const destination = shown?.kind === 'url' ? shown : resolveLink(context, link.url, path);
  if (destination.kind !== 'url' || destination.url.startsWith('#')) return undefined;
  return destination.url;
}
