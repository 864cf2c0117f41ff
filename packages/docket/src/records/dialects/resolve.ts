import { homeOfPath, LAYOUT, type Layout } from '../layout.ts';
import { readLogs } from '../logs.ts';
import { folderOf } from '../paths.ts';
import { fileOnWeb, repositoriesOf } from '../web-files.ts';
import { comparableNumber, readName } from './file-name.ts';
import type { RecordReference } from './references.ts';

/** A record that references may lead to. */
export interface ReferenceTarget {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  /** As written. */
  readonly number: string | undefined;
  /** Its log; absent where there is one. */
  readonly key?: { readonly log: string };
}

/** Finds the record that a reference in the record at a path means; `undefined` for none, and for several. */
export type Resolver = (reference: RecordReference, from: string) => string | undefined;

/**
 * Makes the resolver of a repository. A link that leads to a record means it; an address that leads nowhere in the
 * repository, such as that of a page of a site, means the record of the same name, else of the number it gives. A number is one of the log
 * that it stands in; another repository is meant only by its address on the web.
 * @param layout tells of other repositories, where there are some
 */
export function makeResolver(records: readonly ReferenceTarget[], layout?: Layout): Resolver {
  const group = (keyOf: (record: ReferenceTarget) => string) =>
    once(() => Map.groupBy(records, (record) => keyOf(record).toLowerCase()));
  const paths = once(() => new Map(records.map(({ path }) => [path.toLowerCase(), path])));
  const logs = once(() => new Map(records.map(({ path, key }) => [path, key?.log])));
  const inLog = (number: string, log = '') => `${log}\0${comparableNumber(number)}`;
  const byNumber = once(() =>
    Map.groupBy(
      records.filter((record) => record.number !== undefined),
      ({ number = '', key }) => inLog(number, key?.log),
    ),
  );
  const byName = group(({ path }) => readName(path).name);
  const bySlug = group(({ path }) => readName(path).slug);

  const repositories = layout ? repositoriesOf(layout) : [];
  const mountOf = (path: string) => (layout && homeOfPath(layout, path)?.home.mount) ?? '';
  const nearest = (
    found: readonly ReferenceTarget[] = [],
    from: string,
    isAnywhere = false,
  ): string | undefined => {
    const mount = mountOf(from);
    const others = found.filter(
      ({ path }) => path !== from && (isAnywhere || mountOf(path) === mount),
    );
    if (others.length < 2) return others[0]?.path;
    const beside = others.filter(({ path }) => folderOf(path) === folderOf(from));
    return beside.length === 1 ? beside[0]?.path : undefined;
  };
  const atUrl = (url: string, from: string): string | undefined => {
    const plain = decode(url.replace(/[?#].*$/, ''));
    const absolute = /^https?:\/\//i.test(plain);
    const web = absolute ? fileOnWeb(repositories, plain) : undefined;
    const mount = mountOf(from);
    const prefix = mount === '' ? '' : `${mount}/`;
    const own = from.slice(prefix.length);
    const inOwn = absolute
      ? (/\/(?:blob|tree|raw|edit|blame)\/[^/]+\/(.+)$/.exec(plain)?.slice(1, 2) ?? [])
      : [resolve(plain, folderOf(own)), plain.replace(/^\/+/, '')];
    const tried = web ? [web] : inOwn.map((path) => `${prefix}${path}`);
    for (const path of tried) {
      const bare = path.replace(/\/+$/, '').replace(/\.html?$/i, '');
      for (const end of [
        '',
        '.md',
        '.mdx',
        '.markdown',
        '.adoc',
        '.rst',
        '/README.md',
        '/index.md',
      ]) {
        const found = paths().get(`${bare}${end}`.toLowerCase());
        if (found) return found;
      }
    }
    if (web !== undefined) return undefined;
    const name = plain.replace(/\/+$/, '').split('/').at(-1) ?? '';
    const bare = name.replace(/\.(?:html?|md|mdx|adoc|rst)$/i, '');
    if (bare === '' || (absolute && !/\.(?:html?|md|mdx|adoc|rst)$/i.test(name))) return undefined;
    const { slug } = readName(bare);
    // A file of that folder in some repository, most likely this one, that had another number.
    const isBeside = !absolute || inOwn.some((path) => folderOf(path) === folderOf(own));
    return (
      nearest(byName().get(bare.toLowerCase()), from) ??
      (slug === '' || !isBeside ? undefined : nearest(bySlug().get(slug.toLowerCase()), from))
    );
  };

  const { nameOf } = readLogs(
    records.map(({ key = { log: '' } }) => ({ key })),
    layout ?? LAYOUT,
  );
  return ({ url, number, text, log: written }, from) => {
    const log = written === undefined ? logs().get(from) : nameOf(written, from);
    if (written !== undefined && log === undefined) return undefined;
    const linked = url === undefined ? undefined : atUrl(url, from);
    if (linked !== undefined) return linked === from ? undefined : linked;
    if (number !== undefined)
      return nearest(byNumber().get(inLog(number, log)), from, written !== undefined);
    return url === undefined ? nearest(byName().get(text.toLowerCase()), from) : undefined;
  };
}

/** A function that works when it is first called, and then remembers: most logs have references of one form. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** A relative address as a path from the root; what climbs out of it is left out. */
function resolve(url: string, folder: string): string {
  const parts = url.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of url.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
