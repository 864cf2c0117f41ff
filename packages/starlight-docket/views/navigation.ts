import type { ScriptWord } from '../words/scripts.ts';
import type { Held, Part } from './parts.ts';

/** A page of the site that is no record, as a menu lists it. */
export interface NavigationLink {
  readonly label: string;
  /** Below the base, with slashes at both ends. */
  readonly path: string;
}

/** A group of pages in the sidebar. */
export interface NavigationGroup {
  readonly label: string;
  readonly links: readonly NavigationLink[];
}

/** A page that Docket knows: one of its own by the word for it, a guide to it by its title. */
export type KnownLink = ({ readonly word: NavigationWord } | { readonly title: string }) & {
  /** Below the base, with slashes at both ends. */
  readonly path: string;
  /** What it is about, where a site need not have that. */
  readonly needs?: Part;
};

interface KnownGroup {
  readonly word: NavigationWord;
  readonly links: readonly KnownLink[];
}

/** The palette of the search says every one of them, too. */
type NavigationWord = ScriptWord<'search'>;

/** Gives the words of menus, on the page and in the browser. */
export type SayNavigation = (word: NavigationWord) => string;

/** The pages of the trace: from order to proof, and what was found on the way. */
export const TRACE_LINKS: readonly KnownLink[] = [
  { word: 'docket.nav.proof', path: '/trace/', needs: 'trace' },
  { word: 'docket.nav.gaps', path: '/trace/gaps/', needs: 'trace' },
  { word: 'docket.nav.files', path: '/trace/files/', needs: 'files' },
  { word: 'docket.nav.findings', path: '/findings/', needs: 'claims' },
  { word: 'docket.ledger.title', path: '/agent-decisions/', needs: 'agent-decisions' },
];

/** The pages of the site that are not records, as the sidebar groups them. */
const NAVIGATION: readonly KnownGroup[] = [
  {
    word: 'docket.nav.records',
    links: [
      { word: 'docket.log.title', path: '/log/', needs: 'decisions' },
      { word: 'docket.graph.title', path: '/graph/', needs: 'decisions' },
      { word: 'docket.timeline.title', path: '/timeline/', needs: 'dates' },
      { word: 'docket.since.title', path: '/since/', needs: 'decisions' },
      { word: 'docket.due.title', path: '/due/', needs: 'due' },
      { word: 'docket.tags.title', path: '/tags/', needs: 'tags' },
    ],
  },
  {
    word: 'docket.nav.trace',
    links: TRACE_LINKS,
  },
  {
    word: 'docket.nav.guides',
    links: [
      { title: 'Write a decision record', path: '/guides/write-an-adr/', needs: 'guides' },
      { title: 'Write a specification', path: '/guides/write-a-spec/', needs: 'guides' },
      { title: 'Record provenance', path: '/guides/record-provenance/', needs: 'guides' },
      { title: 'Lint records', path: '/guides/lint/', needs: 'guides' },
      { title: 'Command line', path: '/guides/command-line/', needs: 'guides' },
      { title: 'Verify claims', path: '/guides/verify-claims/', needs: 'guides' },
      { title: 'Configure the linter', path: '/guides/configure-the-linter/', needs: 'guides' },
      { title: 'Pull requests', path: '/guides/pull-requests/', needs: 'guides' },
      {
        title: 'Add to a Starlight site',
        path: '/guides/add-to-a-starlight-site/',
        needs: 'guides',
      },
      { title: 'Another language', path: '/guides/another-language/', needs: 'guides' },
    ],
  },
  {
    word: 'docket.nav.reference',
    links: [
      { word: 'docket.frontmatter.title', path: '/reference/frontmatter/', needs: 'reference' },
      { word: 'docket.statuses.title', path: '/reference/statuses/', needs: 'reference' },
      { word: 'docket.rules.title', path: '/reference/rules/', needs: 'reference' },
      { title: 'Attestation', path: '/reference/attestation/', needs: 'guides' },
      { title: 'Ratification', path: '/reference/ratification/', needs: 'guides' },
      { title: 'Data and feeds', path: '/reference/data-and-feeds/', needs: 'guides' },
      { title: 'Site options', path: '/reference/site-options/', needs: 'guides' },
      { title: 'The package docket', path: '/reference/package/', needs: 'guides' },
      { title: 'Versions and support', path: '/reference/versions/', needs: 'guides' },
    ],
  },
];

/** The pages that every site of decisions has, whatever its records hold: the home and what needs nothing else. */
export const EVERYWHERE: readonly KnownLink[] = [
  { word: 'docket.nav.home', path: '/' },
  ...NAVIGATION.flatMap(({ links }) => links.filter(({ needs }) => needs === 'decisions')),
];

/** Addresses of the pages that are listed wherever there are such. */
export const KNOWN_PATHS: ReadonlySet<string> = new Set(
  NAVIGATION.flatMap(({ links }) => links.map(({ path }) => path)),
);

/**
 * The groups of pages that a site has: of records and trace, then its own, then those of Docket.
 * @param own hand-written pages; a group with the name of another stands with that
 */
export function navigationOf(
  t: SayNavigation,
  held: Held,
  own: readonly NavigationGroup[] = [],
): NavigationGroup[] {
  const groups = NAVIGATION.map(({ word, links }) => ({
    label: t(word),
    links: menuLinks(t, links, held),
  }));
  const all = groups.map(({ label, links }) => ({
    label,
    links: [...links, ...(own.find((one) => one.label === label)?.links ?? [])],
  }));
  const others = own.filter(({ label }) => !groups.some((one) => one.label === label));
  return [...all.slice(0, 2), ...others, ...all.slice(2)].filter((group) => group.links.length > 0);
}

/** The links that lead to pages which a site has. */
export function heldLinks(links: readonly KnownLink[], held: Held): readonly KnownLink[] {
  return links.filter(({ needs }) => needs === undefined || held.has(needs));
}

/** Those links as a menu lists them. */
export function menuLinks(
  t: SayNavigation,
  links: readonly KnownLink[],
  held: Held,
): NavigationLink[] {
  return heldLinks(links, held).map((link) => ({ label: labelOf(t, link), path: link.path }));
}

/** What a menu calls a page. */
export function labelOf(t: SayNavigation, link: KnownLink): string {
  return 'word' in link ? t(link.word) : link.title;
}

/** The links of the page header. */
export const HEADER_LINKS: readonly KnownLink[] = [
  { word: 'docket.home.title', path: '/log/', needs: 'decisions' },
  { word: 'docket.graph.title', path: '/graph/', needs: 'decisions' },
  { word: 'docket.nav.trace', path: '/trace/', needs: 'trace' },
  { word: 'docket.tags.title', path: '/tags/', needs: 'tags' },
  { word: 'docket.nav.guides', path: '/guides/write-an-adr/', needs: 'guides' },
  { word: 'docket.nav.reference', path: '/reference/frontmatter/', needs: 'reference' },
];

/** What the sidebar of a record offers besides records. */
export const FURTHER_LINKS: readonly KnownLink[] = HEADER_LINKS.filter(({ path }) =>
  /^\/(?:trace|guides|reference)\//.test(path),
);

/** The header link a page belongs to. */
export function headerLinkFor(pathname: string): KnownLink | undefined {
  if (/^\/(?:[^/]+\/)?adr\//.test(pathname)) return headerLink('/log/');
  if (/^\/(?:specs|provenance|findings|agent-decisions)\//.test(pathname))
    return headerLink('/trace/');
  const section = /^\/[^/]+\//.exec(pathname)?.[0];
  return section === undefined
    ? undefined
    : HEADER_LINKS.find((link) => link.path.startsWith(section));
}

function headerLink(path: string): KnownLink | undefined {
  return HEADER_LINKS.find((link) => link.path === path);
}
