import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import preset from '../../src/cli/remark-preset.ts';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { lintRecord } from '../../src/engine/remark.ts';
import { makeSettings } from '../../src/engine/settings.ts';
import { STOCK_RULES } from '../../src/engine/stock.ts';
import { matchesGlobs } from '../../src/io/config.ts';
import type { DocketConfig } from '../../src/records/config.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';

test('a disable comment of remark-lint silences no Docket rule', () => {
  const corpus = corpusOfFiles(
    patchedFiles([
      { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
      { change: NEW_ADR, from: '## Context\n', to: '## Context\n\n<!--lint disable-->\n' },
    ]),
  );
  const record = corpus.byPath(NEW_ADR);
  expect(record && lintRecord(record, corpus).map((finding) => finding.rule)).toContain(
    'status-known',
  );
});

test.each(STOCK_RULES.map((rule) => [rule.id, rule] as const))(
  '%s has the weight that the configuration gives it',
  (id, { severity, example }) => {
    const corpus = corpusOfFiles(patchedFiles(example));
    const record = corpus.byPath(NEW_ADR);
    if (!record) throw new Error('the example has the record');
    const weightIn = (config: DocketConfig) => {
      const made = makeSettings({ config, matches: matchesGlobs });
      if ('problems' in made) throw new Error(JSON.stringify(made.problems));
      const found = lintRecord(record, corpus, { settings: made.settings });
      return found.find(({ rule }) => rule === id)?.severity;
    };
    expect(weightIn({})).toBe(severity);
    expect(weightIn({ rules: { [id]: 'info' } })).toBe('info');
    expect(weightIn({ rules: { [id]: 'off' } })).toBeUndefined();
    expect(
      weightIn({ overrides: [{ files: ['docs/**'], rules: { [id]: 'off' } }] }),
    ).toBeUndefined();
    expect(weightIn({ profile: 'recommended' })).toBeUndefined();
    expect(weightIn({ profile: 'recommended', rules: { [id]: 'error' } })).toBe('error');
  },
);

test('a rule of remark-lint that is misspelt, or given options, is refused', () => {
  const problemsOf = (rules: DocketConfig['rules']) => {
    const made = makeSettings({ config: { rules }, matches: matchesGlobs });
    return 'problems' in made ? made.problems.map(({ message }) => message) : [];
  };
  expect(problemsOf({ 'remark-lint:no-unused-definition': 'off' })).toEqual([
    'there is no rule `remark-lint:no-unused-definition`; did you mean `remark-lint:no-unused-definitions`?',
  ]);
  expect(problemsOf({ 'remark-lint:no-unused-definitions': { options: { allow: [] } } })).toEqual([
    '`remark-lint:no-unused-definitions` has no options',
  ]);
});

test('the preset finds the records of a repository from the folder an editor has open', async () => {
  await using repo = await fixtureRepo([
    { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
  ]);
  const cwd = path.join(repo.root, 'docs');
  const file = new VFile({
    cwd,
    path: path.relative(cwd, path.join(repo.root, NEW_ADR)),
    value: await readFile(path.join(repo.root, NEW_ADR)),
  });
  const processor = unified().use(preset);
  await processor.run(processor.parse(file), file);
  expect(file.messages.map(({ ruleId }) => ruleId)).toContain('status-known');
});
