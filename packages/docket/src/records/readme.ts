import { parseMarkdown, plainText, walk } from './markdown.ts';

/** The first heading of a README as text; `undefined` where it has none that could name a repository. */
export function titleOfReadme(text: string): string | undefined {
  let title: string | undefined;
  walk(parseMarkdown(text).tree, (node) => {
    if (node.type === 'heading' && node.depth === 1) title ??= plainText(node).trim();
  });
  return title !== undefined && title.length > 0 && title.length <= 60 ? title : undefined;
}
