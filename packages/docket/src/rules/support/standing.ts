import type { Problem } from '../../engine/define.ts';
import type { Corpus } from '../../records/corpus.ts';
import type { Mismatch } from '../../records/finding.ts';
import type { AdrRecord, DocketRecord } from '../../records/record.ts';
import { quoteAll } from './words.ts';

/** Words by which a text says that it knows what became of a decision. */
const SAYS_SO =
  /\b(?:supersed\w*|replac\w*|reject\w*|turned down|deprecat\w*|proposed|proposal|draft|obsolete|former\w*|previous\w*|earlier|historic\w*|no longer|once|was|were|had|until|withdrawn|old|instead|abandon\w*|retire\w*)\b/i;

/** Whether a stretch of text about a decision says that it does not, or not yet, stand. */
export function saysStanding(text: string): boolean {
  return SAYS_SO.test(text);
}

/** The decisions that replaced one, by its own word or by theirs. */
export function successorsOf(corpus: Corpus, record: AdrRecord): AdrRecord[] {
  const named = corpus
    .relationsFrom(record)
    .flatMap(({ type, to }) => (type === 'superseded-by' && to ? [to] : []));
  const naming = corpus
    .relationsTo(record)
    .filter(({ type }) => type === 'supersedes')
    .map(({ from }) => from);
  return [...new Set([...named, ...naming])];
}

/** The decisions that replaced one which says that it is superseded; none for another. */
export function replacementsOf(corpus: Corpus, record: AdrRecord): AdrRecord[] {
  return record.fields.status.value === 'Superseded' ? successorsOf(corpus, record) : [];
}

/** What is wrong with a citation of a decision that others replaced. */
export function supersededProblem(
  to: AdrRecord,
  successors: readonly AdrRecord[],
): Mismatch & Pick<Problem, 'help' | 'related'> {
  const names = successors.map((record) => record.id);
  return {
    found: `citation of \`${to.id}\`, which is superseded by ${quoteAll(names, 'and')}`,
    help: `cite ${quoteAll(names, 'or')}, or say in the same sentence that \`${to.id}\` is superseded`,
    related: [{ file: to.path, span: to.fields['superseded-by'].span, label: 'superseded here' }],
  };
}

/** Lines of a record's body that name another record. */
export function linesNaming(record: DocketRecord, id: string): string[] {
  const { text } = record.document;
  const body = text.slice(record.frontmatter.span.end.offset);
  return body.split('\n').filter((line) => line.toUpperCase().includes(id));
}
