import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { patchedFiles } from '../../docket/src/engine/examples.ts';
import { NEW_ADR } from '../../docket/src/rules/support/example-base.ts';
import { type DevServer, startDevServer } from './support/dev-server.ts';

const OLD_PAGE = '/adr/adr-001-keep-sessions-in-memory/';
const NEW_PAGE = '/adr/adr-002-keep-sessions-in-redis/';
const sound = patchedFiles([]);
const newText = sound.get(NEW_ADR) ?? '';
const SCRIPT = '<script>alert(1)</script>';

/** Records that are broken in ways of which each once stopped the whole site. */
const BROKEN: Readonly<Record<string, string>> = {
  [NEW_ADR]: newText
    .replace('status: Accepted', 'status: Acepted')
    .replace('Sticky routing fails', 'Sticky [routing](nowhere.md) fails'),
  'docs/adr/adr-003-unclosed.md': `---\ntitle: "ADR-003: Unclosed"\n\n${SCRIPT}\n`,
  'docs/adr/adr-004-conflict.md': newText.replace(
    '## Decision\n',
    `<<<<<<< main\n${SCRIPT}\n=======\nb\n>>>>>>> topic\n\n## Decision\n`,
  ),
  'docs/adr/adr-005-long-line.md': `---\ntitle: "ADR-005: Long"\n---\n\n${SCRIPT.repeat(1000)}\n`,
  'docs/adr/adr-006-binary.md': `a\0b ${SCRIPT}\n`,
  'docs/adr/adr-007-empty.md': '',
};

let folder = '';
let server: DevServer;
const write = async (name: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), text);
};
/** Asks for a page until it is as expected: a change is seen some time after it is saved. */
const eventually = (check: () => Promise<void>) =>
  vi.waitFor(check, { timeout: 20_000, interval: 50 });
const strip = (text: string): string | undefined =>
  /<section class="lint-strip[\s\S]*?<\/section>/.exec(text)?.[0];
const words = (html = ''): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'docket-records-'));
  for (const [name, text] of [...sound, ...Object.entries(BROKEN)]) await write(name, text);
  server = await startDevServer(folder);
}, 120_000);

afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

test('every page is there, whatever is wrong with some records', { timeout: 120_000 }, async () => {
  const records = [...sound.keys(), ...Object.keys(BROKEN)]
    .filter((name) => /^docs\/adr\/adr-/.test(name))
    .map((name) => name.replace('docs/', '/').replace('.md', '/'));
  const lists = [
    ...['/', '/log/', '/graph/', '/timeline/', '/since/', '/tags/', '/print/', '/lint/'],
    ...['/trace/', '/trace/gaps/', '/trace/files/', '/findings/', '/agent-decisions/'],
    ...['/specs/spec-0001-session-store/', '/provenance/spec-0001-session-store/'],
    ...['/guides/lint/', '/reference/rules/', '/adr/001/', '/api/records.json', '/llms-full.txt'],
  ];
  for (const address of new Set([...records, ...lists])) {
    expect([address, (await server.get(address)).status]).toEqual([address, 200]);
  }
});

test('the page of a record shows what is wrong with it, and others how much there is', async () => {
  const page = strip((await server.get(NEW_PAGE)).text);
  expect(words(page)).toMatch(/^2 errors in this record \d+ errors(?: and \d+ warnings?)? in all/);
  expect(words(page)).toContain('Error line 4 status-known Unexpected status Acepted');
  expect(words(page)).toContain('To fix it: write Accepted');
  expect(page).toContain('href="/reference/rules/status-known/"');
  expect(page).toContain('href="/lint/"');
  for (const address of [OLD_PAGE, '/', '/guides/lint/']) {
    const other = strip((await server.get(address)).text);
    expect(words(other)).toMatch(/^\d+ errors(?: and \d+ warnings?)? in 6 files$/);
    expect(other).toContain('href="/lint/"');
  }
  const list = words((await server.get('/lint/')).text);
  for (const name of Object.keys(BROKEN)) expect(list).toContain(name);
});

test.each([
  ['unclosed', /closing/],
  ['conflict', /merge marker/],
  ['long-line', /characters/],
  ['binary', /NUL byte/],
])('a record that cannot be read (%s) says why and shows its text', async (name, why) => {
  const file = Object.keys(BROKEN).find((path) => path.includes(name)) ?? '';
  const { text } = await server.get(file.replace('docs/', '/').replace('.md', '/'));
  expect(words(strip(text))).toMatch(why);
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).not.toContain(SCRIPT);
});

test('what is mended, added or deleted is seen without a new start', {
  timeout: 120_000,
}, async () => {
  await write(NEW_ADR, newText);
  await eventually(async () => {
    const { status, text } = await server.get(NEW_PAGE);
    expect([status, words(strip(text))]).toEqual([
      200,
      expect.stringMatching(/errors(?: and \d+ warnings?)? in 5 files$/),
    ]);
  });

  const ninth = '/adr/adr-009-ninth/';
  expect((await server.get(ninth)).status).toBe(404);
  await write('docs/adr/adr-009-ninth.md', newText.replaceAll('ADR-002', 'ADR-009'));
  await eventually(async () => expect((await server.get(ninth)).status).toBe(200));
  expect((await server.get('/log/')).text).toContain(ninth);

  for (const name of [...Object.keys(BROKEN), 'docs/adr/adr-009-ninth.md']) {
    if (!sound.has(name)) await rm(path.join(folder, name));
  }
  await eventually(async () => {
    expect((await server.get(ninth)).status).toBe(404);
    expect(strip((await server.get('/')).text)).toBeUndefined();
  });
  expect(strip((await server.get(NEW_PAGE)).text)).toBeUndefined();
});

test('a broken configuration leaves the pages as they were, and says so', {
  timeout: 120_000,
}, async () => {
  const config = 'docket.config.json';
  const before = await readFile(path.join(folder, config), 'utf8').catch(() => '{}\n');
  await write(config, '{ "rules": ');
  await eventually(async () => {
    const { status, text } = await server.get(NEW_PAGE);
    expect([status, words(strip(text))]).toEqual([200, expect.stringContaining(config)]);
  });
  await write(config, before);
  await eventually(async () => {
    expect(strip((await server.get(NEW_PAGE)).text)).toBeUndefined();
  });
});
