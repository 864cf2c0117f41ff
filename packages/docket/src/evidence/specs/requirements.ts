import type { RootContent } from 'mdast';
import { parseMarkdown, plainText, spanOf, walk } from '../../records/markdown.ts';
import { deltasIn } from '../sources/openspec.ts';
import type { SourceFile, SourceName } from '../sources/source.ts';

/** Something that a specification asks for. */
export interface Requirement {
  /** As tasks name it: `FR-003`, `US1`, a number; a title where it has no other name. Unique within its specification. */
  readonly id: string;
  /** `FR`, `US` and the like: tasks name all of one kind, or none. */
  readonly kind: string;
  readonly text: string;
  /** What a change does to it, where the tool says so. */
  readonly operation: 'added' | 'modified' | 'removed' | 'renamed' | undefined;
  readonly file: string;
  readonly line: number;
}

/** The requirements that a file of a specification states, in its order. */
export function requirementsOf(source: SourceName, file: SourceFile, below: string): Requirement[] {
  switch (source) {
    case 'spec-kit':
      return below === 'spec.md' ? namedIn(file, ID, STORY) : [];
    case 'kiro':
      return below === 'requirements.md' ? namedIn(file, undefined, NUMBERED) : [];
    case 'openspec': {
      const capability = /^specs\/(.+)\/spec\.md$/.exec(below)?.[1];
      if (capability === undefined) return [];
      return deltasIn(file.text, capability).map(({ title, operation, span }) => ({
        ...{ id: title, kind: 'delta', text: title, operation },
        ...{ file: file.path, line: span.start.line },
      }));
    }
    case 'bmad':
    case 'gsd':
    case 'ours':
      return [];
  }
}

const ID = /^((FR|NFR|SC)-\d+[a-z]?)\b[\s:.–—-]*(.*)$/s;
const STORY = /^User Story\s+(\d+)\b[\s:.–—-]*(.*)$/is;
const NUMBERED = /^Requirement\s+(\d+)\b[\s:.–—-]*(.*)$/is;

/** Paragraphs, in lists too, that open with an id, and headings that open with a word and a number. */
function namedIn(
  { path, text }: SourceFile,
  id: RegExp | undefined,
  heading: RegExp,
): Requirement[] {
  const document = parseMarkdown(text);
  const found = new Map<string, Requirement>();
  const add = (node: RootContent, key: string, kind: string, words: string): void => {
    const { line } = spanOf(document, node).start;
    // What a text says a second time of an id is a reference.
    if (found.has(key)) return;
    found.set(key, { id: key, kind, text: words.trim(), operation: undefined, file: path, line });
  };
  walk(document.tree, (node) => {
    if (node.type === 'heading') {
      const [, number, words = ''] = heading.exec(plainText(node).trim()) ?? [];
      if (number === undefined) return;
      const isStory = heading === STORY;
      add(node, isStory ? `US${number}` : number, isStory ? 'US' : 'numbered', words);
    } else if (node.type === 'paragraph' && id) {
      const [, key, kind, words = ''] = id.exec(plainText(node).trim()) ?? [];
      if (key !== undefined && kind !== undefined) add(node, key, kind, words);
    }
  });
  return [...found.values()];
}
