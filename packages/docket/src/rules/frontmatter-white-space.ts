import { defineRule } from '../engine/define.ts';
import { spanAt } from '../records/markdown.ts';
import { isText, yamlTokens } from '../records/yaml-tokens.ts';
import { replaceWith } from './support/edits.ts';
import { NEW_ADR } from './support/example-base.ts';

export default defineRule({
  id: 'frontmatter-white-space',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'The frontmatter has no white space at line ends and no empty lines.',
  why: 'It is invisible and shows up as a change in later diffs; after a fence, some parsers no longer recognise the fence.',
  examples: {
    bad: [
      {
        patches: [{ change: NEW_ADR, from: 'status: Accepted\n', to: 'status: Accepted  \n' }],
        finds: [
          {
            file: NEW_ADR,
            line: 4,
            message:
              'Unexpected white space at the end of a line of the frontmatter, expected none',
          },
        ],
        fixed: { file: NEW_ADR, text: 'status: Accepted\ndate' },
      },
      {
        patches: [{ change: NEW_ADR, from: 'status: Accepted\n', to: 'status: Accepted\n\n' }],
        finds: [
          {
            file: NEW_ADR,
            line: 5,
            message: 'Unexpected empty line in the frontmatter, expected keys only',
          },
        ],
        fixed: { file: NEW_ADR, text: 'status: Accepted\ndate' },
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'tags: [sessions, redis]',
            to: 'tags:\n  - sessions\n  - redis',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: 'prompted-by: "A second web server makes sessions in memory useless."',
            to: 'prompted-by: |\n  A second web server makes\n\n  sessions in memory useless.',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    const { document, frontmatter } = record;
    if (!frontmatter.present || frontmatter.problems.length > 0) return;
    const { start, end } = frontmatter.span;
    const block = document.text.slice(start.offset, end.offset);
    if (!/[ \t]\r?$|^\r?$/m.test(block)) return;
    const { body } = frontmatter;
    const isFree = outsideText(body.start, document.text.slice(body.start, body.end));
    for (const line of block.matchAll(/^([^\r\n]*?)([ \t]*)(\r?\n|$)/gm)) {
      const [whole, content = '', space = '', lineEnd = ''] = line;
      const at = start.offset + line.index;
      if (content === '' && whole !== '' && lineEnd !== '') {
        if (!isFree(at, at + whole.length)) continue;
        const span = spanAt(document, at, at + whole.length);
        report({
          span,
          message: 'Unexpected empty line in the frontmatter, expected keys only',
          help: 'delete the line',
          fix: replaceWith(span, ''),
        });
      } else if (space !== '') {
        const end = at + content.length;
        if (!isFree(end, end + space.length)) continue;
        const isFence = at < body.start || at >= body.end;
        const span = spanAt(document, end, end + space.length);
        report({
          span,
          message: `Unexpected white space ${isFence ? 'after the fence' : 'at the end of a line'} of the frontmatter, expected none`,
          help: 'delete it',
          fix: replaceWith(span, ''),
        });
      }
    }
  },
});

/**
 * Tells of stretches, asked for in order, whether they lie outside every key and value: in a block or in quotes over
 * several lines, white space may be part of the value.
 * @param start offset of the YAML in the document
 */
function outsideText(start: number, yaml: string): (from: number, to: number) => boolean {
  const texts = yamlTokens(yaml).filter(isText);
  let next = 0;
  return (from, to) => {
    while ((texts[next]?.end ?? Number.POSITIVE_INFINITY) <= from - start) next += 1;
    return (texts[next]?.start ?? Number.POSITIVE_INFINITY) >= to - start;
  };
}
