import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { retried } from '../support/retry.ts';
import { authenticated, GitFailure, type GitPlace, git, isConnectionLost } from './git.ts';
import { withWorkFolder } from './work-folder.ts';

/** The folder of the branch that holds a folder for each pull request; publishing the site itself keeps it. */
export const previewFolder = 'previews';

/** A branch that a static host serves, such as `gh-pages` of a repository on GitHub. */
export interface Branch {
  /** Address or path of the repository. */
  readonly remote: string;
  readonly name: string;
  /** For a repository behind HTTPS that asks who pushes. */
  readonly token?: string | undefined;
}

/** What to do with a place on the branch: `at` is a path such as `previews/pr-42`, or empty for the site itself. */
export type Change =
  | { readonly kind: 'put'; readonly folder: string; readonly at: string }
  | { readonly kind: 'remove'; readonly at: string };

const attempts = 12;
// What other hosts read, and copies that this kind of host makes itself.
const leftOut = ['**/*.br', '**/*.gz', '_headers', 'staticwebapp.config.json'];

/**
 * Changes one place of the branch and leaves all others as they are. The branch keeps no history: each publication is
 * one commit without a parent, pushed only if the branch still is what it was built upon. Where another publication
 * came first, the change is made anew on top of it, so that none is lost; where the connection is lost, it is tried again.
 *
 * @returns whether there was anything to change
 * @throws Error when the path or the folder is unfit, or the branch cannot be pushed to.
 */
export async function publish(branch: Branch, change: Change): Promise<boolean> {
  checkPath(change.at);
  return await withWorkFolder(async (work) => {
    const place: GitPlace = { repository: join(work, 'git'), env: environmentFor(branch) };
    git({ repository: work }, ['init', '--quiet', '--bare', '--template=', place.repository]);
    // They outweigh those of the folder, which may ask for programs of this machine.
    mkdirSync(`${place.repository}/info`, { recursive: true });
    writeFileSync(
      `${place.repository}/info/attributes`,
      '* -text -eol -ident -filter -working-tree-encoding\n',
    );
    const tree = change.kind === 'put' ? treeOf(place, change.folder) : undefined;
    // A push whose answer was lost may have been carried out; then nothing is left to change.
    let mayBeDone = false;
    const once = async (): Promise<boolean> => {
      for (let attempt = 1; ; attempt += 1) {
        const old = fetchTip(place, branch);
        const next = changedTree(place, { old, at: change.at, tree });
        if (next === undefined) return mayBeDone;
        mayBeDone = true;
        if (push(place, branch, old, next, message(change))) return true;
        mayBeDone = false;
        if (attempt === attempts) {
          throw new Error(
            `${attempts} other publications to \`${branch.name}\` came first each time; try again later`,
          );
        }
        await wait(Math.random() * 200 * attempt);
      }
    };
    return retried(once, isConnectionLost);
  });
}

function environmentFor({ remote, token }: Branch): Readonly<Record<string, string>> {
  if (token === undefined || !remote.startsWith('https://')) return {};
  return authenticated({ origin: new URL(remote).origin, token });
}

function checkPath(at: string): void {
  const parts = at === '' ? [] : at.split('/');
  if (parts.every((part) => /^[A-Za-z0-9_][\w.-]*$/.test(part))) return;
  throw new Error(
    `Invalid path \`${at}\`: use names of letters, digits, \`-\`, \`_\` and \`.\`, separated by \`/\``,
  );
}

/** Stores a folder as a tree and gives its id. */
function treeOf(place: GitPlace, folder: string): string {
  const workTree = resolve(folder);
  if (!statSync(`${workTree}/index.html`, { throwIfNoEntry: false })?.isFile()) {
    throw new Error(`No built site in \`${folder}\`: it has no \`index.html\``);
  }
  const from = { ...place, workTree, index: `${place.repository}/folder.index` };
  // Ignored and hidden files are meant: what was built is published.
  git(from, [
    'add',
    '--all',
    '--force',
    '--',
    '.',
    ...leftOut.map((one) => `:(exclude,glob)${one}`),
  ]);
  const odd = git(from, ['ls-files', '--stage', '-z'])
    .split('\0')
    .find((line) => line !== '' && !line.startsWith('1006'));
  if (odd !== undefined) {
    throw new Error(
      `\`${odd.split('\t')[1]}\` is not a regular file: a link or a repository could show what is not part of the site`,
    );
  }
  return git(from, ['write-tree']);
}

/** The commit the branch stands at; `undefined` where there is no such branch yet. */
function fetchTip(place: GitPlace, { remote, name }: Branch): string | undefined {
  const listed = git(place, ['ls-remote', '--quiet', remote, `refs/heads/${name}`]);
  if (listed === '') return undefined;
  git(place, ['fetch', '--quiet', '--depth=1', '--no-tags', remote, `refs/heads/${name}`]);
  return git(place, ['rev-parse', 'FETCH_HEAD']);
}

interface Placement {
  readonly old: string | undefined;
  readonly at: string;
  readonly tree: string | undefined;
}

/** The tree of the branch after the change; `undefined` where nothing changes. */
function changedTree(place: GitPlace, { old, at, tree }: Placement): string | undefined {
  // Git changes an index only beside a working tree; the place is enough for one, no file is read from it.
  const into = {
    ...place,
    workTree: place.repository,
    index: `${place.repository}/branch.index`,
  };
  if (old === undefined) {
    if (tree === undefined) return undefined;
    git(into, ['read-tree', '--empty']);
  } else {
    git(into, ['read-tree', old]);
  }
  const present = git(into, ['ls-files', '-z']).split('\0').filter(Boolean);
  const kept = at === '' ? [`${previewFolder}/`, 'CNAME', '.nojekyll'] : [];
  const replaced = present.filter(
    (file) =>
      (at === '' || file.startsWith(`${at}/`)) &&
      !kept.some((one) => (one.endsWith('/') ? file.startsWith(one) : file === one)),
  );
  git(
    into,
    ['update-index', '-z', '--force-remove', '--stdin'],
    replaced.map((file) => `${file}\0`).join(''),
  );
  if (tree !== undefined) {
    if (at === '') addFiles(into, tree, kept);
    else git(into, ['read-tree', `--prefix=${at}/`, tree]);
  }
  // Without it, GitHub Pages would drop every folder that starts with `_`.
  const empty = git(into, ['hash-object', '-w', '--stdin']);
  git(into, ['update-index', '--add', '--cacheinfo', `100644,${empty},.nojekyll`]);
  const next = git(into, ['write-tree']);
  return old !== undefined && git(into, ['rev-parse', `${old}^{tree}`]) === next ? undefined : next;
}

/** Adds the files of a tree to the index, but for those that publishing the site must not touch. */
function addFiles(into: GitPlace, tree: string, kept: readonly string[]): void {
  const entries = git(into, ['ls-tree', '-r', '-z', tree])
    .split('\0')
    .filter((entry) => {
      const file = entry.split('\t')[1] ?? '';
      return entry !== '' && !kept.some((one) => one.endsWith('/') && file.startsWith(one));
    });
  git(into, ['update-index', '-z', '--index-info'], entries.map((entry) => `${entry}\0`).join(''));
}

/** Whether the branch could be moved from `old` to the tree. */
function push(
  place: GitPlace,
  { remote, name }: Branch,
  old: string | undefined,
  tree: string,
  text: string,
): boolean {
  const commit = git(place, ['commit-tree', tree, '-m', text]);
  const ref = `refs/heads/${name}`;
  try {
    git(place, [
      'push',
      '--quiet',
      `--force-with-lease=${ref}:${old ?? ''}`,
      remote,
      `${commit}:${ref}`,
    ]);
    return true;
  } catch (error) {
    if (error instanceof GitFailure && LOST_RACE.test(error.output)) return false;
    throw error;
  }
}

const LOST_RACE =
  /\[(?:remote )?rejected\].*(?:stale info|fetch first|cannot lock ref|failed to update ref|reference already exists|incorrect old value)/;

function message(change: Change): string {
  const what = change.at === '' ? 'the site' : change.at;
  return change.kind === 'put' ? `Publish ${what}` : `Remove ${what}`;
}
