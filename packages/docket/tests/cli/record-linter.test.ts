import { createMdastHandle } from 'satteri';
import { expect, test, vi } from 'vitest';
import { RecordLinter } from '../../src/cli/record-linter.ts';
import { makeSettings } from '../../src/engine/settings.ts';
import { matchesGlobs } from '../../src/io/config.ts';
import { openWorkspace } from '../../src/io/workspace.ts';
import { buildCorpus } from '../../src/records/corpus.ts';
import { readRecord } from '../../src/records/record.ts';
import { mainDocket } from '../support/main-docket.ts';
import { ROOT } from '../support/repository.ts';

vi.mock('satteri', async (original) => {
  const actual = await original<typeof import('satteri')>();
  return { ...actual, createMdastHandle: vi.fn(actual.createMdastHandle) };
});
const parse = vi.mocked(createMdastHandle);

test('a log in order is parsed once', async () => {
  parse.mockClear();
  const { code, stderr } = await mainDocket(['lint', '--root', ROOT]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const texts = parse.mock.calls.map(([text]) => text);
  expect(texts.length).toBeGreaterThan(35);
  const again = texts.filter((text, index) => texts.indexOf(text) !== index);
  expect(again.map((text) => /^title: .*/m.exec(text)?.[0] ?? text)).toEqual([]);
});

test('a record whose text changed is judged again, and the others are not', async () => {
  const made = makeSettings({ config: {}, matches: matchesGlobs });
  if (!('settings' in made)) throw new Error('an empty configuration has no problem');
  const linter = new RecordLinter(made.settings, undefined, '2026-11-26');
  const { corpus } = await openWorkspace(ROOT, { look: linter.look });
  const lint = (now: typeof corpus) => linter.lint({ corpus: now, reading: [], facts: {} });
  const before = lint(corpus);
  const [first] = corpus.adrs;
  if (!first) throw new Error('the repository has decisions');
  parse.mockClear();
  const text = first.document.text.replace('## Decision Drivers', '## Decision Divers');
  const records = corpus.records.map((record) =>
    record === first ? readRecord('adr', { path: first.path, text }) : record,
  );
  const after = lint(buildCorpus({ ...corpus, records }));
  expect(after.length).toBe(before.length + 1);
  expect(after.filter(({ file }) => file === first.path).map(({ rule }) => rule)).toContain(
    'section-title',
  );
  expect(parse).toHaveBeenCalledTimes(1);
});
