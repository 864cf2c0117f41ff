import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font } from 'opentype.js';
import { CARD_HEIGHT, CARD_WIDTH } from './card-size.ts';

/** What an image of a page says. */
export interface Card {
  /** What the site is called. */
  readonly site: string;
  /** Number of the record, such as `ADR-018`; absent on the image of the site. */
  readonly label: string | undefined;
  readonly status: string | undefined;
  readonly title: string;
  readonly description: string | undefined;
}

/** Changes with the look, so that images of an earlier look are not taken for new ones. */
export const CARD_LOOK = 1;

const MARGIN = 80;
const COLOURS: Readonly<Record<string, string>> = {
  Accepted: '#0b5c48',
  Proposed: '#1b4f9a',
  Superseded: '#774600',
  Deprecated: '#524c62',
  Rejected: '#96202f',
};

const require = createRequire(import.meta.url);
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic'];
const fonts = new Map<number, readonly Font[]>();

function fontsOf(weight: 400 | 700): readonly Font[] {
  const known = fonts.get(weight);
  if (known) return known;
  const loaded = SUBSETS.map((subset) => {
    const file = require.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`);
    const bytes = readFileSync(file);
    return opentype.parse(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    );
  });
  fonts.set(weight, loaded);
  return loaded;
}

/** The font that has a letter; `undefined` where none has. */
function fontFor(weight: 400 | 700, letter: string): Font | undefined {
  return fontsOf(weight).find((font) => font.charToGlyphIndex(letter) > 0);
}

/** A text as outlines, letter by letter, so that the picture depends on no font of the machine. */
function outlines(
  text: string,
  { size, weight }: { size: number; weight: 400 | 700 },
): { path(x: number, y: number): string; width: number } {
  const placed: { font: Font; letter: string; x: number }[] = [];
  let [x, before] = [0, undefined as { font: Font; letter: string } | undefined];
  for (const letter of text) {
    // A letter that no font has is left out rather than shown as a box.
    const font = fontFor(weight, letter);
    if (!font) continue;
    const scale = size / font.unitsPerEm;
    const glyph = font.charToGlyph(letter);
    if (before?.font === font) {
      x += font.getKerningValue(font.charToGlyph(before.letter), glyph) * scale;
    }
    placed.push({ font, letter, x });
    x += (glyph.advanceWidth ?? 0) * scale;
    before = { font, letter };
  }
  return {
    width: x,
    path: (left, y) =>
      placed
        .map(({ font, letter, x: shift }) =>
          font
            .charToGlyph(letter)
            .getPath(left + shift, y, size)
            .toPathData(1),
        )
        .join(''),
  };
}

/** More letters than any picture has room for; a longer text is measured no further. */
const MOST_LETTERS = 500;

/** Breaks a text into lines no wider than `width`; the last of at most `most` lines ends in an ellipsis if cut. */
export function breakLines(
  text: string,
  { width, most, size, weight }: { width: number; most: number; size: number; weight: 400 | 700 },
): string[] {
  const fits = (line: string) => outlines(line, { size, weight }).width <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.slice(0, MOST_LETTERS).split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) {
      line = longer;
    } else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const kept = lines.slice(0, most).map((kept) => shorten(kept, fits, false));
  const last = kept.pop() ?? '';
  return [...kept, lines.length > most ? shorten(last, fits, true) : last];
}

function shorten(line: string, fits: (line: string) => boolean, isCut: boolean): string {
  if (!isCut && fits(line)) return line;
  const letters = [...line];
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The picture of a page as SVG, all text as outlines. */
export function cardSvg(card: Card): string {
  const parts: string[] = [];
  const draw = (
    text: string,
    {
      x,
      y,
      size,
      weight,
      fill,
    }: { x: number; y: number; size: number; weight: 400 | 700; fill: string },
  ): number => {
    const { path, width } = outlines(text, { size, weight });
    parts.push(`<path fill="${fill}" d="${path(x, y)}"/>`);
    return width;
  };
  const width = CARD_WIDTH - 2 * MARGIN;
  parts.push(
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="#faf9f5"/><rect width="${CARD_WIDTH}" height="14" fill="#e6b95f"/>`,
  );
  if (card.label !== undefined) {
    const label = outlines(card.label, { size: 32, weight: 700 });
    const end = MARGIN + label.width + 72;
    parts.push(
      `<path fill="#e6b95f" d="M${MARGIN + 18} 74H${end}V130H${MARGIN + 18}L${MARGIN} 114V90z"/><circle cx="${MARGIN + 26}" cy="102" r="7" fill="#faf9f5"/>`,
      `<path fill="#241a05" d="${label.path(MARGIN + 48, 113)}"/>`,
    );
    if (card.status !== undefined) {
      const fill = COLOURS[card.status] ?? '#524c62';
      parts.push(`<circle cx="${end + 38}" cy="102" r="10" fill="${fill}"/>`);
      draw(card.status, { x: end + 60, y: 113, size: 30, weight: 700, fill });
    }
  }
  const title = breakLines(card.title, { width, most: 3, size: 64, weight: 700 });
  let y = 230;
  for (const line of title) {
    draw(line, { x: MARGIN, y, size: 64, weight: 700, fill: '#161b24' });
    y += 78;
  }
  const lines = breakLines(card.description ?? '', {
    width,
    most: title.length > 2 ? 2 : 3,
    size: 30,
    weight: 400,
  });
  y += 4;
  for (const line of lines) {
    draw(line, { x: MARGIN, y, size: 30, weight: 400, fill: '#59616e' });
    y += 42;
  }
  parts.push(
    `<g transform="translate(${MARGIN} 552) scale(1.5)"><path fill="#e6b95f" fill-rule="evenodd" d="M7.2 1h9.6L23 7.4V25a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V7.4L7.2 1zM12 5.2a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z"/><path stroke="#241a05" stroke-width="2.1" d="M5.6 14.2h12.8M5.6 18.4h12.8M5.6 22.6h7.4"/></g>`,
  );
  const [site = ''] = breakLines(card.site, {
    ...{ width: width - 52, most: 1, size: 32, weight: 700 },
  });
  draw(site, { x: MARGIN + 52, y: 585, size: 32, weight: 700, fill: '#161b24' });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">${parts.join('')}</svg>`;
}
