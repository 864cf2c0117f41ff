import { type MarkdownDocument, parseMarkdown } from '../../records/markdown.ts';
import { findSection, type Outline, outlineOf, type Section } from '../../records/sections.ts';
import { fail, notRun, type Observation, type Scene } from './observation.ts';

/** A Markdown file of the scene's tree. */
export interface Source {
  readonly kind: 'source';
  /** As the tree has it. */
  readonly path: string;
  readonly document: MarkdownDocument;
  readonly outline: Outline;
}

/** Opens a Markdown file, or says why a check of it fails or cannot be run. */
export function openSource(
  path: string,
  { tree }: Scene,
): Source | { kind: 'closed'; observation: Observation } {
  const found = tree.locate(path);
  if (found === undefined) {
    return { kind: 'closed', observation: fail(`no \`${path}\` in ${tree.name}`) };
  }
  const text = tree.text(path);
  if (text === undefined) {
    const observation = notRun(`the text of \`${found}\` is not available in ${tree.name}`);
    return { kind: 'closed', observation };
  }
  const document = parseMarkdown(text);
  return { kind: 'source', path: found, document, outline: outlineOf(document) };
}

/** The section a check is limited to; `undefined` for the whole file, `missing` where there is none of the title. */
export function sectionOf(
  source: Source,
  title: string | undefined,
): Section | undefined | 'missing' {
  if (title === undefined) return undefined;
  return findSection(source.outline.sections, title) ?? 'missing';
}
