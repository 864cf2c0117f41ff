/*
 * What templates leave in a field for the author to replace. It says nothing about the decision.
 */

const NOTHING =
  /^(?:n\/?a|none|no|nil|null|nothing|not applicable|tb[ad]|to be (?:decided|defined|determined)|todo|insert .{1,30}|your .{1,30}|(?:some)?one or more .{1,40}|unset|empty|optional|name|names|date|dates|author|authors|[-–—_.…?\s]+)[.!]?$/i;

const DATE_FORM = /^[({[<]*\s*(?:y{4}|d{1,2}|m{1,2})(?:[-/. ]?(?:y{2,4}|m{1,3}|d{1,2})){1,2}\b/i;

/** Two words and more in brackets of their own: `{list everyone involved}`, `[short title]`, `<date>`. */
const BRACKETED = /^(?:\{[^{}]*\}|\[[^[\]]*\]|<[^<>]*>|\$\{[^{}]*\}|%[A-Z_]+%|__[A-Z_]+__)$/;

/** A list of the words to choose from: `proposed | accepted | …`. */
const CHOICES = /^(?:\S+\s){1,4}\|(?:\s\S+){1,5}(?:\s\|(?:\s\S+){1,5})*$/;

/** The word that alone stands in the braces or brackets of a template, as an author left it there: `{accepted}`. */
export function withoutBraces(text: string): string {
  return (
    /^(?:\{\s*([^{}|]*?)\s*\}|\[\s*([^[\]|]*?)\s*\])$/
      .exec(text.trim())
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? text
  );
}

/** Whether a text is what a template says in the place of a value, or says that there is none. */
export function isPlaceholder(text: string): boolean {
  const plain = text.replace(/[*_`"'“”]+/g, '').trim();
  if (plain === '' || NOTHING.test(plain) || DATE_FORM.test(plain)) return true;
  if (BRACKETED.test(plain)) return /[\s|…<%$]/.test(withoutBraces(plain).trim());
  return CHOICES.test(plain.replace(/[{}[\]<>]/g, '')) || /^\{[^}]*\|/.test(plain);
}

/** Whether a text asks to choose from several words with slashes: `Proposed / Accepted / Deprecated`. */
export function isChoice(text: string, isWord: (word: string) => boolean): boolean {
  const parts = text.split(/\s*[/|,]\s*|\s+or\s+/i).map((part) => part.replace(/[^\p{L} ]/gu, ''));
  return parts.length > 2 && parts.filter((part) => isWord(part.trim())).length > 2;
}

/** What the templates of adr-tools, and of tools that follow it, say below their headings. */
const SENTENCES: readonly string[] = [
  'The issue motivating this decision, and any context that influences or constrains the decision.',
  "The change that we're proposing or have agreed to implement.",
  'What becomes easier or more difficult to do and any risks introduced by the change that will need to be mitigated.',
  'What is the issue that we’re seeing that is motivating this decision or change?',
  'What is the change that we’re proposing and/or doing?',
  'What becomes easier or more difficult to do because of this change?',
];

/** Whether a paragraph is what a tool's template says there. */
export function isTemplateSentence(text: string): boolean {
  const plain = (one: string) => one.replace(/[’']/g, "'").toLowerCase();
  return SENTENCES.some((sentence) => plain(sentence) === plain(text));
}
