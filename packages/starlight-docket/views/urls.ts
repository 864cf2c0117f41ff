import {
  addressOfPath,
  type DocketRecord,
  isSiteFolder,
  type ProvenanceRecord,
  type RecordKey,
  type RecordKind,
  ruleSlug,
} from 'docket/records';

/** First part of a record's address, by kind. */
export const KIND_FOLDER: Readonly<Record<RecordKind, string>> = {
  adr: 'adr',
  spec: 'specs',
  provenance: 'provenance',
};

/** The part of an address that tells the log; empty for the main one. Not encoded. */
export function logSlug(log: string): string {
  const part = addressOfPath(log).replaceAll('/', '-');
  // A folder that gave a log its name may be called as a page of the site.
  return isSiteFolder(part) ? `${part}-log` : part;
}

/** Where the records of a kind and a log stand below the base, without slashes round it: `adr`, `payments/adr`. */
export function kindSlug({ kind, log }: Pick<RecordKey, 'kind' | 'log'>): string {
  return log === '' ? KIND_FOLDER[kind] : `${logSlug(log)}/${KIND_FOLDER[kind]}`;
}

/**
 * Where a record's page stands below the base, without slashes round it: `adr/adr-018-secret-management`, with its log
 * before it where it is of another than the main one. Not encoded: this names files and routes.
 */
export function recordSlug(record: DocketRecord): string {
  return `${kindSlug(record.key)}/${record.address}`;
}

/** A path of any file as an address that needs no escape but for letters of other scripts. */
export function pathSlug(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .split('/')
    .map((part) => part.replaceAll(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^-+|-+$/g, '') || 'page')
    .join('/');
}

/** A path as it stands in an address: all but the slashes is encoded that could mean something there or in Markdown. */
export function encodePath(path: string): string {
  return encodeURIComponent(path).replaceAll('%2F', '/').replace(/[()]/g, hexadecimal);
}

function hexadecimal(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16)}`;
}

/** An address with a fragment, if one is given. */
export function withFragment(url: string, fragment: string | undefined): string {
  return fragment === undefined
    ? url
    : `${url}#${fragment.replace(/[%\s"<>()]/g, (sign) => encodePath(sign))}`;
}

/** Base path with a slash at each end. */
export function normaliseBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/**
 * The base of Docket's pages, with a slash at each end: every address of theirs is made from it.
 * @param siteBase base path of the site
 * @param prefix path of Docket's pages below it
 */
export function docketBase(siteBase: string, prefix: string): string {
  return normaliseBase(normaliseBase(siteBase) + prefix);
}

/**
 * An address on the site.
 * @param base as `normaliseBase` gives it
 * @param path below the base, such as `/log/`, with its fragment if any
 */
export function withBase(base: string, path: string): string {
  return base + path.replace(/^\/+/, '');
}

/**
 * The part of a page's address below the base, without a slash at its start and decoded, or as it is where it cannot be.
 * @param base as `normaliseBase` gives it
 */
export function belowBase(base: string, address: string): string {
  const inner = (address.startsWith(base) ? address.slice(base.length) : address).replace(
    /^\/+/,
    '',
  );
  try {
    return decodeURIComponent(inner);
  } catch {
    return inner;
  }
}

/** The address of a record's page, with its fragment if one is given. */
export function recordUrl(base: string, record: DocketRecord, fragment?: string): string {
  return withFragment(withBase(base, `${encodePath(recordSlug(record))}/`), fragment);
}

/** Where a record's text stands by itself, below the base: its page's address with an ending. Not encoded. */
export function textSlug(record: DocketRecord): string {
  // Any server knows plain text; few know what other formats are.
  return `${recordSlug(record)}.${record.document.format === 'markdown' ? 'md' : 'txt'}`;
}

/** The address of a record's text by itself. */
export function textUrl(base: string, record: DocketRecord): string {
  return withBase(base, encodePath(textSlug(record)));
}

/** The address of the page that shows how a record changed. */
export function historyUrl(base: string, record: DocketRecord): string {
  return withBase(base, `history/${encodePath(recordSlug(record))}/`);
}

/** The address of the attestation of what a provenance record tells of. */
export function statementUrl(base: string, record: ProvenanceRecord): string {
  return withBase(base, `${encodePath(recordSlug(record))}.intoto.json`);
}

/** The address of the page of a tag. */
export function tagUrl(base: string, tag: string): string {
  return withBase(base, `tags/${encodePath(tag)}/`);
}

/** The address of the page of a rule. */
export function ruleUrl(base: string, id: string): string {
  return withBase(base, `reference/rules/${ruleSlug(id)}/`);
}

/**
 * The address of a file in the repository's web view, at its default branch if no other is given; `undefined` where no
 * repository is configured. GitHub, GitLab, Gitea and Forgejo all resolve `blob/HEAD` or redirect it.
 */
export function sourceUrl(
  repository: string | undefined,
  path: string,
  ref = 'HEAD',
): string | undefined {
  return repository && `${repository}/blob/${encodePath(ref)}/${encodePath(path)}`;
}

/** The address of a commit in the repository's web view; `undefined` where no repository is configured. */
export function commitUrl(repository: string | undefined, commit: string): string | undefined {
  return repository && `${repository}/commit/${commit}`;
}

/**
 * The address of a file as it was at a commit; `undefined` where no repository is configured.
 * @param path from the top of the repository
 */
export function pinnedUrl(
  repository: string | undefined,
  { commit, path }: { readonly commit: string; readonly path: string },
): string | undefined {
  return repository && `${repository}/blob/${commit}/${encodePath(path)}`;
}
