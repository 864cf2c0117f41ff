/** Between a word and the record it tells of: `section "Retention" and 4.2 of the`. */
const BEFORE = /\b(?:sections?|parts?|§+)\s+(.{1,120}?)\s+(?:of|in|from)\s+(?:the\s+)?$/i;
/** Behind the record: ` (only section Retention)`, ` § 4.2`. */
const BEHIND =
  /^\s*(?:\(\s*(?:only\s+)?(?:the\s+)?(?:sections?|§+)\s*:?\s*([^()]{1,200})\)|§+\s*([\w./-]{1,80}))/i;

/** A name in quotation marks, in which a comma or an `and` is a part of it, or what stands between such names. */
const QUOTED_OR_NOT = /["“][^"“”]*["”]|[^"“”]+/g;
const BETWEEN_NAMES = /\s*(?:[,;&]|\band\b)\s*/;

/**
 * The sections that a text names beside a record of which it tells, as headings have them.
 * @param before what stands between the word that tells and the record
 * @param behind what follows the record
 */
export function sectionsNamed(before: string, behind: string): string[] {
  const [, list] = BEFORE.exec(before) ?? [];
  const [, inBrackets, sign] = BEHIND.exec(behind) ?? [];
  const named = list ?? inBrackets ?? sign;
  if (named === undefined || /^(?:\w+\s+)?(?:it|that|this|which|them|the)$/i.test(named)) return [];
  return (named.match(QUOTED_OR_NOT) ?? [])
    .flatMap((words) => (/^["“]/.test(words) ? [words] : words.split(BETWEEN_NAMES)))
    .map((name) => name.replace(/^[\s"'“”‘’`*_]+|[\s"'“”‘’`*_]+$/g, ''))
    .filter((name) => name !== '');
}

/** The words behind a record that name its sections, as `sectionsNamed` reads them; empty where none is named. */
export function partWords(sections: readonly string[]): string {
  if (sections.length === 0) return '';
  const names = sections.map((name) => (/[,;&]|\band\b/i.test(name) ? `"${name}"` : name));
  const last = names.pop();
  const list = names.length > 0 ? `${names.join(', ')} and ${last}` : last;
  return ` (only ${sections.length > 1 ? 'sections' : 'section'} ${list})`;
}
