import type { Definition, Image, Link as LinkElement } from 'mdast';
import { destinationSpan } from './destination.ts';
import type { Span } from './finding.ts';
import { type HtmlTag, htmlTags } from './html.ts';
import { findMentions } from './key.ts';
import { type MarkdownDocument, plainText, spanAt, spanOf } from './markdown.ts';
import { type LinkNode, nodesOf } from './nodes.ts';
import { folderOf, pathFrom } from './paths.ts';
import { readSrcset } from './srcset.ts';

/** Where a link leads. Paths are relative to the root of the repository, with forward slashes. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'site'; readonly url: string }
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string | undefined }
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'invalid'; readonly url: string };

/** An address that a record leads to or shows: of a link or an image, in Markdown or in HTML. */
export interface Link {
  readonly target: LinkTarget;
  /** The address, without the escapes of Markdown and HTML. */
  readonly url: string;
  /** The text a reader sees; `undefined` for an address in HTML, whose element may reach over other nodes. */
  readonly text: string | undefined;
  /** Whether it is shown and not only led to: an image, or what HTML plays. */
  readonly image: boolean;
  /** The whole link; of HTML the attribute. */
  readonly span: Span;
  /** The address alone as written, where it can be located; else the whole link. */
  readonly urlSpan: Span;
  /** Title of the top-level section it stands in, or `undefined` before the first one. */
  readonly section: string | undefined;
}

/** A record named by number in running text, outside links and code. */
export interface Mention {
  /** The id named, such as `ADR-017` or `SPEC-0001`. */
  readonly id: string;
  /** The log named before it, where one is. */
  readonly log?: string;
  /** The words as written. */
  readonly text: string;
  readonly span: Span;
  /** Title of the top-level section it stands in, or `undefined` before the first one. */
  readonly section: string | undefined;
}

/**
 * Collects the addresses in a document, with where each leads: those in Markdown in order, then those in HTML.
 * @param path the document's own path, from which relative links are resolved
 */
export function readLinks(document: MarkdownDocument, path: string): Link[] {
  const nodes = nodesOf(document);
  const definitions = new Map<string, Definition>();
  for (const definition of nodes.definitions) {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  }
  const links = nodes.links.flatMap(({ node, section }): Link[] => {
    const source = linkSource(node, definitions);
    if (!source) return [];
    const image = node.type === 'image' || node.type === 'imageReference';
    return [
      {
        target: resolveUrl(source.url, path),
        url: source.url,
        text: image ? (node.alt ?? '') : plainText(node),
        image,
        span: spanOf(document, node),
        urlSpan: destinationSpan(document, source) ?? autolinkSpan(document, source),
        section,
      },
    ];
  });
  return [...links, ...htmlTags(document).flatMap((tag) => htmlLinks(document, tag, path))];
}

function linkSource(
  node: LinkNode['node'],
  definitions: ReadonlyMap<string, Definition>,
): LinkElement | Image | Definition | undefined {
  return node.type === 'link' || node.type === 'image' ? node : definitions.get(node.identifier);
}

function autolinkSpan(document: MarkdownDocument, node: LinkElement | Image | Definition): Span {
  const span = spanOf(document, node);
  const at =
    node.url === ''
      ? -1
      : document.text.slice(span.start.offset, span.end.offset).indexOf(node.url);
  const start = span.start.offset + at;
  return at < 0 ? span : spanAt(document, start, start + node.url.length);
}

/** Elements and attributes of HTML that lead to an address. */
const LED_TO: ReadonlySet<string> = new Set(['a href', 'area href']);

/** Elements and attributes of HTML that show what is at an address. */
const SHOWN: ReadonlySet<string> = new Set([
  'img src',
  'img srcset',
  'source src',
  'source srcset',
  'video src',
  'video poster',
  'audio src',
  'track src',
]);

function htmlLinks(document: MarkdownDocument, tag: HtmlTag, path: string): Link[] {
  return tag.attributes.flatMap(({ name, value, span, valueSpan }): Link[] => {
    const place = `${tag.name.toLowerCase()} ${name}`;
    const image = SHOWN.has(place);
    if (!image && !LED_TO.has(place)) return [];
    const isList = name === 'srcset';
    const isAsWritten = textAt(document, valueSpan) === value;
    const parts = isList ? readSrcset(value) : [{ url: value.trim(), index: 0 }];
    return parts.map(({ url, index }) => {
      const start = valueSpan.start.offset + index;
      const part = isAsWritten ? spanAt(document, start, start + url.length) : span;
      const urlSpan = isList ? part : valueSpan;
      const { section } = tag;
      return { target: resolveUrl(url, path), url, text: undefined, image, span, urlSpan, section };
    });
  });
}

function textAt(document: MarkdownDocument, { start, end }: Span): string {
  return document.text.slice(start.offset, end.offset);
}

/** Resolves an address written in the file `path`. Never touches the file system. */
export function resolveUrl(url: string, path: string): LinkTarget {
  if (url.startsWith('#'))
    return { kind: 'fragment', fragment: decode(url.slice(1)) ?? url.slice(1) };
  if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) return { kind: 'external', url };
  if (url.startsWith('/')) return { kind: 'site', url };
  const [beforeHash = '', ...fragments] = url.split('#');
  const [file = ''] = beforeHash.split('?');
  const decoded = decode(file);
  if (url === '' || decoded === undefined || decoded.includes('\0'))
    return { kind: 'invalid', url };
  const resolved = pathFrom(folderOf(path), decoded);
  if (resolved === undefined) return { kind: 'outside', url };
  const fragment = fragments.length > 0 ? fragments.join('#') : undefined;
  return {
    kind: 'file',
    path: resolved,
    fragment:
      fragment === undefined || fragment === '' ? undefined : (decode(fragment) ?? fragment),
  };
}

/**
 * The file of the repository that an address stands for where it is read with good will: one that starts with a slash
 * counts from the top of the repository, as on GitHub, and a stray percent sign is one.
 */
export function fileOfUrl(
  url: string,
  path: string,
): Extract<LinkTarget, { kind: 'file' }> | undefined {
  const repaired = url.replace(/%(?![0-9a-f]{2})/gi, '%25');
  const target = /^\/(?!\/)/.test(repaired)
    ? resolveUrl(repaired.slice(1), '')
    : resolveUrl(repaired, path);
  return target.kind === 'file' ? target : undefined;
}

function hexadecimal(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The relative address by which the file `from` links to the file `to`, as it is written in Markdown. */
export function relativePath(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && source[shared] === target[shared]) shared += 1;
  const path = [...source.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
  return path.replace(/[%#?\\\s()<>]/g, (sign) => `%${hexadecimal(sign)}`);
}

/**
 * Collects the records that running text names by number, in order.
 * @param words as for `findMentions`
 */
export function readMentions(document: MarkdownDocument, words?: readonly string[]): Mention[] {
  return nodesOf(document).runningText.flatMap(({ node, section }) => {
    const start = node.position?.start.offset ?? 0;
    const source = document.text.slice(start, node.position?.end.offset ?? start);
    return findMentions(source, words).map(({ index, ...named }) => ({
      ...named,
      span: spanAt(document, start + index, start + index + named.text.length),
      section,
    }));
  });
}
