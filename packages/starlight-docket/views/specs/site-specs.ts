import { perObject } from 'docket/records';
import type { SpecFile, SpecFolder } from 'docket/session';
import { pathSlug } from '../urls.ts';

/** A text of a specification of another tool, as a page of its own. */
export interface SpecPage {
  readonly spec: SiteSpec;
  readonly file: SpecFile;
  readonly path: string;
  /** Where it stands below the base of Docket's pages, without slashes round it. */
  readonly slug: string;
  readonly title: string;
  /** Whether its first heading says the title, too. */
  readonly opensWithTitle: boolean;
  /** By what name a tab leads to it: that of its file or of its folder. */
  readonly name: string;
}

/** Texts of one folder under one tab, or one text. */
export interface SpecTab {
  readonly name: string;
  readonly pages: readonly SpecPage[];
}

/** A specification of another tool on the site. */
export interface SiteSpec {
  readonly folder: SpecFolder;
  /** Where its first text stands. */
  readonly slug: string;
  /** Where its trace stands. */
  readonly traceSlug: string;
  readonly tabs: readonly SpecTab[];
}

/** The specifications of other tools, as pages. */
export interface SiteSpecs {
  /** Those that people work on first, the latest of each first. */
  readonly all: readonly SiteSpec[];
  /** Their texts by path. */
  readonly byPath: ReadonlyMap<string, SpecPage>;
  /** Paths of texts that could not be read. */
  readonly unread: readonly string[];
}

/** First part of their addresses, below which each tool has its own: no record stands there. */
const FOLDER = 'specs';

/**
 * Gives each specification and each of its texts an address. A specification keeps its address where it is filed away:
 * the tool and its name there make it up.
 */
export function siteSpecs(
  folders: readonly SpecFolder[],
  unread: readonly string[] = [],
): SiteSpecs {
  const taken = new Set<string>();
  const take = (wanted: string): string => {
    let slug = wanted;
    for (let count = 2; taken.has(slug); count += 1) slug = `${wanted}-${count}`;
    taken.add(slug);
    return slug;
  };
  // Of two of one name, the one that was filed away first keeps the plain address.
  const all = folders
    .toSorted((a, b) => Number(a.archived === undefined) - Number(b.archived === undefined))
    .map((folder): SiteSpec => {
      const slug = take(pathSlug(`${FOLDER}/${folder.source}/${folder.project}${folder.name}`));
      const traceSlug = take(`${slug}/trace`);
      const tabs: { name: string; pages: SpecPage[] }[] = [];
      const spec = { folder, slug, traceSlug, tabs };
      for (const [index, file] of folder.files.entries()) {
        const group = /^([^/]+)\//.exec(file.below)?.[1];
        const below = file.below.replace(/\.md$/, '').replace(/(.)\/(?:spec|README)$/, '$1');
        const page = {
          ...{ spec, file, path: file.path, ...titleOf(folder, file, index === 0) },
          slug: index === 0 ? slug : take(`${slug}/${pathSlug(below)}`),
          name: group === undefined ? below : below.slice(group.length + 1),
        };
        const name = group ?? page.name;
        const tab = group === undefined ? undefined : tabs.find((one) => one.name === name);
        if (tab) tab.pages.push(page);
        else tabs.push({ name, pages: [page] });
      }
      return spec;
    });
  // What people work on comes first, and of all the latest.
  all.reverse();
  const pages = all.flatMap(({ tabs }) => tabs.flatMap((tab) => tab.pages));
  return { all, byPath: new Map(pages.map((page) => [page.path, page])), unread };
}

/** Where there are none. */
export const NO_SPECS: SiteSpecs = { all: [], byPath: new Map(), unread: [] };

function titleOf({ title }: SpecFolder, file: SpecFile, isFirst: boolean) {
  const { heading } = file;
  if (heading !== undefined) return { title: heading, opensWithTitle: true };
  return {
    title: isFirst ? title : `${title}: ${nameInWords(file.below.replace(/\.md$/, ''))}`,
    opensWithTitle: false,
  };
}

/** `data-model` is called "Data model". */
export function nameInWords(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ').trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The specification that a page of the site is about. */
export interface SpecHere {
  readonly spec: SiteSpec;
  /** The text that the page shows; `undefined` on the page of the trace. */
  readonly page: SpecPage | undefined;
}

/** What a page is about, by its address below the base. */
export function specAt(specs: SiteSpecs, slug: string): SpecHere | undefined {
  return bySlug(specs).get(slug);
}

const bySlug = perObject(
  ({ all }: SiteSpecs): ReadonlyMap<string, SpecHere> =>
    new Map(
      all.flatMap((spec): [string, SpecHere][] => [
        [spec.traceSlug, { spec, page: undefined }],
        ...spec.tabs.flatMap(({ pages }) =>
          pages.map((page): [string, SpecHere] => [page.slug, { spec, page }]),
        ),
      ]),
    ),
);

/** Static paths of all their pages. */
export function specPaths(specs: SiteSpecs) {
  return [...bySlug(specs)].map(([slug, here]) => {
    const [, tool = '', ...address] = slug.split('/');
    return { params: { tool, address: address.join('/') }, props: { here } };
  });
}
