import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compressFolder } from '../../build/delivery/compress.ts';

test('texts that gain get a copy in both compressions, all else stays alone', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'docket-compress-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const page = `<p>${'Decisions and their reasons. '.repeat(200)}</p>`;
  await writeFile(path.join(folder, 'page.html'), page);
  await writeFile(path.join(folder, 'small.css'), 'a{}');
  await writeFile(path.join(folder, 'image.png'), page);
  await writeFile(path.join(folder, 'noise.js'), randomBytes(4000));

  const sum = await compressFolder(folder);
  expect(sum).toMatchObject({ files: 1, bytes: page.length });
  expect((await readdir(folder)).sort()).toEqual([
    'image.png',
    'noise.js',
    'page.html',
    'page.html.br',
    'page.html.gz',
    'small.css',
  ]);
  const copy = (ending: string) => readFile(path.join(folder, `page.html.${ending}`));
  expect(brotliDecompressSync(await copy('br')).toString()).toBe(page);
  expect(gunzipSync(await copy('gz')).toString()).toBe(page);

  // What is there already is kept until its text changes.
  expect(await compressFolder(folder)).toMatchObject({ files: 0 });
  const later = new Date(Date.now() + 5000);
  await writeFile(path.join(folder, 'page.html'), page.replaceAll('reasons', 'drivers'));
  await utimes(path.join(folder, 'page.html'), later, later);
  expect(await compressFolder(folder)).toMatchObject({ files: 1 });
  expect(gunzipSync(await copy('gz')).toString()).toContain('drivers');
});
