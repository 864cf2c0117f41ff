import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { STATUSES } from '../../../docket/src/records/status.ts';
import {
  asSeenWith,
  contrast,
  distance,
  type Rgb,
  readHex,
} from '../../../docket/tests/support/colour.ts';
import { ROOT } from '../../../docket/tests/support/repository.ts';
import { markShape } from '../../views/marks.ts';

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

const css = readFileSync(path.join(ROOT, 'packages/starlight-docket/styles/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

function colour(name: string, scheme: Scheme): Rgb {
  const token = tokens.get(name);
  if (!token) throw new Error(`Expected a colour --${name}`);
  return readHex(token[scheme]);
}

const TONES = STATUSES.map((status) => status.toLowerCase());
const pairs = TONES.flatMap((a, index) => TONES.slice(index + 1).map((b) => [a, b] as const));

test('the measures agree with known values', () => {
  const [black, white] = [readHex('#000000'), readHex('#ffffff')];
  expect(contrast(black, white)).toBeCloseTo(21, 5);
  expect(contrast(readHex('#767676'), white)).toBeCloseTo(4.54, 2);
  expect(distance(black, white)).toBeCloseTo(1, 3);
  // Pure red and a dark olive green are far apart, and much nearer without the cones for green.
  const [red, green] = [readHex('#ff0000'), readHex('#6b8e23')];
  expect(distance(asSeenWith('deuteranopia', red), asSeenWith('deuteranopia', green))).toBeLessThan(
    distance(red, green) / 2,
  );
});

for (const scheme of SCHEMES) {
  test(`text is read with a contrast of 4.5 on every ground, ${scheme}`, () => {
    for (const text of ['ink', 'text', 'muted', 'link', 'link-hover']) {
      for (const ground of ['paper', 'surface', 'sunken']) {
        const ratio = contrast(colour(text, scheme), colour(ground, scheme));
        expect(ratio, `--${text} on --${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test(`each status is read on its badge and on the page, ${scheme}`, () => {
    for (const tone of TONES) {
      for (const ground of [`${tone}-wash`, 'paper', 'surface', 'sunken']) {
        const ratio = contrast(colour(tone, scheme), colour(ground, scheme));
        expect(ratio, `--${tone} on --${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test(`the focus is seen with a contrast of 3 on every ground, ${scheme}`, () => {
    for (const ground of ['paper', 'surface', 'sunken']) {
      expect(contrast(colour('focus', scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(3);
    }
  });

  for (const kind of ['deuteranopia', 'protanopia', 'tritanopia'] as const) {
    test(`no two statuses look the same with ${kind}, ${scheme}`, () => {
      for (const [a, b] of pairs) {
        const apart = distance(
          asSeenWith(kind, colour(a, scheme)),
          asSeenWith(kind, colour(b, scheme)),
        );
        expect(apart, `--${a} and --${b}`).toBeGreaterThanOrEqual(0.05);
      }
    });
  }
}

test('statuses are read on white paper, where no ground is printed', () => {
  for (const tone of TONES) {
    expect(contrast(colour(tone, 'light'), readHex('#ffffff')), tone).toBeGreaterThanOrEqual(4.5);
  }
});

test('each status has a shape of its own, so that none depends on colour', () => {
  expect(new Set(TONES.map(markShape)).size).toBe(TONES.length);
});
