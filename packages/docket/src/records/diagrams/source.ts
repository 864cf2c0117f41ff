import type { Statement } from './statement.ts';

/** A Mermaid source with the texts that stand in for the picture taken out. */
export interface SplitSource {
  /** Text of `accTitle:`, else the title of the block between `---` that the source begins with. */
  readonly title: string | undefined;
  /** Text of `accDescr:` or `accDescr { … }`, on one line. */
  readonly description: string | undefined;
  /** The source without those statements. */
  readonly code: string;
  /** The lines that say something; the first is the diagram's kind. */
  readonly statements: readonly Statement[];
}

const ONE_LINE = /^acc(Title|Descr)\s*:\s*(\S.*)$/;
const BLOCK = /^accDescr\s*\{([^}]*)(\}?)$/;
const COMMENT = /^%%(?!\{)./;

/** Splits a Mermaid source into statements, and the two that say what it shows to those who do not see it. */
export function splitSource(source: string): SplitSource {
  const kept: string[] = [];
  const statements: Statement[] = [];
  const texts: { Title?: string; Descr?: string } = {};
  let description: string[] | undefined;
  for (const [index, written] of source.split(/\r\n?|\n/).entries()) {
    const text = written.trim();
    const statement = { line: index + 1, text };
    const [, name, words] = ONE_LINE.exec(text) ?? [];
    const [, start, end] = BLOCK.exec(text) ?? [];
    if (description) {
      description.push(text.replace(/\}$/, ''));
    } else if (name) {
      texts[name as 'Title'] = words?.trim() ?? '';
    } else if (start !== undefined) {
      description = [start];
    } else {
      kept.push(written);
      if (text !== '' && !COMMENT.test(text)) statements.push(statement);
      continue;
    }
    if (description && (end || text.endsWith('}'))) {
      texts.Descr = description.join(' ').replace(/\s+/g, ' ').trim();
      description = undefined;
    }
    // Elsewhere Mermaid may take them for something else.
    if (statements.length !== 1) statements.push(statement);
  }
  return {
    title: texts.Title || titleOfBlock(kept),
    description: texts.Descr || undefined,
    code: kept.join('\n').trim(),
    statements,
  };
}

/** The title in the block between `---` above a diagram. */
function titleOfBlock(lines: readonly string[]): string | undefined {
  if (lines[0]?.trim() !== '---') return undefined;
  const block = lines.slice(
    1,
    lines.findIndex((line, at) => at > 0 && line.trim() === '---'),
  );
  const title = block.map((line) => /^title:\s+(\S.*)$/.exec(line)?.[1]).find(Boolean);
  return title?.replace(/^(["'])(.*)\1\s*$/, '$2').trim();
}
