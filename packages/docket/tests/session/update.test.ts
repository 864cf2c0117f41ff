import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { numbersFrom } from '../../../../bench/hostile/random.ts';
import type { Corpus } from '../../src/records/corpus.ts';
import { openSession, type Session } from '../../src/session/session.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { GitRepo } from '../support/git-repo.ts';
import { ROOT } from '../support/repository.ts';

/*
 * A session that is told of every change gives what one gives that is opened afterwards. Changes are made at random,
 * by a seed that the name of the test tells.
 */

const RUINED = path.join(ROOT, 'packages/docket/tests/fixtures/ruined');

const STEPS = 40;

/** Everything that pages and commands ask of a corpus, in a form to compare. */
function shapeOf(corpus: Corpus): unknown {
  return corpus.records.map((record) => ({
    path: record.path,
    address: record.address,
    text: record.document.text,
    fields: ['title', 'status', 'date'].map(
      (name) => (record.fields as unknown as Record<string, { value: unknown }>)[name]?.value,
    ),
    references: [...corpus.referencesFrom(record), ...corpus.referencesTo(record)].map(
      ({ from, to, span }) => [from.path, to.path, span],
    ),
    relations:
      record.kind === 'adr'
        ? [...corpus.relationsFrom(record), ...corpus.relationsTo(record)].map(
            ({ from, type, toId, to, span }) => [from.path, type, toId, to?.path, span],
          )
        : [],
    spec: record.kind === 'spec' ? undefined : corpus.specOf(record)?.path,
  }));
}

async function everything(session: Session): Promise<unknown> {
  const { baseline: _, ...findings } = await session.findings();
  const { surroundings, templates, layout } = session.corpus;
  const { discovery, corpus } = session;
  return { findings, surroundings, templates, layout, discovery, shape: shapeOf(corpus) };
}

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => !name.startsWith('.git/'))
    .sort();
}

/** Changes that break something or mend it, each with what it does to a text. */
const EDITS: readonly ((text: string) => string | Uint8Array)[] = [
  (text) => `${text}\nOne more sentence, which names ADR-001 and Spec 0001.\n`,
  (text) =>
    `${text}\nSee [the other](adr-002-keep-sessions-in-redis.md#context) and [a file](../notes.md#top).\n`,
  (text) => text.replace(/^status: .*$/m, 'status: Superseded\nsuperseded-by: [ADR-002]'),
  (text) => text.replace(/^status: .*$/m, 'status: Proposed'),
  (text) => text.replace(/^date: .*$/m, 'date: 2026-13-45'),
  (text) => text.replace(/^title: /m, 'title: : '),
  (text) => text.replace(/^date: /m, 'depends-on: [ADR-001, ADR-077]\n$&'),
  (text) => text.replace(/^tags: .*$/m, 'tags: [session, sessions]'),
  (text) => text.replace(/^## Context$/m, '## Kontext'),
  (text) =>
    text.replace(
      '## Decision\n',
      '## Decision\n\n<!-- docket-disable-next-line risk-mitigation -- none -->\n',
    ),
  (text) => `\uFEFF${text}`,
  (text) => Buffer.from(`${text}\0`),
  (text) => `${text}\n<script>alert(1)</script>\n`,
  (text) => `${text}\n<<<<<<< ours\n`,
  (text) => text.split('\n').slice(0, -12).join('\n'),
  () => '',
];

const CONFIGS = [
  '{}',
  '{ "rules": { "section-order": "off", "mention-linked": "error" } }',
  '{ "documents": { "exclude": ["README.md"] } }',
  '{ "overrides": [{ "files": ["docs/**"], "rules": { "tags-form": "off" } }] }',
];

/** Makes one change at random, and gives the paths that a watcher would tell. */
async function change(root: string, random: () => number): Promise<string[]> {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const files = await filesBelow(root);
  const file = any(files.filter((name) => name.endsWith('.md') || random() < 0.3));
  const target = path.join(root, file);
  const write = async (name: string, content: string | Uint8Array): Promise<string[]> => {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
    return [name];
  };
  const fresh = String(Math.floor(random() * 30) + 1).padStart(3, '0');
  switch (Math.floor(random() * 12)) {
    case 0:
      await rm(target);
      return [file];
    case 1: {
      const name = file
        .replace(/adr-\d{3}/, `adr-${fresh}`)
        .replace(/(?<!adr-\d{3}.*)\.md$/, '-2.md');
      await rename(target, path.join(root, name));
      return [file, name];
    }
    case 2:
      return write(`docs/adr/adr-${fresh}-copy.md`, await readFile(target, 'utf8'));
    case 3:
      return write(
        any(['docs/notes.md', 'src/main.ts', 'README.md']),
        any([
          '# Top\n\nADR-001 and [ADR-002](docs/adr/adr-002-keep-sessions-in-redis.md) hold, ADR-099 does not.\n',
          '// As ADR-001 says.\n',
          '# Else\n',
        ]),
      );
    case 4:
      return write('docket.config.json', any(CONFIGS));
    case 5: {
      await mkdir(path.join(root, 'docs/adr/more'), { recursive: true });
      const name = `docs/adr/more/${path.posix.basename(file)}`;
      await rename(target, path.join(root, name));
      return ['docs/adr', file];
    }
    case 6: {
      const folder = any(['.sdd/provenance', 'docs/adr/more']);
      if (random() < 0.7) return [];
      await rm(path.join(root, folder), { recursive: true, force: true });
      return [folder];
    }
    default:
      return write(file, any(EDITS)(await readFile(target, 'utf8')));
  }
}

/** Records of a log in any form: its dates say one by one whether the day comes first. */
const FOREIGN: Readonly<Record<string, string>> = {
  'docs/decisions/0001-memory.md':
    '# 1. Keep users in memory\n\nDate: 3/4/2024\n\n## Status\n\nSuperseded by [2](0002-redis.adoc)\n\n## Decision\n\ny\n',
  'docs/decisions/0002-redis.adoc':
    '= 2. Keep users in Redis\n:status: accepted\n:date: 26/4/2024\n\n== Decision\n\nSupersedes xref:0001-memory.md[1].\n',
  'docs/decisions/0003-cache.rst':
    '3. Cache\n========\n\n:Status: Accepted\n:Date: 5/6/2024\n\nDecision\n--------\n\ny\n',
  'docs/decisions/told.md':
    '# Told without a number\n\n* Status: accepted\n* Date: 7/8/2024\n\n## Context\n\nx\n\n## Decision\n\ny\n',
  'docs/decisions/README.md': '# Decisions\n',
};

const DAYS = ['3/4/2024', '26/4/2024', '4/26/2024', '13/13/2024', '2024-05-06', 'May 5, 2024'];

/** Makes one change at random in such a log. */
async function foreignChange(root: string, random: () => number): Promise<string[]> {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const file = any(await filesBelow(root));
  const target = path.join(root, file);
  const write = async (name: string, content: string | Uint8Array): Promise<string[]> => {
    await writeFile(path.join(root, name), content);
    return [name];
  };
  const text = await readFile(target, 'utf8');
  switch (Math.floor(random() * 9)) {
    case 0: {
      const ending = any(['.md', '.adoc', '.rst', '.txt']);
      return write(`docs/decisions/${Math.floor(random() * 9)}-new${ending}`, text);
    }
    case 1:
      if ((await filesBelow(root)).length < 4) return [];
      await rm(target);
      return [file];
    case 2:
      return write(file, any(Object.values(FOREIGN)));
    case 3:
      return write(file, any(['', Buffer.from('\0'), '# {title}\n\nStatus: {a | b}\n']));
    case 4:
      return write(file, text.replace(/status\b/i, any(['Status', 'State', 'Number'])));
    default:
      return write(
        file,
        text.replace(/(\bdate\b[^\n]{0,9}?)\d[^\n]*/i, (_, label) => `${label}${any(DAYS)}`),
      );
  }
}

async function compareAlong(root: string, seed: number, edit = change): Promise<void> {
  const random = numbersFrom(seed);
  const options = { root, env: {}, today: '2026-06-01', isLean: seed % 2 === 0 };
  const session = await openSession(options);
  await session.findings();
  for (let step = 0; step < STEPS; step += 1) {
    const told = await edit(root, random);
    // Now and then two changes come together.
    if (random() < 0.2) told.push(...(await edit(root, random)));
    const before = JSON.stringify((await session.findings()).fresh);
    const results = await Promise.allSettled([
      session.update(told.map((name) => (random() < 0.5 ? name : path.join(root, name)))),
    ]);
    const opened = await Promise.allSettled([openSession(options).then(everything)]);
    const [update] = results;
    const [expected] = opened;
    if (expected?.status !== 'fulfilled' || update?.status !== 'fulfilled') {
      // What cannot be opened cannot be updated either, for the same reason.
      const reasons = [update, expected].map((one) =>
        one?.status === 'rejected' ? String(one.reason) : 'none',
      );
      expect(reasons[0]).toBe(reasons[1]);
      continue;
    }
    expect(await everything(session), `step ${step}: ${told.join(', ')}`).toEqual(expected.value);
    const after = await session.findings();
    if (before !== JSON.stringify(after.fresh))
      expect(update.value.affected.size).toBeGreaterThan(0);
  }
}

test.each([1, 2, 3])(
  'what was told gives what a fresh look gives, with the seed %i',
  async (seed) => {
    await using repo = await fixtureRepo();
    await compareAlong(repo.root, seed);
  },
);

test.each([4, 5])(
  'the same in a Git repository, with the seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const repo = await GitRepo.create();
    await using example = await fixtureRepo();
    for (const name of await filesBelow(example.root)) {
      const text = await readFile(path.join(example.root, name), 'utf8');
      await repo.write({ [name]: text });
    }
    await repo.commit('Begin');
    await compareAlong(repo.root, seed);
  },
);

test('the same in a repository in which nearly everything is wrong', async () => {
  await using repo = await fixtureRepo();
  for (const name of await filesBelow(RUINED)) {
    await repo.write(name, await readFile(path.join(RUINED, name)));
  }
  await compareAlong(repo.root, 6);
});

test.each([7, 8, 9, 10])(
  'the same in a log of any form, whose dates decide how others read, with the seed %i',
  async (seed) => {
    const repo = await GitRepo.folder();
    await repo.write(FOREIGN);
    await compareAlong(repo.root, seed, foreignChange);
  },
);

test('a date that an editor has not saved decides as one that is', async () => {
  const repo = await GitRepo.folder();
  await repo.write({
    'docs/decisions/0001-a.md': '# 1. A\n\nDate: 3/4/2024\n\n## Decision\n\ny\n',
    'docs/decisions/0002-b.md': '# 2. B\n\nDate: 2024-01-01\n\n## Decision\n\ny\n',
  });
  const session = await openSession({ root: repo.root });
  const dateOf = () => session.corpus.adr('ADR-0001')?.fields.date.value;
  expect(dateOf()).toBeUndefined();
  const other = 'docs/decisions/0002-b.md';
  const text = '# 2. B\n\nDate: 26/4/2024\n\n## Decision\n\ny\n';
  expect((await session.update([], new Map([[other, text]]))).isWhole).toBe(true);
  expect(dateOf()).toBe('2024-04-03');
  await session.update([other]);
  expect(dateOf()).toBeUndefined();
});
