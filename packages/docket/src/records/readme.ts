import type { Nodes } from 'mdast';
import { parseMarkdown, plainText, walk } from './markdown.ts';

/** The first heading of a README as text, without badges; `undefined` where it has none that could name a repository. */
export function titleOfReadme(text: string): string | undefined {
  let title: string | undefined;
  walk(parseMarkdown(text).tree, (node) => {
    if (node.type === 'heading' && node.depth === 1)
      title ??= plainText(withoutImages(node.children));
  });
  return title !== undefined && title.length > 0 && title.length <= 60 ? title : undefined;
}

function withoutImages<T extends Nodes>(nodes: readonly T[]): T[] {
  return nodes.filter((node) => {
    if (node.type === 'image' || node.type === 'imageReference') return false;
    // A badge leads somewhere.
    return !('children' in node) || withoutImages(node.children as Nodes[]).length > 0;
  });
}
