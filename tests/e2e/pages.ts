/** Pages that every site has, whatever its records, by short names; paths are below the base. */
export const COMMON_PAGES = {
  home: '',
  log: 'log/',
  graph: 'graph/',
  timeline: 'timeline/',
  since: 'since/',
  trace: 'trace/',
  gaps: 'trace/gaps/',
  files: 'trace/files/',
  findings: 'findings/',
  ledger: 'agent-decisions/',
  tags: 'tags/',
  rule: 'reference/rules/supersession-reciprocal/',
  missing: 'no-such-page/',
} as const;

/** One page of every type. */
export const PAGES = {
  ...COMMON_PAGES,
  'graph of a tag': 'graph/secrets/',
  'a day of the timeline': 'timeline/2026-03-05/',
  due: 'due/',
  history: 'history/adr/adr-017-managed-postgresql-shared-database/',
  tag: 'tags/secrets/',
  decision: 'adr/adr-018-secret-management-keyvault-eso/',
  'a decision about code': 'docket/adr/adr-044-one-gate-for-html/',
  superseded: 'adr/adr-007-postgresql-azure-flexible-server/',
  spec: 'specs/spec-0000-adr-018-secret-management/',
  provenance: 'provenance/spec-0000-adr-018-secret-management/',
  guide: 'guides/write-an-adr/',
  overview: 'platform/overview/',
  frontmatter: 'reference/frontmatter/',
  rules: 'reference/rules/',
} as const;

/** The name of a page type. */
export type PageName = keyof typeof PAGES;

/** Every page type. */
export const PAGE_NAMES = Object.keys(PAGES) as PageName[];

/** The widths, in CSS pixels, at which a page must hold together; 640 is a screen of 1280 at a zoom of 200 %. */
export const WIDTHS = [320, 375, 640, 768, 1440] as const;
