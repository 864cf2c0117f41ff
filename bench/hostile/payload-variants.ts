import { PAYLOADS } from '../../packages/docket/tests/hostile/payload-texts.ts';
import { numbersFrom } from './random.ts';

/** Pieces that change how a parser reads what stands around them. */
const PIECES = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '`',
    '=',
    '/',
    '\\',
    '&',
    ' ',
    '\t',
    '\n',
    '\n\n',
    '\f',
    '\u0001',
    '\u00a0',
  ],
  ...['<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?', '?>', '<!', '</', '/>', '&lt;', '&#x3c;'],
  ...[
    '<svg>',
    '</svg>',
    '<math>',
    '<mtext>',
    '<mglyph>',
    '<style>',
    '</style>',
    '<title>',
    '</title>',
  ],
  ...[
    '<textarea>',
    '</textarea>',
    '<noscript>',
    '</noscript>',
    '<template>',
    '</template>',
    '<table>',
  ],
  ...[
    '<select>',
    '<form>',
    '</form>',
    '<p>',
    '</p>',
    '<a>',
    '<b>',
    '<b x="',
    '<desc>',
    '<foreignObject>',
  ],
  ...['> ', '- ', '1. ', '    ', '# ', '| ', '***', '[', '](', ')', '![', '```', '[^a]: '],
];

/** Endless variants of the known payloads, the same for the same seed. */
export function* variants(seed: number): Generator<string> {
  const next = numbersFrom(seed);
  const below = (most: number): number => Math.floor(next() * most);
  const payload = (): string => PAYLOADS[below(PAYLOADS.length)]?.text ?? '';
  for (;;) {
    let text = payload();
    for (let left = 1 + below(4); left > 0; left -= 1) {
      const at = below(text.length + 1);
      const piece = PIECES[below(PIECES.length)] ?? '';
      const other = payload();
      switch (below(6)) {
        case 0:
          text = text.slice(0, at) + text.slice(at + 1 + below(3));
          break;
        case 1:
          text = text.slice(0, at) + other.slice(below(other.length));
          break;
        case 2:
          text = `${text}${['', ' ', '\n', '\n\n'][below(4)]}${other}`;
          break;
        case 3:
          text = text.slice(0, at) + (text[at] ?? '').toUpperCase() + text.slice(at + 1);
          break;
        default:
          text = text.slice(0, at) + piece + text.slice(at);
      }
    }
    yield text;
  }
}
