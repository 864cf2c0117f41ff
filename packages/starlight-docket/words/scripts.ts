import type { Translate, WordKey } from './say.ts';

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
} as const satisfies Record<string, readonly WordKey[]>;

export type Script = keyof typeof SCRIPT_WORDS;
export type ScriptWord<S extends Script> = (typeof SCRIPT_WORDS)[S][number];

/** The words of a script, for the attribute `data-words` of its element. */
export function scriptWords(t: Translate, script: Script): string {
  return JSON.stringify(
    Object.fromEntries(SCRIPT_WORDS[script].map((key) => [key, t.phrase(key)])),
  );
}
