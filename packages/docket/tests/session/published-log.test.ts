import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { digestText } from '../../src/io/digest.ts';
import { signText } from '../../src/io/dsse.ts';
import { nameInLog } from '../../src/records/key.ts';
import { MAX_RECORD_BYTES } from '../../src/records/limits.ts';
import {
  MAX_PUBLISHED_BYTES,
  MAX_PUBLISHED_RECORDS,
  type Published,
  publishedText,
} from '../../src/records/published.ts';
import { attestSite } from '../../src/session/evidence/attest-site.ts';
import { openOtherLogs } from '../../src/session/logs/open-logs.ts';
import { GitRepo } from '../support/git-repo.ts';

const TEXT =
  '# 1. Take cards\n\nDate: 2024-05-01\n\n## Status\n\nAccepted\n\n## Context\n\nWe pay.\n\n## Decision\n\nWe do.\n';
const PATH = 'doc/adr/0001-take-cards.md';

function statement(change: Partial<Published> = {}): Published {
  return {
    version: 1,
    repository: 'https://github.com/acme/payments',
    commit: null,
    reading: { folders: ['doc/adr'] },
    records: [
      {
        path: PATH,
        sha256: digestText(TEXT),
        title: 'Take cards',
        status: 'Accepted',
        date: '2024-05-01',
        past: [],
        errors: 0,
      },
    ],
    ...change,
  };
}

/** A site on loopback that serves these files, and a repository that joins it. */
async function world(files: Map<string, string>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const body = files.get(url);
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise((resolve) => server.close(resolve));
  onTestFinished(() => void stop());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const repo = await GitRepo.folder();
  const cache = path.join(repo.root, 'cache');
  const open = async (more: { key?: string } = {}) => {
    const log = { id: 'payments', published: `http://127.0.0.1:${port}/base`, ...more };
    asked.length = 0;
    return openOtherLogs({ config: { logs: [log] }, root: repo.root }, { cache });
  };
  return { repo, asked, open, stop, address: `http://127.0.0.1:${port}/base/` };
}

function filesOf(made: Published = statement()): Map<string, string> {
  return new Map([
    ['/base/api/published.json', JSON.stringify(made)],
    [`/base/${publishedText(digestText(TEXT))}`, TEXT],
  ]);
}

test('what a site publishes is joined, said to be unsigned, and not fetched twice', async () => {
  const { open, asked } = await world(filesOf());
  const { logs, closed } = await open();
  expect(closed).toEqual([]);
  const [log] = logs;
  expect(log?.session.corpus.adrs.map((adr) => [nameInLog(adr), adr.fields.status.value])).toEqual([
    ['ADR-0001', 'Accepted'],
  ]);
  expect(log?.home.published?.signature).toBe('none');
  expect(log?.notes).toEqual(['unsigned: nothing tells who published it']);
  expect(asked.filter((url) => url.includes('/texts/'))).toHaveLength(1);

  const again = await open();
  expect(again.logs[0]?.isNew).toBe(false);
  expect(asked.filter((url) => url.includes('/texts/'))).toEqual([]);
});

test('what published records show is joined with them', async () => {
  const picture = 'doc/adr/img/pay now.png';
  const pictures = [{ path: picture, sha256: digestText('png') }];
  const files = filesOf(statement({ pictures })).set(
    '/base/files/doc/adr/img/pay%20now.png',
    'png',
  );
  const { open, asked } = await world(files);
  const [log] = (await open()).logs;
  expect(await readFile(path.join(log?.session.root ?? '', picture), 'utf8')).toBe('png');
  await open();
  expect(asked.filter((url) => url.includes('/files/'))).toEqual([]);

  const changed = [{ path: picture, sha256: digestText('more') }];
  files.set('/base/api/published.json', JSON.stringify(statement({ pictures: changed })));
  expect((await open()).closed[0]?.message).toMatch(
    /^The picture that .* gives for doc\/adr\/img\/pay now\.png is not the one that its statement names$/,
  );
});

test('a text is fetched from where the statement says that it stands', async () => {
  const [record] = statement().records;
  if (!record) throw new Error('no record');
  const text = 'adr/0001 take #1.md';
  const files = filesOf(statement({ records: [{ ...record, text }] }));
  files.delete(`/base/${publishedText(digestText(TEXT))}`);
  files.set('/base/adr/0001%20take%20%231.md', TEXT);
  const { logs, closed } = await (await world(files)).open();
  expect(closed).toEqual([]);
  expect(logs[0]?.session.corpus.adrs).toHaveLength(1);
});

test('a site that is down is shown as it was, and left out where it was never read', async () => {
  const { open, stop } = await world(filesOf());
  await open();
  await stop();
  const { logs } = await open();
  expect(logs[0]?.notes[0]).toMatch(/^shown as it was published last: .* cannot be reached/);
  const fresh = await world(new Map());
  await fresh.stop();
  expect((await fresh.open()).closed[0]?.message).toMatch(/cannot be reached/);
});

test.each([
  ['has no statement', new Map<string, string>(), /has no `api\/published\.json`/],
  [
    'is of another version',
    filesOf({ ...statement(), version: 2 } as unknown as Published),
    /publishes version 2/,
  ],
  [
    'gives another text than it states',
    filesOf().set(`/base/${publishedText(digestText(TEXT))}`, `${TEXT}More.\n`),
    /is not the one that its statement names/,
  ],
  [
    'names a place outside its repository',
    filesOf({
      ...statement(),
      records: statement().records.map((record) => ({ ...record, path: '../../.ssh/a.md' })),
    }),
    /`records\.0\.path`: expected the path of a text/,
  ],
  [
    'names a picture outside its repository',
    filesOf(statement({ pictures: [{ path: 'doc/../../a.png', sha256: digestText('png') }] })),
    /`pictures\.0\.path`: expected the path of a picture/,
  ],
  [
    'names a file below another one',
    filesOf(
      statement({
        pictures: [
          { path: 'a.png', sha256: digestText('png') },
          { path: 'A.png/b.png', sha256: digestText('png') },
        ],
      }),
    ),
    /expected no file below another one, as A\.png\/b\.png is/,
  ],
  [
    'has a name that no address can hold',
    filesOf(statement({ pictures: [{ path: '\ud800.png', sha256: digestText('png') }] })),
    /`pictures\.0\.path`: expected the path of a picture/,
  ],
  [
    'has a name that no file can have',
    filesOf(
      statement({ pictures: [{ path: `${'ä'.repeat(130)}.png`, sha256: digestText('png') }] }),
    ),
    /`pictures\.0\.path`: expected the path of a picture/,
  ],
  [
    'names as a picture what is none',
    filesOf(statement({ pictures: [{ path: 'doc/adr/a.html', sha256: digestText('png') }] })),
    /`pictures\.0\.path`: expected the path of a picture/,
  ],
  [
    'names a text outside its base',
    filesOf({
      ...statement(),
      records: statement().records.map((record) => ({ ...record, text: '../secret.md' })),
    }),
    /`records\.0\.text`: expected a place below the base/,
  ],
  ['is no site of Docket', new Map([['/base/api/published.json', '<html>']]), /cannot be read/],
])('a site that %s is left out with the reason', async (_, files, reason) => {
  const { open } = await world(files);
  const { logs, closed } = await open();
  expect(logs).toEqual([]);
  expect(closed[0]?.message).toMatch(reason);
});

test('a status that the text does not say is told', async () => {
  const made = statement();
  const { open } = await world(
    filesOf({
      ...made,
      records: made.records.map((record) => ({ ...record, status: 'Deprecated' as const })),
    }),
  );
  expect((await open()).logs[0]?.notes).toContain(
    `read here with another status than its site states, first in ${PATH}`,
  );
});

test('what a build reads stays as it is while another one reads what is new', async () => {
  const files = filesOf();
  const { repo, open } = await world(files);
  const first = (await open()).logs[0]?.session.root ?? '';
  const text = `${TEXT}More.\n`;
  const records = statement().records.map((one) => ({ ...one, sha256: digestText(text) }));
  files.set('/base/api/published.json', JSON.stringify(statement({ records })));
  files.set(`/base/${publishedText(digestText(text))}`, text);
  const [second, third] = await Promise.all([open(), open()]);
  expect(second.logs[0]?.session.root).toBe(third.logs[0]?.session.root);
  const root = second.logs[0]?.session.root ?? '';
  expect(await readFile(path.join(root, PATH), 'utf8')).toBe(text);
  expect(await readFile(path.join(first, PATH), 'utf8')).toBe(TEXT);

  const longAgo = new Date(Date.now() - 8 * 24 * 60 * 60_000);
  await utimes(first, longAgo, longAgo);
  await open();
  expect(await readdir(path.dirname(root))).toEqual([path.basename(root)]);
  expect(await readdir(path.join(repo.root, 'cache/published'))).toHaveLength(1);
});

test('a site that no longer signs is not said to be signed once it is down', async () => {
  const files = filesOf().set('/base/api/published.intoto.json', '{}');
  const { open, stop } = await world(files);
  expect((await open()).logs[0]?.home.published?.signature).toBe('unchecked');
  files.delete('/base/api/published.intoto.json');
  await open();
  await stop();
  expect((await open()).logs[0]?.home.published?.signature).toBe('none');
});

test('of one site only so many texts are read, and of so many bytes in sum', async () => {
  const [record] = statement().records;
  if (!record) throw new Error('no record');
  const many = (count: number, sha256: string) =>
    statement({
      records: Array.from({ length: count }, (_, index) => ({
        ...record,
        path: `doc/adr/${index}.md`,
        sha256,
      })),
    });
  const texts = await world(filesOf(many(MAX_PUBLISHED_RECORDS + 1, digestText(TEXT))));
  expect((await texts.open()).closed[0]?.message).toMatch(
    /publishes more than the 20000 decisions/,
  );
  expect(texts.asked.filter((url) => url.includes('/texts/'))).toEqual([]);

  const text = 'a'.repeat(MAX_RECORD_BYTES);
  const made = many(MAX_PUBLISHED_BYTES / MAX_RECORD_BYTES + 1, digestText(text));
  const bytes = await world(filesOf(made).set(`/base/${publishedText(digestText(text))}`, text));
  expect((await bytes.open()).closed[0]?.message).toMatch(
    /publishes more than the 256 MB of texts and pictures/,
  );
});

/** A repository that joins a site by a key, and what signs in the name of that site. */
async function signedWorld() {
  const files = filesOf();
  const made = await world(files);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  await writeFile(path.join(made.repo.root, 'own.pub'), pem);
  const text = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const publish = (published: Published, change: Readonly<Record<string, unknown>> = {}) => {
    const bytes = JSON.stringify(published);
    const digest = { sha256: digestText(bytes) };
    const stated = {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'api/published.json', digest }],
      predicateType: 'urn:docket:published:v1',
      predicate: {},
      ...change,
      ...('name' in change && { subject: [{ name: change['name'], digest }] }),
    };
    const envelope = signText(JSON.stringify(stated), { name: 'own.pem', text });
    files.set('/base/api/published.json', bytes);
    files.set('/base/api/published.intoto.json', JSON.stringify(envelope));
  };
  return { ...made, publish };
}

test.each([
  ['of another type', { _type: 'https://in-toto.io/Statement/v0.1' }],
  ['of another predicate', { predicateType: 'https://slsa.dev/provenance/v1' }],
  ['without a predicate', { predicateType: undefined }],
  ['of another file', { name: 'dist/docket.tgz' }],
])('a statement %s by the same key speaks for no site', async (_, change) => {
  const { open, publish } = await signedWorld();
  publish(statement());
  expect((await open({ key: 'own.pub' })).logs[0]?.home.published?.signature).toBe('valid');
  publish(statement(), change);
  expect((await open({ key: 'own.pub' })).closed[0]?.message).toMatch(/not signed with own\.pub/);
});

test('what a key signed for one site is not joined from another', async () => {
  const { open, publish, address } = await signedWorld();
  publish(statement({ site: address }));
  expect((await open({ key: 'own.pub' })).logs[0]?.home.published?.signature).toBe('valid');
  publish(statement({ site: 'https://billing.example.org/' }));
  expect((await open({ key: 'own.pub' })).closed[0]?.message).toMatch(
    /is signed for another site, https:\/\/billing\.example\.org\/$/,
  );
  // Nobody vouches for an address that is not signed.
  expect((await open()).logs).toHaveLength(1);
});

test('what a key must sign is joined only where it did', async () => {
  const files = filesOf();
  const { repo, open } = await world(files);
  const pair = () => generateKeyPairSync('ed25519');
  const [own, other] = [pair(), pair()];
  await writeFile(
    path.join(repo.root, 'own.pub'),
    own.publicKey.export({ type: 'spki', format: 'pem' }),
  );
  await writeFile(
    path.join(repo.root, 'other.pub'),
    other.publicKey.export({ type: 'spki', format: 'pem' }),
  );
  await writeFile(
    path.join(repo.root, 'own.pem'),
    own.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  );
  expect((await open({ key: 'own.pub' })).closed[0]?.message).toMatch(/is not signed, and/);

  await mkdir(path.join(repo.root, 'site/api'), { recursive: true });
  const published = files.get('/base/api/published.json') ?? '';
  await writeFile(path.join(repo.root, 'site/api/published.json'), published);
  const envelope = await attestSite(
    { cwd: repo.root, name: 'site' },
    { cwd: repo.root, name: 'own.pem' },
  );
  files.set('/base/api/published.intoto.json', envelope);
  expect((await open({ key: 'own.pub' })).logs[0]?.home.published?.signature).toBe('valid');
  expect((await open()).logs[0]?.home.published?.signature).toBe('unchecked');
  expect((await open({ key: 'other.pub' })).closed[0]?.message).toMatch(
    /not signed with other\.pub/,
  );

  // Signed once, changed since.
  files.set('/base/api/published.json', published.replace('Take cards', 'Take cash'));
  expect((await open({ key: 'own.pub' })).closed[0]?.message).toMatch(/not signed with own\.pub/);
  expect(await readFile(path.join(repo.root, 'own.pub'), 'utf8')).toContain('PUBLIC KEY');
});
