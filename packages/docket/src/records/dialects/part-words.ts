/** Between a word and the record it tells of: `section "Retention" and 4.2 of the`. */
const BEFORE = /\b(?:sections?|parts?|§+)\s+(.{1,120}?)\s+(?:of|in|from)\s+(?:the\s+)?$/i;
/** Behind the record: ` (only section Retention)`, ` § 4.2`. */
const BEHIND =
  /^\s*(?:\(\s*(?:only\s+)?(?:the\s+)?(?:sections?|§+)\s*:?\s*([^()]{1,200})\)|§+\s*([\w./-]{1,80}))/i;

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
  return named
    .split(/\s*(?:[,;&]|\band\b)\s*/)
    .map((name) => name.replace(/^[\s"'“”‘’`*_]+|[\s"'“”‘’`*_]+$/g, ''))
    .filter((name) => name !== '');
}
