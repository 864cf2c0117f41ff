import type { Definition, Nodes } from 'mdast';
import type { Span } from './finding.ts';
import { recordId } from './layout.ts';
import { type MarkdownDocument, plainText, spanAt, spanOf } from './markdown.ts';
import { type LinkNode, nodesOf } from './nodes.ts';

/** Where a link leads. Paths are relative to the root of the repository, with forward slashes. */
export type LinkTarget =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'site'; readonly url: string }
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string | undefined }
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'invalid'; readonly url: string };

/** A link or image of a record. */
export interface Link {
  readonly target: LinkTarget;
  /** The address as written. */
  readonly url: string;
  /** The text a reader sees. */
  readonly text: string;
  readonly image: boolean;
  /** The whole link. */
  readonly span: Span;
  /** The address alone, where it can be located; else the whole link. */
  readonly urlSpan: Span;
  /** Title of the top-level section it stands in, or `undefined` before the first one. */
  readonly section: string | undefined;
}

/** A record named by number in running text, outside links and code. */
export interface Mention {
  /** The id named, such as `ADR-017` or `SPEC-0001`. */
  readonly id: string;
  /** The words as written. */
  readonly text: string;
  readonly span: Span;
  /** Title of the top-level section it stands in, or `undefined` before the first one. */
  readonly section: string | undefined;
}

// Not inside a path or a longer name, such as `docs/adr/adr-018-secret-management.md`.
const MENTION = /(?<![\w./-])(?:(ADR)[- ](\d{3,})|(Spec)[- ](\d{4,}[a-z]?))(?![\w/]|-\w)/gi;

/**
 * Collects the links of a document, in order, with where each leads.
 * @param path the document's own path, from which relative links are resolved
 */
export function readLinks(document: MarkdownDocument, path: string): Link[] {
  const nodes = nodesOf(document);
  const definitions = new Map<string, Definition>();
  for (const definition of nodes.definitions) {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  }
  return nodes.links.flatMap(({ node, section }) => {
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
        urlSpan: urlSpan(document, source.node, source.url),
        section,
      },
    ];
  });
}

function linkSource(
  node: LinkNode['node'],
  definitions: ReadonlyMap<string, Definition>,
): { url: string; node: Nodes } | undefined {
  if (node.type === 'link' || node.type === 'image') return { url: node.url, node };
  const definition = definitions.get(node.identifier);
  return definition && { url: definition.url, node: definition };
}

function urlSpan(document: MarkdownDocument, node: Nodes, url: string): Span {
  const span = spanOf(document, node);
  const source = document.text.slice(span.start.offset, span.end.offset);
  const at = url === '' ? -1 : source.lastIndexOf(url);
  return at < 0
    ? span
    : spanAt(document, span.start.offset + at, span.start.offset + at + url.length);
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
  const resolved = joinPath(path, decoded);
  if (resolved === undefined) return { kind: 'outside', url };
  const fragment = fragments.length > 0 ? fragments.join('#') : undefined;
  return {
    kind: 'file',
    path: resolved,
    fragment:
      fragment === undefined || fragment === '' ? undefined : (decode(fragment) ?? fragment),
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function joinPath(from: string, relative: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The relative address by which the file `from` links to the file `to`. */
export function relativePath(from: string, to: string): string {
  const source = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < source.length && source[shared] === target[shared]) shared += 1;
  return [...source.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

/** Finds the records that a plain text names by number, in order; `index` counts UTF-16 units from its start. */
export function findMentions(text: string): { id: string; text: string; index: number }[] {
  // Most texts hold no number at all, and the pattern is dear.
  if (!/\d{3}/.test(text)) return [];
  return [...text.matchAll(MENTION)].map((match) => ({
    id: match[2] ? recordId('adr', match[2]) : recordId('spec', (match[4] ?? '').toLowerCase()),
    text: match[0],
    index: match.index,
  }));
}

/** Collects the records that running text names by number, in order. */
export function readMentions(document: MarkdownDocument): Mention[] {
  return nodesOf(document).runningText.flatMap(({ node, section }) => {
    const start = node.position?.start.offset ?? 0;
    const source = document.text.slice(start, node.position?.end.offset ?? start);
    return findMentions(source).map(({ id, text, index }) => ({
      id,
      text,
      span: spanAt(document, start + index, start + index + text.length),
      section,
    }));
  });
}

/** Collects the fragments that HTML in a document offers: ids and names of elements, in order. */
export function readAnchors(document: MarkdownDocument): string[] {
  return nodesOf(document).html.flatMap((node) =>
    [...node.value.matchAll(/\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)].map(
      (match) => match[1] ?? '',
    ),
  );
}
