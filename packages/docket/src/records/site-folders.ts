/** First parts of the addresses of a site that are not those of a log. */
const SITE_FOLDERS: ReadonlySet<string> = new Set([
  ...['adr', 'specs', 'provenance', 'history', 'log', 'graph', 'timeline', 'tags', 'trace'],
  ...[
    'findings',
    'agent-decisions',
    'since',
    'due',
    'print',
    'preview',
    'development',
    'reference',
  ],
  ...['api', 'feeds', 'schemas', 'social', 'files', 'pages'],
]);

/** Whether pages of a site have a word at the start of their addresses, so that no log can be told by it. */
export function isSiteFolder(word: string): boolean {
  return SITE_FOLDERS.has(word);
}
