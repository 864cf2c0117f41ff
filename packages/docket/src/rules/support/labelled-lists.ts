import { hasText, plainText } from '../../records/markdown.ts';
import type { Section } from '../../records/sections.ts';

/** The labels, in lower case, of the bold paragraphs of a section that a list with text follows. */
export function labelledLists(section: Section): ReadonlySet<string> {
  const labels = new Set<string>();
  section.blocks.forEach((block, index) => {
    const list = section.blocks[index + 1];
    if (block.type !== 'paragraph' || block.children[0]?.type !== 'strong') return;
    if (list?.type !== 'list' || !hasText(list)) return;
    labels.add(plainText(block).replace(/:$/, '').toLowerCase());
  });
  return labels;
}
