/** A page of the site that is no record. */
export interface NavigationLink {
  readonly label: string;
  /** Below the base, with slashes at both ends. */
  readonly path: string;
  /** Whether it is a hand-written guide to Docket, which a site need not hold. */
  readonly guide?: true;
}

/** A group of pages in the sidebar. */
export interface NavigationGroup {
  readonly label: string;
  /** Whether the pages tell of the project's own records, so that a site made of others leaves them out. */
  readonly ownOnly: boolean;
  readonly links: readonly NavigationLink[];
}

/** The pages of the trace: from order to proof, and what was found on the way. */
export const TRACE_LINKS: readonly NavigationLink[] = [
  { label: 'From order to proof', path: '/trace/' },
  { label: 'Gaps', path: '/trace/gaps/' },
  { label: 'By file', path: '/trace/files/' },
  { label: 'Findings', path: '/findings/' },
  { label: 'Agent decisions', path: '/agent-decisions/' },
];

/** The pages of the site that are not records, as the sidebar groups them. */
const NAVIGATION: readonly NavigationGroup[] = [
  {
    label: 'Records',
    ownOnly: false,
    links: [
      { label: 'Decision log', path: '/log/' },
      { label: 'Graph', path: '/graph/' },
      { label: 'Timeline', path: '/timeline/' },
      { label: 'What changed', path: '/since/' },
      { label: 'Tags', path: '/tags/' },
    ],
  },
  {
    label: 'Trace',
    ownOnly: false,
    links: TRACE_LINKS,
  },
  {
    label: 'Platform',
    ownOnly: true,
    links: [
      { label: 'The platform', path: '/platform/overview/' },
      { label: 'Where the record disagrees', path: '/platform/disagreements/' },
    ],
  },
  {
    label: 'Guides',
    ownOnly: false,
    links: [
      { label: 'Write a decision record', path: '/guides/write-an-adr/', guide: true },
      { label: 'Write a specification', path: '/guides/write-a-spec/', guide: true },
      { label: 'Record provenance', path: '/guides/record-provenance/', guide: true },
      { label: 'Lint records', path: '/guides/lint/', guide: true },
      { label: 'Command line', path: '/guides/command-line/', guide: true },
      { label: 'Verify claims', path: '/guides/verify-claims/', guide: true },
      { label: 'Configure the linter', path: '/guides/configure-the-linter/', guide: true },
      { label: 'Pull requests', path: '/guides/pull-requests/', guide: true },
      {
        label: 'Add to a Starlight site',
        path: '/guides/add-to-a-starlight-site/',
        guide: true,
      },
    ],
  },
  {
    label: 'Reference',
    ownOnly: false,
    links: [
      { label: 'Frontmatter', path: '/reference/frontmatter/' },
      { label: 'Statuses and relations', path: '/reference/statuses/' },
      { label: 'Rules', path: '/reference/rules/' },
      { label: 'Attestation', path: '/reference/attestation/', guide: true },
      { label: 'Data and feeds', path: '/reference/data-and-feeds/', guide: true },
      { label: 'Site options', path: '/reference/site-options/', guide: true },
      { label: 'The package docket', path: '/reference/package/', guide: true },
      { label: 'Versions and support', path: '/reference/versions/', guide: true },
    ],
  },
];

/** What a site holds of the pages that not every site has. */
export interface HeldPages {
  /** Whether the records are those of the project itself, whose own pages are then there. */
  readonly isOwn: boolean;
  readonly hasGuides: boolean;
}

/** The groups of pages that a site holds. */
export function navigationOf({ isOwn, hasGuides }: HeldPages): NavigationGroup[] {
  return NAVIGATION.filter((group) => isOwn || !group.ownOnly)
    .map((group) => ({ ...group, links: heldLinks(group.links, hasGuides) }))
    .filter((group) => group.links.length > 0);
}

/** The links that lead to pages which a site holds. */
export function heldLinks(
  links: readonly NavigationLink[],
  hasGuides: boolean,
): readonly NavigationLink[] {
  return links.filter((link) => hasGuides || !link.guide);
}

/** The links of the page header. */
export const HEADER_LINKS: readonly NavigationLink[] = [
  { label: 'Decisions', path: '/log/' },
  { label: 'Graph', path: '/graph/' },
  { label: 'Trace', path: '/trace/' },
  { label: 'Tags', path: '/tags/' },
  { label: 'Guides', path: '/guides/write-an-adr/', guide: true },
  { label: 'Reference', path: '/reference/frontmatter/' },
];

/** What the sidebar of a record offers besides records. */
export const FURTHER_LINKS: readonly NavigationLink[] = HEADER_LINKS.filter(({ label }) =>
  ['Trace', 'Guides', 'Reference'].includes(label),
);

/** The header link a page belongs to. */
export function headerLinkFor(pathname: string): NavigationLink | undefined {
  if (/^\/adr\//.test(pathname)) return headerLink('/log/');
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
