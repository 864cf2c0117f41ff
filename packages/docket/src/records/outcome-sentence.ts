import type { Span } from './finding.ts';
import { plainText, spanOf } from './markdown.ts';
import type { AdrRecord } from './record.ts';

/** What was decided, in one sentence of the record. */
export interface OutcomeSentence {
  readonly text: string;
  readonly span: Span;
}

/** UTF-16 units of a sentence that is shown beside others. */
const LONGEST = 300;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What a decision came to: its description, else the first sentence of the section that states the decision;
 * `undefined` where the record has neither.
 */
export function outcomeSentence(adr: AdrRecord): OutcomeSentence | undefined {
  const { description } = adr.fields;
  if (description.value !== undefined) return { text: description.value, span: description.span };
  const section = adr.sections.get('decision');
  const block = section?.blocks.find(({ type }) => type === 'paragraph' || type === 'list');
  if (!block) return undefined;
  const text = plainText(block.type === 'list' ? (block.children[0] ?? []) : block);
  const [first] = segmenter.segment(text.replace(/\s+/g, ' ').trim());
  const sentence = first?.segment.trim() ?? '';
  if (sentence === '') return undefined;
  const shown = sentence.length > LONGEST ? `${sentence.slice(0, LONGEST)}…` : sentence;
  return { text: shown, span: spanOf(adr.document, block) };
}
