/** How a clause may go on that says when, where and why, but not what: `not run twice` speaks of something else. */
const TAIL = `(?: (?:${[
  'yet|here|now|today|so far|at all|for now|either|this time',
  'at (?:this|the) (?:time|moment|point)',
  '(?:in|from) (?:this|the|my|our) (?:(?!(?:in|from) )\\p{L}+ ){0,3}(?:environment|sandbox|session|container|context|setup|workspace)',
].join(
  '|',
)})){0,4}(?: (?:because|since|due to|owing to|for (?:lack|want) of|until|till|before|pending|so|as (?:there|it|the|no|we|this))\\b.*)?(?:,.*)?`;

const DONE =
  '(?:run|rerun|re-run|executed|performed|carried out|done|verified|validated|checked|tested|confirmed|tried|attempted)';

/** What the step itself is called in a sentence about it. */
const STEP =
  '(?:(?:the|this|that|these|my|our) )?(?:(?:whole|full|entire|manual|automated|unit|integration|end-to-end|e2e|validation|verification|test|lint) )*(?:it|this|step|check|checks|tests?|suite|validation|verification|inspection|lint|linter|review)';

/** What one waits for, where `pending` means "until", and is no word for a state of things. */
const AWAITED =
  '(?:the|an?|my|our|your|their|its|this|that) .+|(?:[\\p{L}\\p{N}-]+ ){0,2}(?:commit|merge|push|review|approval|sign-?off|confirmation|verification|validation|deployment|deploy|rollout|release|access|decision|credentials|permissions?|input|feedback|apply|run|rerun|testing|test|check|ci)(?: (?:by|from|of|in|on|at|to|before|until|with) .*)?';

const NOT_DONE = `(?:not (?:yet |been |actually |even )*${DONE}|un(?:tested|verified|checked|validated)|skipped|deferred|postponed|omitted)`;

/** A clause that says of the step that it was not carried out, and of nothing else. */
const OF_THE_STEP = new RegExp(
  `^(?:${[
    `(?:${STEP} (?:was|were|has|have|had|is still|are still|remains?) (?:still |yet )?)?${NOT_DONE}${TAIL}`,
    `(?:${STEP} )?(?:could not|couldn[’']t|cannot|can[’']t|can not) (?:yet )?be ${DONE}${TAIL}`,
    `(?:${STEP} )?(?:is |was |are |were |remains? |still )*(?:yet )?to be ${DONE}${TAIL}`,
    `(?:we |i |was |were )?unable to ${DONE.replace('run', 'run|verify|validate|check|test|confirm|execute|perform')}${TAIL}`,
    `(?:still )?pending(?: (?:${AWAITED}))?(?:,.*)?`,
    `(?:${STEP}|commit|deployment|approval) (?:is |are |was |still |remains? )*pending`,
    `not yet${TAIL}`,
    `n/a until\\b.*`,
  ].join('|')})$`,
  'isu',
);

/** A clause that says that the step, or a part of it, was carried out. */
const CARRIED_OUT =
  /(?<!\b(?:not|never|nothing|cannot|un) )\b(?:pass(?:es|ed)?|succeed(?:s|ed)?|clean|green|works|worked|verified|checked|done)\b/iu;

/** Characters of a text that are read. */
const LONGEST = 2000;

/** Only a count: `skipped: 0`, `pending: none`. */
const FIGURE = /^[\p{L} -]+[:=]\s*(?:\d|(?:none|nil|zero)\b|no$)/iu;

/**
 * The words by which a text says that the step it tells of was not carried out; `undefined` where it does not. Words
 * such as `pending` and `skipped` that speak of something else are none: `handles pending payments`.
 * @param text plain text of what is said of a result
 */
export function disclaimerIn(text: string): string | undefined {
  // No clause that is about a step is longer; what is beyond would only take time.
  const clauses = text
    .slice(0, LONGEST)
    .split(/[.;!?](?=\s|$)|\n|\s[–—-]+\s|,?\s(?:but|though|although|however|yet it)\s/i)
    .map((clause) => clause.trim().replace(/^[(["“*_\s]+|[)\]"”*_\s]+$/gu, ''))
    .filter((clause) => clause !== '' && !FIGURE.test(clause))
    .map((clause) => clause.replace(/^(?:result|outcome)\s*:\s*/i, ''));
  const found = clauses.find((clause) =>
    OF_THE_STEP.test(clause.replace(/^(not run|pending|skipped)\s*:.*$/i, '$1')),
  );
  // `All tests pass; pending merge`: the step was carried out, and something else waits.
  return clauses.some((clause) => clause !== found && CARRIED_OUT.test(clause)) ? undefined : found;
}
