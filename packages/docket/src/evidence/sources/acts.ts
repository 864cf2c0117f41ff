import type { PathWord } from './path-words.ts';
import type { Act } from './work.ts';

const MAKES = new Set(
  [
    'add adjust append apply author build bundle change complete compose configure convert create customize declare',
    'define design develop document draft embed enable enhance establish expand export expose extend extract fill fix',
    'generate implement improve include init initialise initialize insert install instrument integrate introduce make',
    'modify persist place populate port prepare produce provide put record refactor register reimplement replace rewrite',
    'save scaffold seed setup set split store stub surface tune update upgrade wire write',
  ].flatMap((line) => line.split(' ')),
);

const READS = new Set(
  [
    'analyse analyze assess audit benchmark check compare confirm consult deploy ensure evaluate examine execute follow',
    'identify inspect investigate invoke launch look manually monitor profile read rebuild reference research review run',
    'smoke start study test try understand validate verify walk watch',
  ].flatMap((line) => line.split(' ')),
);

// What a path that follows is the place of; `from`, `of` and `for` point to something else.
const PLACES =
  /(?:^|[\s(])(?:in|at|to|into|under|within|inside|as|files?|named|called)\s*$|[:→(]\s*$|->\s*$/i;

const ELSEWHERE =
  /\b(?:from|per|via|see|using|uses?|following|follows?|against|like|match(?:es|ing)?|mirror\w*|similar|same|reus\w+|import\w*|consum\w+|call\w*|based|referenc\w*|refer\w*|link\w*|point\w*|adher\w*|conform\w*|accord\w*|relative|compar\w*|described|documented|defined|specified|listed|found|outlined|given|noted|existing|exists?|mentioned|shown|patterns?|used|copy|copied|adapt\w*|already)\b/i;

const DELETE =
  /^(?:delete|remove)\s+(?:(?:the|old|legacy|unused|obsolete|deprecated|existing|empty|redundant|stale|files?|module|component|template|example)\s+)*$/i;
const MOVE =
  /^(?:move|rename|relocate)\s+(?:(?:the|old|legacy|existing|files?|module|component)\s+)*$/i;

// After the path of a file that goes as a whole.
const WHOLE = /^\s*(?:$|[.,;:(—–]|-\s|(?:and|&|as|since|because|files?|entirely|completely)\b)/i;

/** What a task says of each path it names. */
export function actsOf(headline: string, words: readonly PathWord[]): Act[] {
  const acts: Act[] = [];
  for (const index of words.keys()) acts.push(actOf(headline, words, index, acts));
  return acts;
}

function actOf(text: string, words: readonly PathWord[], index: number, acts: readonly Act[]): Act {
  const word = words[index];
  if (!word) return 'mentioned';
  const before = text.slice(0, word.start).replace(/[*_~]{2}/g, '');
  const after = text.slice(word.end);
  const lead = (/^[\s([*_~]*([\p{L}-]+)/u.exec(text)?.[1] ?? '').toLowerCase();
  if (DELETE.test(before)) return WHOLE.test(after) ? 'deleted' : 'mentioned';
  if (MOVE.test(before)) return 'moved-from';
  const previous = words[index - 1];
  const between = previous ? text.slice(previous.end, word.start) : undefined;
  const known = acts[index - 1];
  if (previous && between !== undefined && /^\s*(?:,|and|&|\+|,\s*and)\s*$/.test(between)) {
    return known ?? 'mentioned';
  }
  if (known === 'moved-from' && /^[\s`]*(?:file\s*)?(?:to|→|->|into|as)\s*$/i.test(between ?? '')) {
    return 'moved-to';
  }
  if (READS.has(lead)) return 'read';
  if (!isMaking(lead, text)) return 'mentioned';
  if (
    /^[\s`]*(?:if\b|or\b|exists|is present|when\b|already|patterns?\b|style\b|conventions?\b)/i.test(
      after,
    )
  ) {
    return 'mentioned';
  }
  const clause = before.slice(previous?.end ?? 0);
  const near = clause.trimEnd().split(/\s+/).slice(-8).join(' ');
  const isDirect =
    before.trim().split(/\s+/).length <= 3 && !/\b(?:for|of|on|about|by|with)\s*$/i.test(before);
  if (ELSEWHERE.test(near)) return 'mentioned';
  // What is documented is the subject, and the place of the document another.
  const isObject = isDirect && MAKES.has(lead) && lead !== 'document';
  return PLACES.test(before) || isObject ? 'made' : 'mentioned';
}

/** Whether a task makes something: it opens with such a verb, or names a test to be written. */
function isMaking(lead: string, text: string): boolean {
  return (
    MAKES.has(lead) ||
    /^[\s([*_~]*(?:(?:unit|contract|integration|e2e|end-to-end|component|snapshot|property|regression)\s+)tests?\b/i.test(
      text,
    )
  );
}

/** Labels of continuation lines whose paths are what the task is about. */
export const PLACE_LABEL =
  /^\W*(?:locations?|files?|paths?|outputs?|target(?: files?)?|creates?)\W*:\W*/i;
