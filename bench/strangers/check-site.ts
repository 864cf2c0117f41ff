import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Page, readPage } from './page.ts';
import { decoded, imagesThere } from './source-images.ts';

/** A record as the site's own list of records has it. */
export interface ListedRecord {
  readonly path: string;
  readonly url: string;
}

/** What is known of a site that was built. */
export interface BuiltSite {
  readonly records: readonly ListedRecord[];
  /** Paths with slashes. */
  readonly files: readonly string[];
  /** Fragments that lead nowhere in the repository either. */
  readonly broken: readonly string[];
}

/** What a site does not keep of what its repository shows; a line for each. */
export interface SiteFaults {
  /** Records with the address of another, and those whose address does not answer. */
  readonly addresses: readonly string[];
  /** Links to what the site has not, or to a place that its page has not. */
  readonly links: readonly string[];
  /** Images of the repository that a record's page does not show. */
  readonly images: readonly string[];
}

/**
 * Asks a served site for all its pages, and for all that they refer to on it.
 * @param origin where the site is served, without a slash at its end
 * @param root of the checkout, absolute
 */
export async function checkSite(
  origin: string,
  root: string,
  { records, files, broken }: BuiltSite,
): Promise<SiteFaults> {
  const pages = new Map<string, Page>();
  const answers = new Map<string, Promise<boolean>>();
  const answersAt = (address: string): Promise<boolean> => {
    const known = answers.get(address) ?? fetch(origin + address).then(({ ok }) => ok);
    answers.set(address, known);
    return known;
  };
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const address = `/${file.split('/').map(encodeURIComponent).join('/')}`.replace(
      /index\.html$/,
      '',
    );
    const response = await fetch(origin + address);
    if (response.ok) pages.set(decoded(address), readPage(await response.text()));
  }

  const links: string[] = [];
  for (const [at, { addresses }] of pages) {
    for (const written of new Set(addresses)) {
      const url = URL.parse(written, origin + encodeURI(at));
      if (url?.origin !== origin) continue;
      const target = pages.get(decoded(url.pathname));
      if (!target && !(await answersAt(url.pathname))) links.push(`${at}: ${written}`);
      const anchor = decoded(url.hash.slice(1));
      const isThere = anchor === '' || anchor === '_top' || target?.anchors.has(anchor);
      // A page of all records puts the name of each before its fragments.
      if (target && !isThere && !broken.some((fragment) => anchor.endsWith(fragment))) {
        links.push(`${at}: ${written}`);
      }
    }
  }

  const byUrl = Map.groupBy(records, ({ url }) => url);
  const addresses = [...byUrl].flatMap(([url, those]) => [
    ...those.slice(1).map((record) => `${record.path}: shares ${url}`),
    ...(pages.has(decoded(url)) ? [] : [`${those[0]?.path}: ${url} does not answer`]),
  ]);
  const images: string[] = [];
  for (const record of records) {
    const page = pages.get(decoded(record.url));
    if (!page) continue;
    const shown = new Set(
      page.images.map((url) => path.posix.basename(decoded(url.replace(/[?#].*$/, '')))),
    );
    for (const image of imagesThere(path.join(root, record.path))) {
      if (!shown.has(image)) images.push(`${record.path}: ${image}`);
    }
    for (const hint of page.withoutAddress) {
      const file = /^(.+), a file of the repository$/.exec(hint)?.[1];
      if (file !== undefined && existsSync(path.join(root, file)))
        links.push(`${record.path}: ${file}`);
    }
  }
  return { addresses, links, images };
}
