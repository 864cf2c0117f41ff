import { placeInRepository, readOwnRepository } from '../io/own-repository.ts';
import { webAddressOf } from '../records/web-address.ts';

/**
 * The address of the web view of the repository whose top a root is, as its remotes tell; `undefined` where none does.
 * What lies below has other paths there, so that no address of a file would be right.
 */
export async function webAddressOfRoot(root: string): Promise<string | undefined> {
  return placeInRepository(root)?.folder === '' ? webAddressOfRepository(root) : undefined;
}

/** The address of the web view of the repository that holds a root, as its remotes tell; `undefined` where none does. */
export async function webAddressOfRepository(root: string): Promise<string | undefined> {
  const { remotes } = await readOwnRepository(root, { offline: true });
  return remotes.map(webAddressOf).find((address) => address !== undefined);
}
