import { EXAMPLE_BASE } from '../../packages/docket/src/rules/support/example-base.ts';
import type { GrownFile } from './grown.ts';
import { numbersFrom } from './random.ts';

/** Pieces that mean something to a parser of records: of YAML, Markdown, HTML, and of text itself. */
const PIECES = [
  ...[
    '---\n',
    '...\n',
    ': ',
    '- ',
    '&a ',
    '*a',
    '<<: *a\n',
    '!!str ',
    '>-\n',
    '|\n',
    '{',
    '}',
    '[',
  ],
  ...[']', '"', "'", '#', '?', '%YAML 1.1\n', '~', '`', '```\n', '    ', '\t', '> ', '| ', '|-|\n'],
  ...['[a](', '![', '[^1]: ', '<!--', '-->', '<div>', '</div>', '<svg>', '&amp;', '&#0;', '\\'],
  ...['\0', '\r', '\r\n', '\n\n', '\ufeff', '\u202e', '\u2028', '\ud800', '\u00a0', '\u{1f600}'],
  ...['ADR-001', 'Spec 0000', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n', 'docs/adr/../..', '%zz'],
];

/** The records of the example repository, each with a few mutations; endless, and the same for the same seed. */
export function* mutated(seed: number): Generator<GrownFile> {
  const next = numbersFrom(seed);
  const below = (most: number): number => Math.floor(next() * most);
  const files = [...EXAMPLE_BASE].filter(([file]) => file.endsWith('.md'));
  for (;;) {
    const [path = '', base = ''] = files[below(files.length)] ?? [];
    let text = base;
    for (let left = 1 + below(8); left > 0; left -= 1) {
      const at = below(text.length + 1);
      const end = at + below(40);
      const piece = PIECES[below(PIECES.length)] ?? '';
      switch (below(5)) {
        case 0:
          text = text.slice(0, at) + text.slice(end);
          break;
        case 1:
          text = text.slice(0, at) + text.slice(at, end).repeat(2 + below(50)) + text.slice(end);
          break;
        case 2:
          text = text.slice(0, at) + String.fromCharCode(below(0x10000)) + text.slice(at + 1);
          break;
        case 3:
          text = text.slice(0, at);
          break;
        default:
          text = text.slice(0, at) + piece + text.slice(at);
      }
    }
    yield { path, text };
  }
}
