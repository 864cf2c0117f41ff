import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMarkdown, readFrontmatter } from 'docket/records';
import { KNOWN_PATHS, type NavigationGroup } from '../views/navigation.ts';

const CONTENT = '**/[^_]*.{md,mdx}';

/** A hand-written page, as its file tells of it. */
export interface ListedPage {
  /** Below the folder of the pages. */
  readonly file: string;
  readonly label: string;
  /** Below the base, with slashes at both ends. */
  readonly path: string;
  readonly order: number | undefined;
}

/**
 * The hand-written pages of a site, in a group for each folder, as Starlight would list them: by the order that their
 * frontmatter gives, then by name. Left out are the home, drafts, what asks not to be listed, and what is listed anyway.
 * @param srcDir absolute path of the site's sources
 */
export function ownPages(srcDir: string): NavigationGroup[] {
  const folder = path.join(srcDir, 'content/docs');
  const pages = globSync(CONTENT, { cwd: folder }).flatMap((file) =>
    pageOf(file.replaceAll('\\', '/'), readFileSync(path.join(folder, file), 'utf8')),
  );
  return groupPages(pages);
}

/** Pages in a group for each folder, by their order, then by name. */
export function groupPages(pages: readonly ListedPage[]): NavigationGroup[] {
  const last = Number.POSITIVE_INFINITY;
  const sorted = [...pages].sort((a, b) => {
    const [one, other] = [a.order ?? last, b.order ?? last];
    return one === other ? (a.label < b.label ? -1 : 1) : one - other;
  });
  return [...Map.groupBy(sorted, ({ file }) => groupOf(file))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, all]) => ({
      label,
      links: all.map(({ label: name, path: address }) => ({ label: name, path: address })),
    }));
}

function pageOf(file: string, text: string): ListedPage[] {
  const { data } = readFrontmatter(parseMarkdown(text));
  const { title, draft, slug } = data;
  const { hidden, label, order } = (data['sidebar'] ?? {}) as Readonly<Record<string, unknown>>;
  const own = typeof slug === 'string' ? slug : file.replace(/\.\w+$/, '').toLowerCase();
  const below = own.replace(/(?:^|\/)index$/, '');
  const address = `/${below}/`;
  const name = [label, title].find((one) => typeof one === 'string') as string | undefined;
  const isListed = below !== '' && below !== '404' && !KNOWN_PATHS.has(address);
  if (!isListed || name === undefined || draft === true || hidden === true) return [];
  const place = typeof order === 'number' ? order : undefined;
  return [{ file, label: name, path: address, order: place }];
}

function groupOf(file: string): string {
  const [first = ''] = file.includes('/') ? file.toLowerCase().split('/') : ['pages'];
  const words = first.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Groups of two kinds of pages as one list: those of one name become one. */
export function joinGroups(
  one: readonly NavigationGroup[],
  other: readonly NavigationGroup[],
): NavigationGroup[] {
  return [...Map.groupBy([...one, ...other], ({ label }) => label)].map(([label, groups]) => ({
    label,
    links: groups.flatMap(({ links }) => links),
  }));
}
