import type { Held, Part } from './parts.ts';

/** A page of the site that is no record. */
export interface NavigationLink {
  readonly label: string;
  /** Below the base, with slashes at both ends. */
  readonly path: string;
  /** What it is about, where a site need not have that. */
  readonly needs?: Part;
}

/** A group of pages in the sidebar. */
export interface NavigationGroup {
  readonly label: string;
  readonly links: readonly NavigationLink[];
}

/** The pages of the trace: from order to proof, and what was found on the way. */
export const TRACE_LINKS: readonly NavigationLink[] = [
  { label: 'From order to proof', path: '/trace/', needs: 'work' },
  { label: 'Gaps', path: '/trace/gaps/', needs: 'work' },
  { label: 'By file', path: '/trace/files/', needs: 'files' },
  { label: 'Findings', path: '/findings/', needs: 'claims' },
  { label: 'Agent decisions', path: '/agent-decisions/', needs: 'agent-decisions' },
];

/** The pages of the site that are not records, as the sidebar groups them. */
const NAVIGATION: readonly NavigationGroup[] = [
  {
    label: 'Records',
    links: [
      { label: 'Decision log', path: '/log/', needs: 'decisions' },
      { label: 'Graph', path: '/graph/', needs: 'decisions' },
      { label: 'Timeline', path: '/timeline/', needs: 'dates' },
      { label: 'What changed', path: '/since/', needs: 'decisions' },
      { label: 'Due', path: '/due/', needs: 'due' },
      { label: 'Tags', path: '/tags/', needs: 'tags' },
    ],
  },
  {
    label: 'Trace',
    links: TRACE_LINKS,
  },
  {
    label: 'Guides',
    links: [
      { label: 'Write a decision record', path: '/guides/write-an-adr/', needs: 'guides' },
      { label: 'Write a specification', path: '/guides/write-a-spec/', needs: 'guides' },
      { label: 'Record provenance', path: '/guides/record-provenance/', needs: 'guides' },
      { label: 'Lint records', path: '/guides/lint/', needs: 'guides' },
      { label: 'Command line', path: '/guides/command-line/', needs: 'guides' },
      { label: 'Verify claims', path: '/guides/verify-claims/', needs: 'guides' },
      { label: 'Configure the linter', path: '/guides/configure-the-linter/', needs: 'guides' },
      { label: 'Pull requests', path: '/guides/pull-requests/', needs: 'guides' },
      {
        label: 'Add to a Starlight site',
        path: '/guides/add-to-a-starlight-site/',
        needs: 'guides',
      },
      { label: 'Another language', path: '/guides/another-language/', needs: 'guides' },
    ],
  },
  {
    label: 'Reference',
    links: [
      { label: 'Frontmatter', path: '/reference/frontmatter/', needs: 'reference' },
      { label: 'Statuses and relations', path: '/reference/statuses/', needs: 'reference' },
      { label: 'Rules', path: '/reference/rules/', needs: 'reference' },
      { label: 'Attestation', path: '/reference/attestation/', needs: 'guides' },
      { label: 'Ratification', path: '/reference/ratification/', needs: 'guides' },
      { label: 'Data and feeds', path: '/reference/data-and-feeds/', needs: 'guides' },
      { label: 'Site options', path: '/reference/site-options/', needs: 'guides' },
      { label: 'The package docket', path: '/reference/package/', needs: 'guides' },
      { label: 'Versions and support', path: '/reference/versions/', needs: 'guides' },
    ],
  },
];

/** The pages that every site of decisions has, whatever its records hold: the home and what needs nothing else. */
export const EVERYWHERE: readonly NavigationLink[] = [
  { label: 'At a glance', path: '/' },
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
export function navigationOf(held: Held, own: readonly NavigationGroup[] = []): NavigationGroup[] {
  const groups = NAVIGATION.map(({ label, links }) => ({
    label,
    links: [...heldLinks(links, held), ...(own.find((one) => one.label === label)?.links ?? [])],
  }));
  const others = own.filter(({ label }) => !NAVIGATION.some((one) => one.label === label));
  return [...groups.slice(0, 2), ...others, ...groups.slice(2)].filter(
    (group) => group.links.length > 0,
  );
}

/** The links that lead to pages which a site has. */
export function heldLinks(links: readonly NavigationLink[], held: Held): readonly NavigationLink[] {
  return links.filter(({ needs }) => needs === undefined || held.has(needs));
}

/** The links of the page header. */
export const HEADER_LINKS: readonly NavigationLink[] = [
  { label: 'Decisions', path: '/log/', needs: 'decisions' },
  { label: 'Graph', path: '/graph/', needs: 'decisions' },
  { label: 'Trace', path: '/trace/', needs: 'work' },
  { label: 'Tags', path: '/tags/', needs: 'tags' },
  { label: 'Guides', path: '/guides/write-an-adr/', needs: 'guides' },
  { label: 'Reference', path: '/reference/frontmatter/', needs: 'reference' },
];

/** What the sidebar of a record offers besides records. */
export const FURTHER_LINKS: readonly NavigationLink[] = HEADER_LINKS.filter(({ label }) =>
  ['Trace', 'Guides', 'Reference'].includes(label),
);

/** The header link a page belongs to. */
export function headerLinkFor(pathname: string): NavigationLink | undefined {
  if (/^\/(?:[^/]+\/)?adr\//.test(pathname)) return headerLink('/log/');
  if (/^\/(?:specs|provenance|findings|agent-decisions)\//.test(pathname))
    return headerLink('/trace/');
  const section = /^\/[^/]+\//.exec(pathname)?.[0];
  return section === undefined
    ? undefined
    : HEADER_LINKS.find((link) => link.path.startsWith(section));
}

function headerLink(path: string): NavigationLink | undefined {
  return HEADER_LINKS.find((link) => link.path === path);
}
