import path from 'node:path';
import type { Corpus } from 'docket/records';
import { type OwnPage, readOwnPages, type Session } from 'docket/session';
import type { NavigationGroup } from '../views/navigation.ts';
import { pathSlug } from '../views/urls.ts';
import { groupPages } from './own-pages.ts';
import { RefusedBuildError } from './refusal.ts';
import { withSurroundings } from './surroundings.ts';

/** First part of the addresses of these pages, so that none is that of a record or of another page of Docket's. */
export const PAGES_FOLDER = 'pages';

/** A Markdown file of the repository that is a page of the site. */
export interface RepositoryPage extends OwnPage {
  /** Where it stands below the base of Docket's pages, without slashes round it: `pages/on-call/restart`. */
  readonly slug: string;
}

/** The pages of a site that stand as Markdown files in the repository. */
export interface RepositoryPages {
  /** Relative to the root; `undefined` where none was named. */
  readonly folder: string | undefined;
  /** By the paths of their files, relative to the root. */
  readonly byPath: ReadonlyMap<string, RepositoryPage>;
  /** Paths of files that could not be read. */
  readonly unread: readonly string[];
  /** Whether a file is one of them, or would be if it changed. */
  mayHold(file: string): boolean;
  /** As menus list them. */
  readonly menu: readonly NavigationGroup[];
  /** A corpus in whose surroundings is what the pages show and lead to. */
  around(corpus: Corpus): Corpus;
}

/** Where nothing was asked for. */
export const NO_PAGES: RepositoryPages = {
  ...{ folder: undefined, byPath: new Map(), unread: [], menu: [] },
  mayHold: () => false,
  around: (corpus) => corpus,
};

/**
 * Reads the pages of a folder of the repository.
 * @throws {RefusedBuildError} where there is no such folder inside it
 */
export function repositoryPages(
  { root, corpus }: Pick<Session, 'root' | 'corpus'>,
  written: string | undefined,
): RepositoryPages {
  if (written === undefined) return NO_PAGES;
  const read = readOwnPages(root, written, corpus);
  if (!read) {
    throw new RefusedBuildError(
      `There is no folder \`${written}\` inside ${root}. Name the one that holds your pages with \`pages\`, or leave that out.`,
    );
  }
  const { folder } = read;
  const pages = withSlugs(read.pages);
  return {
    folder,
    byPath: new Map(pages.map((page) => [page.path, page])),
    unread: read.unread,
    mayHold: (file) => file.endsWith('.md') && !path.posix.relative(folder, file).startsWith('..'),
    menu: groupPages(
      pages
        .filter(({ isListed }) => isListed)
        .map(({ below, label, title, order, slug }) => ({
          ...{ file: below, label: label ?? title, order, path: `/${slug}/` },
        })),
    ),
    around: withSurroundings(read.surroundings),
  };
}

/** Gives each page an address of its own, by its path; that of a folder belongs to its `index.md`, else its `README.md`. */
function withSlugs(pages: readonly OwnPage[]): RepositoryPage[] {
  const taken = new Set<string>();
  const rank = ({ below }: OwnPage) =>
    [/(?:^|\/)index\.md$/i, /(?:^|\/)readme\.md$/i].findIndex((name) => name.test(below));
  const leading = [...pages.filter((page) => rank(page) >= 0)].sort((a, b) => rank(a) - rank(b));
  return [...leading, ...pages.filter((page) => rank(page) < 0)].map((page) => {
    const { dir, name } = path.posix.parse(page.below);
    const whole = [PAGES_FOLDER, dir, name].filter(Boolean);
    const wanted = pathSlug((rank(page) >= 0 ? whole.slice(0, -1) : whole).join('/'));
    const next = taken.has(wanted) ? pathSlug(whole.join('/')) : wanted;
    let slug = next;
    for (let count = 2; taken.has(slug); count += 1) slug = `${next}-${count}`;
    taken.add(slug);
    return { ...page, slug };
  });
}
