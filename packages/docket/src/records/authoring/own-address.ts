/** What tells addresses of a repository from those of others. */
export interface OwnRepository {
  /** Addresses of its remotes, as Git has them. */
  readonly remotes: readonly string[];
  /** Names of its branches, such as `main` or `feature/a`. */
  readonly branches: readonly string[];
}

/** Whether an address leads into this repository, at any time. */
export function isOwn(url: string, { remotes }: OwnRepository): boolean {
  return baseOf(url, remotes) !== undefined;
}

/**
 * Whether an address on the web shows a file of this repository on a branch, where it follows what happens to the
 * file. One that names a commit or a tag, or that leads anywhere else, stays as it is for good.
 */
export function followsBranch(url: string, { remotes, branches }: OwnRepository): boolean {
  const base = baseOf(url, remotes);
  if (base === undefined) return false;
  // As in `blob/main/…`, `-/blob/main/…` and `src/branch/main/…`.
  const rest = /^\/(?:-\/)?\w+\/(?:branch\/|refs\/heads\/)?(.*)$/.exec(
    placeOf(url).slice(base.length),
  )?.[1];
  return ['HEAD', ...branches].some((branch) => rest?.startsWith(`${branch}/`));
}

function baseOf(url: string, remotes: readonly string[]): string | undefined {
  const place = placeOf(url);
  return remotes.map(placeOf).find((remote) => remote && `${place}/`.startsWith(`${remote}/`));
}

/** Host and path of an address, without who asks, the port and `.git`. */
function placeOf(address: string): string {
  const [, host = '', path = ''] =
    /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/@]*@)?([^/:]+)(?::\d+)?\/+(.*)$/i.exec(address) ??
    /^(?:[^/@]*@)?([^/:]+):(?!\/\/)(.*)$/.exec(address) ??
    [];
  return host === '' ? '' : `${host.toLowerCase()}/${path.replace(/(?:\.git)?\/*$/, '')}`;
}
