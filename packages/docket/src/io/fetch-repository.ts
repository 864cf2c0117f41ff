import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HelpfulError } from '../records/helpful-error.ts';
import { withoutSecrets } from '../records/remote.ts';
import { withCacheLock } from './cache-lock.ts';
import { digestText } from './digest.ts';
import { tokensOf } from './git.ts';
import { decodeText } from './git-log.ts';
import { missingOf } from './git-objects.ts';
import { firstLine, GitError, runGit } from './git-process.ts';

/** A branch of a repository that another machine holds. */
export interface RemoteBranch {
  /** As `readRemote` accepts it. */
  readonly address: string;
  /** The one that the repository shows first, where not given. */
  readonly branch: string | undefined;
}

/** A branch as it was fetched: a repository with all its commits, and with those files that were asked for. */
export interface FetchedBranch {
  /** Absolute path of its folder, which only Docket writes to. */
  readonly root: string;
  readonly branch: string;
  readonly commit: string;
  /** Whether anything of it had to be fetched. */
  readonly isNew: boolean;
  /** Why it could not be asked for what is new, where it is shown as it was fetched before. */
  readonly stale: string | undefined;
  /** All paths of the commit. */
  readonly paths: readonly string[];
  /** Fetches files and puts them, beside those asked for before, where their paths say. */
  checkOut(paths: Iterable<string>): Promise<void>;
  /** Fetches blobs by their ids, those that are missing in one go. It only adds, so it may be asked for at any time. */
  bring(ids: Iterable<string>): Promise<void>;
}

/** A repository could not be fetched. */
export class FetchError extends HelpfulError {
  override readonly name = 'FetchError';
}

/**
 * Brings one branch of a repository into a cache: every commit and tree, and no file that nobody asks for. Where the
 * branch is as it was, nothing is fetched; where the other side cannot be reached and it was fetched before, that is
 * what is shown. Who asks is Git's own business: its helpers and SSH are used as they are set up, and nothing is asked
 * on the terminal.
 * @param cache absolute path of a folder
 * @param use what is done while nobody else changes its folder; afterwards, files may be those of another commit
 * @throws {FetchError} where it cannot be had, with no address that tells a name or a password
 * @throws {ApplyError} as `withCacheLock` does
 */
export async function withFetchedBranch<T>(
  remote: RemoteBranch,
  cache: string,
  use: (branch: FetchedBranch) => Promise<T>,
): Promise<T> {
  const key = JSON.stringify([remote.address, remote.branch ?? null]);
  const root = path.join(cache, 'logs', digestText(key).slice(0, 24));
  return withCacheLock(root, async () => use(await fetchBranch(remote, root)));
}

async function fetchBranch(remote: RemoteBranch, root: string): Promise<FetchedBranch> {
  mkdirSync(root, { recursive: true });
  removeGitLocks(path.join(root, '.git'));
  try {
    const known = existsSync(path.join(root, '.git/HEAD')) ? await fetched(root) : undefined;
    if (!known) await prepare(root, remote.address);
    const asked = await askFor(root, remote).catch((error: unknown) => {
      if (known) return error;
      throw error;
    });
    const stale = asked instanceof Error ? asked.message : undefined;
    const tip = isTip(asked) ? asked : known;
    if (!tip) throw new GitError(['ls-remote'], 0, `there is no branch ${remote.branch ?? ''}`);
    const isNew = tip.commit !== known?.commit || tip.branch !== known.branch;
    if (isNew) await fetchTip(root, tip);
    return await openFetched(root, tip, { isNew, stale });
  } catch (error) {
    if (error instanceof GitError) throw explain(remote, error);
    throw error;
  }
}

/** What a Git that was killed has left would keep out each one after it. Only for who has the folder to itself. */
function removeGitLocks(folder: string): void {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    // Objects are put down without locks, and are many.
    if (entry.isDirectory() && entry.name !== 'objects') removeGitLocks(at);
    else if (entry.name.endsWith('.lock')) rmSync(at, { force: true });
  }
}

interface Tip {
  readonly branch: string;
  readonly commit: string;
}

function isTip(asked: unknown): asked is Tip {
  return typeof asked === 'object' && asked !== null && !(asked instanceof Error);
}

async function prepare(root: string, address: string): Promise<void> {
  await runGit(root, ['init', '--quiet', '--template=', '--initial-branch=docket', '.']);
  const settings = {
    'remote.origin.url': address,
    'remote.origin.promisor': 'true',
    'remote.origin.partialclonefilter': 'blob:none',
    'core.sparseCheckout': 'true',
    'core.sparseCheckoutCone': 'false',
    // Lines end as they were committed, and a link in the tree stays a text: it could lead anywhere on this machine.
    'core.autocrlf': 'false',
    'core.symlinks': 'false',
    'gc.auto': '0',
  };
  for (const [key, value] of Object.entries(settings)) await runGit(root, ['config', key, value]);
}

/** The tip that was fetched last. */
async function fetched(root: string): Promise<Tip | undefined> {
  const listed = await text(root, [
    'for-each-ref',
    '--format=%(objectname) %(refname:lstrip=3)',
    'refs/remotes/origin',
  ]);
  const [commit, branch] = (listed.split('\n')[0] ?? '').split(' ');
  return commit && branch ? { commit, branch } : undefined;
}

/** What the other side has now. */
async function askFor(root: string, { branch }: RemoteBranch): Promise<Tip | undefined> {
  const wanted = branch === undefined ? 'HEAD' : `refs/heads/${branch}`;
  const listed = await text(root, ['ls-remote', '--symref', 'origin', wanted], true);
  const shown = branch ?? /^ref: refs\/heads\/(.+)\tHEAD$/m.exec(listed)?.[1];
  const commit = /^([0-9a-f]{40,64})\t/m.exec(listed)?.[1];
  return shown !== undefined && commit !== undefined ? { branch: shown, commit } : undefined;
}

async function fetchTip(root: string, { branch }: Tip): Promise<void> {
  const ref = `refs/remotes/origin/${branch}`;
  // A branch that was followed before is let go.
  const listed = await text(root, ['for-each-ref', '--format=%(refname)', 'refs/remotes/origin']);
  const others = listed.split('\n').filter((name) => name !== '' && name !== ref);
  if (others.length > 0) {
    const input = others.map((name) => `delete ${name}\n`).join('');
    await runGit(root, ['update-ref', '--stdin'], { input });
  }
  const args = ['--filter=blob:none', '--no-tags', '--no-recurse-submodules', '--quiet', 'origin'];
  await runGit(root, ['fetch', ...args, `+refs/heads/${branch}:${ref}`], { online: true });
}

async function openFetched(
  root: string,
  tip: Tip,
  { isNew, stale }: Pick<FetchedBranch, 'isNew' | 'stale'>,
): Promise<FetchedBranch> {
  // What is fetched may have moved on since it was asked.
  const commit = await text(root, ['rev-parse', `refs/remotes/origin/${tip.branch}`]);
  const { output } = await runGit(root, ['ls-tree', '-r', '-z', commit]);
  const blobs = new Map<string, string>();
  for (const entry of tokensOf(output)) {
    const [, mode, id = '', file = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(entry) ?? [];
    // Neither links nor repositories in this one.
    if (mode?.startsWith('100')) blobs.set(file, id);
  }
  const before = filesAt(root);
  const wanted = new Set(before.files.filter((file) => blobs.has(file)));
  let isOut = before.commit === commit;
  const bring = async (ids: Iterable<string>): Promise<void> => {
    const missing = await missingOf(root, ids);
    if (missing.length === 0) return;
    const args = ['--filter=blob:none', '--no-tags', '--no-write-fetch-head', '--quiet'];
    await runGit(root, ['fetch', ...args, '--stdin', 'origin'], {
      input: `${missing.join('\n')}\n`,
      online: true,
      // Else the other side takes what belongs to known commits for known.
      settings: ['fetch.negotiationAlgorithm=noop'],
    });
  };
  return {
    ...{ root, commit, isNew, stale, bring },
    branch: tip.branch,
    paths: [...blobs.keys()],
    async checkOut(paths) {
      const more = [...paths].filter((file) => blobs.has(file) && !wanted.has(file));
      if (isOut && more.length === 0) return;
      for (const file of more) wanted.add(file);
      await bring([...wanted].map((file) => blobs.get(file) ?? ''));
      rmSync(path.join(root, FILES), { force: true });
      mkdirSync(path.join(root, '.git/info'), { recursive: true });
      const lines = [...wanted].flatMap(patternOf);
      writeFileSync(path.join(root, '.git/info/sparse-checkout'), lines.join(''));
      await runGit(root, ['checkout', '--quiet', '--force', '--detach', commit]);
      isOut = true;
      writeFileSync(path.join(root, FILES), JSON.stringify({ commit, files: [...wanted] }));
    },
  };
}

/** Where it is kept which files of which commit stand in a folder. */
const FILES = '.git/docket-files.json';

/** What was put into a folder last; nothing where that is not known. */
function filesAt(root: string): { readonly commit?: string; readonly files: readonly string[] } {
  try {
    return JSON.parse(readFileSync(path.join(root, FILES), 'utf8'));
  } catch {
    return { files: [] };
  }
}

/** The line of a sparse checkout that means one path alone; none for a path that no line can hold. */
function patternOf(file: string): string[] {
  if (/[\n\r]/.test(file)) return [];
  return [`/${file.replace(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ')}\n`];
}

async function text(root: string, args: readonly string[], online = false): Promise<string> {
  return decodeText((await runGit(root, args, { online })).output).replace(/\n$/, '');
}

function explain({ address, branch }: RemoteBranch, error: GitError): FetchError {
  const said = withoutSecrets(firstLine(error.stderr)).replace(/[.:]$/, '');
  const what = branch === undefined ? '' : `Branch \`${branch}\` of `;
  return new FetchError(
    `${what}${withoutSecrets(address)} cannot be fetched: ${said}`,
    error.status === undefined
      ? 'install Git 2.31 or later and put it on the PATH'
      : 'see whether `git ls-remote` with this address works here: its credentials and keys are used',
  );
}
