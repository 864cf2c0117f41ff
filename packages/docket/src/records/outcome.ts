/** How a validation step ended. `unknown` is a wording that says none of the others. */
export type Outcome = 'pass' | 'fail' | 'not-run' | 'not-applicable' | 'manual' | 'unknown';

type Said = Exclude<Outcome, 'unknown'>;

/** The words that open a result. */
const WORDS: Readonly<Record<Said, string>> = {
  pass: 'pass(?:e[sd]|ing)?|ok(?:ay)?|yes|done|success(?:ful(?:ly)?)?|succeed(?:s|ed)|completed?|verified|confirmed|green',
  fail: "fail(?:s|ed|ing|ure)?|(?:did |does |do |has |have )?not (?:pass(?:ed)?|ok(?:ay)?|met|satisfied|fulfilled)|(?:did|does)n[’']t pass|broken|errored|red",
  'not-run':
    '(?:was |were )?not[- ](?:yet |been )*(?:run|executed|performed|done|tested|verified|checked|validated|attempted|tried)|not yet|could not be (?:run|executed|tested|verified|checked|validated)|skip(?:ped)?|pending|deferred|postponed|omitted|untested|unverified|unchecked|blocked',
  'not-applicable':
    'n/?a|n\\.a\\.|(?:does )?not[- ](?:applicable|apply|relevant|needed|required)|inapplicable',
  manual:
    'manual(?:ly)?(?: (?:check(?:ed)?|verified|verification|test(?:ed)?|review(?:ed)?|inspection))?|(?:requires?|needs?) (?:a )?manual(?: \\p{L}+)?',
};

/** The marks that stand for a word, as characters and as the short codes of code hosts. */
const MARKS: Readonly<Record<Exclude<Said, 'not-applicable' | 'manual'>, string>> = {
  pass: '[✅✔✓☑👍🟢]|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check|green_circle):|\\[x\\]',
  fail: '[❌✗✘✖✕☒👎🔴]|:(?:x|heavy_multiplication_x|red_circle):',
  'not-run': '[⏭⏩⏳⌛🚧]|:(?:fast_forward|hourglass|construction):|\\[ \\]',
};

/** What a remark after a word opens with where nothing sets it off: `Passed on retry`, `Skipped because …`. */
const CONNECTIVE =
  'with|without|in|on|by|after|before|because|since|for|via|from|at|due|until|when|once|only|but|and|as|see|here|locally|yet|again|now|today';

const anyOf = (table: Readonly<Record<string, string>>) =>
  Object.entries(table)
    .map(([outcome, source]) => `(?<${outcome.replace('-', '_')}>${source})`)
    .join('|');

// A word is read where it ends the text, or where something sets off what follows: `Passing criteria` is no result.
const WORD = new RegExp(
  `(?:${anyOf(WORDS)})(?![\\p{L}\\p{N}_])(?=\\s*$|\\s*[—–,;:!()[\\]{}→…"“\`|]|\\.(?:\\s|$)|\\s+-+\\s|\\s*--|\\s+(?:${CONNECTIVE})\\b|\\s*(?:${Object.values(MARKS).join('|')}))`,
  'iuy',
);
// In capitals a word needs nothing after it: `PASS all sections present`. `PASS/FAIL` is a question.
const CAPITALS =
  /(?:(?<pass>PASS(?:ED)?)|(?<fail>FAIL(?:ED)?)|(?<not_run>NOT[- ]RUN|SKIPPED)|(?<not_applicable>NOT[- ]APPLICABLE)|(?<manual>MANUAL))(?![\p{L}\p{N}_/-])/uy;
const MARK = new RegExp(`(?:${anyOf(MARKS)})\\uFE0F?`, 'iuy');
const PADDING = /(?:[\s*_~"“”'`>]|\uFE0F|⚠|ℹ|🟡)*/uy;

/** What takes an outcome back, or makes a figure of it: `FAIL — fixed, passes now`, `Failed: 0`. */
const TAKEN_BACK: Readonly<Partial<Record<Outcome, RegExp>>> = {
  pass: /^\s*[:=(]\s*(?:no|false|0|none|zero)\s*(?:[.,;)]|$)|\bfail(?:ed|ures?|s|ing)?\s*[:=]?\s*[1-9]|[1-9]\d*\s+(?:tests?\s+|checks?\s+)?fail/i,
  fail: /^[\s:=(—–-]*(?:0|none|zero|nil)\b|^\s*[:=(]\s*(?:no|false)\s*(?:[.,;)]|$)|\bas (?:expected|intended|designed)\b|(?<!\b(?:not|never|to|none|\d+)\s+)\b(?:pass(?:es|ed)?|fixed|resolved|green)\b/i,
  'not-run': /^[\s:=(—–-]*(?:0|none|zero|nil)\b/i,
};

/** A result as read. */
export interface ReadOutcome {
  readonly outcome: Outcome;
  /** The words and marks that say it, as written; empty where nothing does. */
  readonly word: string;
  /** What follows them, as written. */
  readonly remark: string;
}

/**
 * Reads a result by its beginning: a mark, a word of the vocabulary or both, then perhaps a remark. What contradicts
 * itself (`❌ Pass`, `FAIL — fixed, passes now`) is unknown.
 * @param text plain text, without markup
 * @param from where in the text the result begins
 */
export function readOutcome(text: string, from = 0): ReadOutcome {
  let at = from;
  const said = new Set<Said>();
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return undefined;
    at = pattern.lastIndex;
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      if (value !== undefined) said.add(name.replace('_', '-') as Said);
    }
    return match[0];
  };
  take(PADDING);
  const start = at;
  let end = at;
  const step = (pattern: RegExp): boolean => {
    if (take(pattern) === undefined) return false;
    end = at;
    take(PADDING);
    return true;
  };
  while (step(MARK));
  if (!step(WORD)) step(CAPITALS);
  while (step(MARK));
  const word = text.slice(start, end);
  const remark = text.slice(end);
  const outcome = outcomeOf(said);
  return { outcome: TAKEN_BACK[outcome]?.test(remark) ? 'unknown' : outcome, word, remark };
}

// Where the result may stand in an item that repeats its step, likeliest first. The step's own words may hold the
// vocabulary, too: `Must not fail: PASS`.
const PLACES = [
  /(?:^|[—–:(]\s*|\s-+\s+)(?=[^\p{L}]{0,20}(?:PASS|FAIL|SKIPPED|NOT|MANUAL|N\/A))/gu,
  /[—–]\s*|\s-+\s+/gu,
  /^/g,
  /[:(]\s*/gu,
  /(?<![\p{L}\p{N}_/-])(?=PASS|FAIL|SKIPPED|NOT|MANUAL)/gu,
  /(?=[✅✔✓☑❌✗✘✖])/gu,
];

/** Places of one kind that are tried: each takes a look at all that follows. */
const MOST_PLACES = 50;

/** A result that stands in the same text as the step it answers. */
export interface PlacedOutcome extends ReadOutcome {
  /** What stands before the result. */
  readonly before: string;
}

/** Finds and reads the result in an item such as `Lint must not fail — PASS (clean)`; the whole is `before` where none is found. */
export function findOutcome(text: string): PlacedOutcome {
  for (const place of PLACES) {
    let tried = 0;
    for (const { 0: separator, index } of text.matchAll(place)) {
      tried += 1;
      if (tried > MOST_PLACES) break;
      const found = readOutcome(text, index + separator.length);
      if (found.word !== '') return { ...found, before: text.slice(0, index) };
    }
  }
  return { outcome: 'unknown', word: '', remark: '', before: text };
}

/** One outcome for what was said; a word for what was not checked outweighs the mark beside it. */
function outcomeOf(said: ReadonlySet<Said>): Outcome {
  if (said.has('pass') && said.has('fail')) return 'unknown';
  for (const outcome of ['manual', 'not-applicable', 'not-run', 'fail', 'pass'] as const) {
    if (said.has(outcome)) return outcome;
  }
  return 'unknown';
}
