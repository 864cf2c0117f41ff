import { realpathSync } from 'node:fs';
import type { OwnRepository } from '../records/authoring/own-address.ts';
import { type AskOptions, askGit } from './ask-git.ts';
import { decodeText } from './git-log.ts';
import { pathBelow } from './path-below.ts';
import { workTreeOf } from './state-folder.ts';

/**
 * The remotes and branches of the repository that holds a root; none outside a repository.
 * @throws {GitSilence} where there is a repository and Git cannot answer, unless `offline`
 */
export async function readOwnRepository(
  root: string,
  { offline }: Pick<AskOptions, 'offline'> = {},
): Promise<OwnRepository> {
  const [urls, refs] = await Promise.all([
    askGit(root, ['config', '-z', '--get-regexp', String.raw`^remote\..*\.(push)?url$`], {
      statuses: [0, 1],
      offline,
    }),
    askGit(root, ['for-each-ref', '--format=%(refname)', 'refs/heads', 'refs/remotes'], {
      offline,
    }),
  ]);
  const text = (output: Buffer | undefined) => decodeText(output ?? Buffer.alloc(0));
  return {
    remotes: text(urls)
      .split('\0')
      .flatMap((entry) => entry.split('\n')[1] ?? []),
    branches: text(refs)
      .split('\n')
      .flatMap((ref) => /^refs\/(?:heads|remotes\/[^/]+)\/(.+)$/.exec(ref)?.[1] ?? []),
  };
}

/**
 * The top of the repository that holds a root, absolute, and the folder of the root from there, empty where it is that;
 * `undefined` outside a repository. Asks no program.
 */
export function placeInRepository(
  root: string,
): { readonly top: string; readonly folder: string } | undefined {
  const real = realpathSync(root);
  const top = workTreeOf(real)?.folder;
  return top === undefined ? undefined : { top, folder: pathBelow(top, real) ?? '' };
}
