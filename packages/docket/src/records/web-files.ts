import type { Layout } from './layout.ts';
import { perObject } from './memo.ts';
import { mounted } from './mount.ts';

/** A repository that is known by the address of its web view. */
export interface WebRepository {
  /** Without a slash at its end. */
  readonly address: string;
  /** What its paths begin with here; absent for one's own. */
  readonly mount?: string;
}

/** The repositories of a layout whose web views are known. */
export const repositoriesOf = perObject(({ adr }: Layout): readonly WebRepository[] => {
  const others = (adr.places ?? []).flatMap(({ home }): WebRepository[] =>
    home?.repository === undefined ? [] : [{ address: home.repository, mount: home.mount }],
  );
  const own = adr.repository === undefined ? [] : [{ address: adr.repository }];
  // Several logs may be of one repository.
  return [...new Map([...own, ...others].map((one) => [one.address.toLowerCase(), one])).values()];
});

/**
 * The path of the file that an address in the web view of a known repository shows, as the usual code hosts form it;
 * `undefined` for any other address. The branch is one of a single part.
 */
export function fileOnWeb(repositories: readonly WebRepository[], url: string): string | undefined {
  const plain = url.replace(/[?#].*$/, '');
  for (const { address, mount } of repositories) {
    if (!plain.toLowerCase().startsWith(`${address.toLowerCase()}/`)) continue;
    const [, path] = VIEW.exec(plain.slice(address.length)) ?? [];
    if (path === undefined) continue;
    const decoded = decode(path);
    return mount === undefined ? decoded : mounted({ mount }, decoded);
  }
  return undefined;
}

const VIEW =
  /^\/(?:-\/)?(?:(?:blob|tree|raw|edit|blame)\/[^/]+|src\/(?:branch\/|commit\/|tag\/)?[^/]+)\/(.+?)\/*$/;

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
