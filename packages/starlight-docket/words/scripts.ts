import type { Phrase, Translate, Values, WordKey } from './say.ts';

/** What each script of the browser says by itself; the page hands it these words and no others. */
const SCRIPT_WORDS = {
  log: ['docket.log.count', 'docket.log.found', 'docket.log.unloaded'],
  compare: ['docket.revision.equal', 'docket.revision.between', 'docket.revision.unloaded'],
  ledger: ['docket.log.count', 'docket.log.found'],
  asOf: [
    'docket.asOf.said',
    'docket.asOf.saidUnsure',
    'docket.asOf.unsure',
    'docket.asOf.unloaded',
  ],
  tools: ['docket.tools.copied'],
  since: [
    'docket.changes.said',
    'docket.changes.saidNothing',
    'docket.changes.someAccepted',
    'docket.changes.someProposed',
    'docket.changes.someSuperseded',
    'docket.changes.someDeprecated',
    'docket.changes.someRejected',
    'docket.changes.someAmended',
    'docket.changes.someNew',
    'docket.changes.someText',
  ],
  dialog: [
    'docket.search.close',
    'docket.search.commands',
    'docket.search.filters',
    'docket.search.hint',
    'docket.search.keyClose',
    'docket.search.keyCommands',
    'docket.search.keyMove',
    'docket.search.keyOpen',
    'docket.search.results',
    'docket.search.search',
  ],
  search: [
    'docket.due.title',
    'docket.frontmatter.title',
    'docket.graph.title',
    'docket.home.title',
    'docket.ledger.title',
    'docket.log.columnStatus',
    'docket.log.filter',
    'docket.log.log',
    'docket.log.print',
    'docket.log.tag',
    'docket.log.title',
    'docket.nav.files',
    'docket.nav.findings',
    'docket.nav.gaps',
    'docket.nav.guides',
    'docket.nav.home',
    'docket.nav.proof',
    'docket.nav.records',
    'docket.nav.reference',
    'docket.nav.trace',
    'docket.rules.title',
    'docket.search.blank',
    'docket.search.byLog',
    'docket.search.byStatus',
    'docket.search.byTag',
    'docket.search.byYear',
    'docket.search.copyAddress',
    'docket.search.filterKind',
    'docket.search.found',
    'docket.search.groupLog',
    'docket.search.more',
    'docket.search.noIndex',
    'docket.search.none',
    'docket.search.page',
    'docket.search.printPage',
    'docket.search.showStatus',
    'docket.search.themeAuto',
    'docket.search.themeDark',
    'docket.search.themeLight',
    'docket.since.title',
    'docket.statuses.title',
    'docket.tags.title',
    'docket.theme.title',
    'docket.timeline.title',
  ],
} as const satisfies Record<string, readonly WordKey[]>;

export type Script = keyof typeof SCRIPT_WORDS;
export type ScriptWord<S extends Script> = (typeof SCRIPT_WORDS)[S][number];

export type SayScript<S extends Script> = (key: ScriptWord<S>, values?: Values) => string;

/** The words of a script, for the attribute `data-words` of its element. */
export function scriptWords(t: Translate, script: Script): string {
  return JSON.stringify(scriptPhrases(t, script));
}

/** The words of a script by their keys. */
export function scriptPhrases(t: Translate, script: Script): Record<string, Phrase> {
  return Object.fromEntries(SCRIPT_WORDS[script].map((key) => [key, t.phrase(key)]));
}
