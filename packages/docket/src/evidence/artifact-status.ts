/** What a row of Artifacts Produced says happened to a file. */
export type FileEvent = 'created' | 'modified' | 'deleted' | 'renamed' | 'existed' | 'unchanged';

const WORDS: Readonly<Record<FileEvent, string>> = {
  unchanged: 'unchanged|untouched|unmodified|not (?:changed|modified)|no changes?',
  existed: '(?:already|pre-?) ?exist(?:ed|s|ing)|existed|existing|already (?:present|there)',
  created: '(?:newly )?(?:created|added)|new',
  modified: 'modified|updated|changed|edited|extended',
  deleted: 'deleted|removed',
  renamed: 'renamed|moved',
};

/** The vocabulary in words, for messages. */
export const STATUS_WORDS = 'Created, Modified, Deleted, Renamed, Already existed or Unchanged';

/** A status as read. */
export interface ArtifactStatus {
  /** Alternatives (`Created / Modified`), each a set of events that hold together. Empty: nothing is claimed. */
  readonly alternatives: readonly ReadonlySet<FileEvent>[];
  /** The former name in `Renamed from old.md`. */
  readonly from: string | undefined;
}

/** What may follow `Added` where it is said of the file: `Added section` is said of something in it. */
const OF_THE_FILE =
  /^(?:$|\s*[^\w\s]|\s+(?:files?|by|in|as|for|from|to|into|with|during|at|on|via|per|here)\b)/;

/**
 * Reads a status cell. The first words decide; what follows counts only where it is again a status and nothing
 * else, as in `Already existed, modified`. Remarks such as `Modified (removed a section)` are passed over.
 */
export function readStatus(text: string): ArtifactStatus {
  const from = /^(?:renamed|moved) from\s+(.+?)\s*(?:\(.*)?$/i.exec(text)?.[1];
  if (from !== undefined) return { alternatives: [new Set(['renamed'])], from };
  const alternatives = text
    .toLowerCase()
    .split(/\s*\/\s*|\s+or\s+(?![^(]*\))/)
    .map((alternative) => eventsOf(alternative))
    .filter((events) => events.size > 0);
  return { alternatives, from };
}

function eventsOf(text: string): Set<FileEvent> {
  // Of a file that stood before, brackets tell what was done with it: `Already existed (updated)`.
  const said =
    eventOf(text.replace(/^[^a-z]+/, ''), '\\b') === 'existed' ? text : withoutBrackets(text);
  const [first = '', ...others] = said
    .split(/[,;()+–—]|\band\b|\bthen\b/)
    .map((part) => part.trim());
  const leading = eventOf(first.replace(/^[^a-z]+/, ''), '\\b');
  if (leading === undefined || !isOfTheFile(first, leading)) return new Set();
  const further = others.map((part) => eventOf(part, '$')).filter((event) => event !== undefined);
  return new Set([leading, ...further]);
}

function withoutBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ');
}

function isOfTheFile(text: string, event: FileEvent): boolean {
  if (event !== 'created' && event !== 'deleted' && event !== 'renamed') return true;
  return OF_THE_FILE.test(text.replace(new RegExp(`^[^a-z]*(?:${WORDS[event]})\\b`), ''));
}

function eventOf(text: string, end: string): FileEvent | undefined {
  const events = Object.keys(WORDS) as FileEvent[];
  return events.find((event) => new RegExp(`^(?:${WORDS[event]})${end}`).test(text));
}
