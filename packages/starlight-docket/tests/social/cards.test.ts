import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { breakLines, cardSvg } from '../../build/social/card.ts';
import { cardPath, cardsOf } from '../../build/social/cards.ts';
import { writeCards } from '../../build/social/write-cards.ts';
import { exampleModel } from '../site-context.ts';

const card = {
  site: 'Shop',
  label: 'ADR-001',
  status: 'Accepted',
  title: 'Keep it',
  description: 'It stays.',
};

test('every record has an image, and a large log shares one', () => {
  const model = { ...exampleModel(), name: 'Shop' };
  const { corpus, settings } = model;
  const limited = (socialLimit: number) =>
    cardsOf({ ...model, settings: { ...settings, socialLimit } });
  expect(limited(10).every(({ card: { site } }) => site === 'Shop')).toBe(true);
  expect(limited(10).map(({ file }) => file)).toEqual([
    'social/site.png',
    'social/adr/adr-001-keep-sessions-in-memory.png',
    'social/adr/adr-002-keep-sessions-in-redis.png',
    'social/specs/spec-0001-session-store.png',
    'social/provenance/spec-0001-session-store.png',
  ]);
  expect(limited(3).map(({ file }) => file)).toEqual(['social/site.png']);
  expect(cardPath(corpus, 3, corpus.adrs[0])).toBe('social/site.png');
});

test('images have their size, are drawn once, and then come from the cache', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-cards-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const folders = { site: path.join(folder, 'site'), cache: path.join(folder, 'cache') };
  const files = [{ file: 'social/a.png', card }];
  expect(await writeCards(files, folders)).toBe(1);
  const image = path.join(folders.site, 'social/a.png');
  const { width, height, format } = await sharp(await readFile(image)).metadata();
  expect([width, height, format]).toEqual([1200, 630, 'png']);
  expect((await stat(image)).size).toBeLessThan(60_000);
  expect(await writeCards(files, folders)).toBe(0);
  expect(
    await writeCards([{ file: 'social/a.png', card: { ...card, title: 'Drop it' } }], folders),
  ).toBe(1);
});

test('text becomes outlines, the same on every machine, whatever it holds', () => {
  const svg = cardSvg({ ...card, title: '<script> Größe Ελληνικά 決定 & more' });
  expect(svg).not.toContain('<text');
  expect(svg).not.toContain('script');
  expect(cardSvg({ ...card, title: 'Größe' })).not.toBe(cardSvg({ ...card, title: 'Grße' }));
});

test('a long title is broken, and cut where there is no more room', () => {
  const style = { width: 400, most: 2, size: 64, weight: 700 } as const;
  expect(breakLines('Short', style)).toEqual(['Short']);
  const lines = breakLines('One two three four five six seven eight nine', style);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  expect(breakLines('Donaudampfschifffahrtsgesellschaft', style)[0]).toMatch(/…$/);
});
