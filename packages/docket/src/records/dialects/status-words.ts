import type { Status } from '../status.ts';
import { isChoice, isPlaceholder, withoutBraces } from './placeholder.ts';

/** Words that open a status, as teams write them, and which of the five each means. */
const WORDS: Readonly<Record<Status, readonly string[]>> = {
  Proposed: [
    'proposed',
    'proposal',
    'proposing',
    'draft',
    'drafted',
    'drafting',
    'wip',
    'work in progress',
    'in progress',
    'pending',
    'open',
    'review',
    'reviewing',
    'in review',
    'under review',
    'in discussion',
    'under discussion',
    'discussion',
    'discussing',
    'for discussion',
    'for review',
    'ready for review',
    'rfc',
    'request for comments',
    'requesting comments',
    'in consideration',
    'under consideration',
    'considering',
    'being considered',
    'provisional',
    'tentative',
    'suggested',
    'submitted',
    'awaiting approval',
    'awaiting review',
    'awaiting decision',
    'not yet accepted',
    'not yet approved',
    'not yet decided',
    'to be discussed',
  ],
  Accepted: [
    'accepted',
    'accept',
    'approved',
    'adopted',
    'agreed',
    'decided',
    'implemented',
    'implementing',
    'implementable',
    'partially implemented',
    'partly implemented',
    'active',
    'in force',
    'in effect',
    'in use',
    'effective',
    'done',
    'final',
    'finalized',
    'finalised',
    'ratified',
    'complete',
    'completed',
    'confirmed',
    'resolved',
    'shipped',
    'live',
    'amended',
    'partly superseded',
    'partially superseded',
    'partly replaced',
    'partially replaced',
  ],
  Rejected: [
    'rejected',
    'reject',
    'declined',
    'denied',
    'withdrawn',
    'abandoned',
    'cancelled',
    'canceled',
    'dropped',
    'discarded',
    'not accepted',
    'not approved',
  ],
  Deprecated: [
    'deprecated',
    'obsolete',
    'retired',
    'outdated',
    'expired',
    'archived',
    'inactive',
    'no longer valid',
    'no longer in force',
    'no longer in use',
    'no longer relevant',
    'no longer applicable',
    'no longer applies',
  ],
  Superseded: [
    'superseded',
    'superceded',
    'superseeded',
    'superseding',
    'supplanted',
    'replaced',
    'obsoleted by',
    'deprecated in favour of',
    'deprecated in favor of',
  ],
};

const BY_WORD: ReadonlyMap<string, Status> = new Map(
  Object.entries(WORDS).flatMap(([status, words]) =>
    words.map((word) => [word, status as Status] as const),
  ),
);

const MOST_WORDS = 4;

/** `This decision has been`, `We have`, `Currently`: what may stand before the word. */
const OPENING =
  /^(?:(?:(?:this|the|our)\s+)?(?:(?:adr|decision|record|proposal|document)\s+)?(?:is|was|has\s+been|have\s+been)\s+|we\s+(?:have\s+)?|it\s+(?:is|was|has\s+been)\s+)?(?:(?:now|currently|effectively|hereby|fully|already|since|status)\s*:?\s+)*/;

const REPLACED = /\b(?:super[sc]ee?ded|replaced|obsoleted|supplanted)\s+by\b/;

const IN_PART = /\b(?:partly|partially|in\s+part)\b/;

/**
 * Which of the five a written status means: by the words that open it, and by being superseded where it says by what.
 * `undefined` for a word that is in no table, and for what a template leaves there.
 */
export function statusOf(written: string): Status | undefined {
  return readStatus(written)?.status;
}

/** Whether a text is about what a status may be, as that of a template that explains the words. */
export function isGuidance(text: string): boolean {
  if (statusOf(text) !== undefined || isChoice(text, (word) => BY_WORD.has(word.toLowerCase())))
    return false;
  const words = text.toLowerCase().split(/[^\p{L}']+/u);
  return new Set(words.flatMap((word) => BY_WORD.get(word) ?? [])).size > 2;
}

/** A status as a text says it. */
export interface SaidStatus {
  readonly status: Status;
  /** Offsets of the word in the text. */
  readonly start: number;
  readonly end: number;
}

/** The word of a written status, where `statusOf` knows it, and what it means. */
export function statusWordIn(written: string): SaidStatus | undefined {
  const read = readStatus(written);
  if (!read) return undefined;
  const word = new RegExp(read.word.split(' ').join("[^\\p{L}']+"), 'giu');
  const found = [...written.matchAll(word)];
  // Of a way that is written down, the last stop counts.
  const match = ARROW.test(written) ? found.at(-1) : found[0];
  if (!match) return undefined;
  return { status: read.status, start: match.index, end: match.index + match[0].length };
}

/** What stands between the stops where somebody wrote down how it went. */
export const ARROW = /\s*(?:->|=>|→|➜|⇒)\s*/;

function readStatus(written: string): { status: Status; word: string } | undefined {
  const text = withoutBraces(
    written
      .replace(/:[a-z][a-z0-9_]*:/g, ' ')
      .replace(/[*_`~"'“”‘’]+/g, ' ')
      .trim(),
  );
  if (isPlaceholder(text) || isChoice(text, (word) => BY_WORD.has(word.toLowerCase()))) {
    return undefined;
  }
  const [first = '', ...later] = text.split(ARROW).map(plainWords);
  if (byFirstWords(first) === undefined) return undefined;
  // Where somebody wrote down how it went, the end is what holds.
  const plain = later.findLast((part) => byFirstWords(part) !== undefined) ?? first;
  const read = byFirstWords(plain);
  const clause = /^[^.\n]*/.exec(plain)?.[0] ?? plain;
  return read && REPLACED.test(clause) && !IN_PART.test(clause) && !/\bnot\b/.test(clause)
    ? { ...read, status: 'Superseded' }
    : read;
}

/** What may stand before the word of a status and says no more than that it is one. */
export function isOpening(text: string): boolean {
  return plainWords(text.endsWith(' ') ? text : `${text} `) === '';
}

function plainWords(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
    .replace(/\s+/g, ' ');
  return plain.replace(OPENING, '');
}

function byFirstWords(text: string): { status: Status; word: string } | undefined {
  const words = text.split(/[^\p{L}']+/u).slice(0, MOST_WORDS);
  for (let count = words.length; count > 0; count -= 1) {
    const word = words.slice(0, count).join(' ');
    const status = BY_WORD.get(word);
    if (status !== undefined) return { status, word };
  }
  return undefined;
}
