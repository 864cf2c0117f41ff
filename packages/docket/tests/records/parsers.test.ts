import { globSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { patchedFiles } from '../../src/engine/examples.ts';
import { parseMarkdown, walk } from '../../src/records/markdown.ts';
import { RULES } from '../../src/rules/index.ts';
import { EXAMPLE_BASE } from '../../src/rules/support/example-base.ts';
import { ownSession, ROOT } from '../support/repository.ts';

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** The blocks, links and code of a tree with their places: what rules and pages read. */
function shape(tree: Nodes): string[] {
  const lines: string[] = [];
  walk(tree, (node, parents) => {
    if (node.type === 'text') return;
    const at = node.position
      ? `${node.position.start.line}:${node.position.start.column}-${node.position.end.line}:${node.position.end.column}`
      : '?';
    const detail =
      'url' in node ? node.url : 'depth' in node ? node.depth : 'lang' in node ? node.lang : '';
    lines.push(`${'  '.repeat(parents.length)}${node.type} ${at} ${detail ?? ''}`.trimEnd());
  });
  return lines;
}

test('Sätteri and remark-parse read every record alike', async () => {
  const { corpus } = await ownSession();
  expect(corpus.records.length).toBeGreaterThanOrEqual(20);
  for (const { path: file, document } of corpus.records) {
    expect(shape(document.tree), file).toEqual(shape(remark.parse(document.text)));
  }
});

test('Sätteri and remark-parse read every broken record of the examples and the ruined folder alike', () => {
  const folder = path.join(ROOT, 'packages/docket/tests/fixtures');
  const ruined = globSync('ruined/**/*.md', { cwd: folder }).map(
    (file) => [file, readFileSync(path.join(folder, file), 'utf8')] as const,
  );
  const examples = RULES.flatMap(({ id, examples: { bad } }) =>
    bad.flatMap(({ patches }, index) =>
      [...patchedFiles(patches)]
        .filter(([file, text]) => file.endsWith('.md') && EXAMPLE_BASE.get(file) !== text)
        .map(([file, text]) => [`${id} ${index}: ${file}`, text] as const),
    ),
  );
  expect(ruined.length + examples.length).toBeGreaterThan(150);
  for (const [file, written] of [...ruined, ...examples]) {
    const { tree, text, cutAt } = parseMarkdown(written.replace(/^\uFEFF/, ''));
    // What is nested without end is cut on purpose. Below a fence that is never closed, remark-frontmatter takes lists
    // for paragraphs; such a record is judged no further.
    const isUnclosed = text.startsWith('---') && tree.children[0]?.type !== 'yaml';
    if (cutAt === undefined && !isUnclosed)
      expect(shape(tree), file).toEqual(shape(remark.parse(text)));
  }
});

test('Sätteri and remark-parse read the torture file alike', async () => {
  const text = await readFile(path.join(ROOT, 'packages/docket/tests/fixtures/torture.md'), 'utf8');
  const ours = shape(parseMarkdown(text).tree);
  expect(ours.length).toBeGreaterThan(100);
  expect(ours).toEqual(shape(remark.parse(text)));
});
