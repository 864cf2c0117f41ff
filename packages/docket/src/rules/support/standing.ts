import type { Corpus } from '../../records/corpus.ts';
import type { AdrRecord, DocketRecord } from '../../records/record.ts';

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

/** Lines of a record's body that name another record. */
export function linesNaming(record: DocketRecord, id: string): string[] {
  const { text } = record.document;
  const body = text.slice(record.frontmatter.span.end.offset);
  return body.split('\n').filter((line) => line.toUpperCase().includes(id));
}
