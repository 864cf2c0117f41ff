import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseMarkdown, readFrontmatter } from 'docket/records';
import { KNOWN_PATHS, type NavigationGroup } from '../views/navigation.ts';

const CONTENT = '**/[^_]*.{md,mdx}';

/** A hand-written page, as its file tells of it. */
interface OwnPage {
  readonly group: string;
  readonly label: string;
  readonly path: string;
  readonly order: number;
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
  pages.sort((a, b) => a.order - b.order || (a.label < b.label ? -1 : 1));
  return [...Map.groupBy(pages, ({ group }) => group)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, all]) => ({
      label,
      links: all.map(({ label: name, path: address }) => ({ label: name, path: address })),
    }));
}

function pageOf(file: string, text: string): OwnPage[] {
  const { data } = readFrontmatter(parseMarkdown(text));
  const { title, draft, slug } = data;
  const { hidden, label, order } = (data['sidebar'] ?? {}) as Readonly<Record<string, unknown>>;
  const own = typeof slug === 'string' ? slug : file.replace(/\.\w+$/, '').toLowerCase();
  const below = own.replace(/(?:^|\/)index$/, '');
  const address = `/${below}/`;
  const name = [label, title].find((one) => typeof one === 'string') as string | undefined;
  const isListed = below !== '' && below !== '404' && !KNOWN_PATHS.has(address);
  if (!isListed || name === undefined || draft === true || hidden === true) return [];
  const [first = ''] = file.includes('/') ? file.toLowerCase().split('/') : ['pages'];
  const words = first.replaceAll('-', ' ');
  return [
    {
      group: words.charAt(0).toUpperCase() + words.slice(1),
      label: name,
      path: address,
      order: typeof order === 'number' ? order : Number.POSITIVE_INFINITY,
    },
  ];
}
