import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Patch } from '../../src/engine/define.ts';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { judge } from '../../src/engine/judge.ts';
import { lintRecord } from '../../src/engine/remark.ts';
import { buildCorpus } from '../../src/records/corpus.ts';
import { LAYOUT, RECORD_KINDS } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';
import { EXAMPLE_BASE, NEW_ADR, OLD_ADR } from '../../src/rules/support/example-base.ts';
import { ownSession, ROOT } from '../support/repository.ts';

/** Mistakes that other tools are known to make. */

const found = (patches: readonly Patch[]) =>
  judge(corpusOfFiles(patchedFiles(patches))).map(
    ({ file, span, rule }) => `${path.basename(file)}:${span.start.line} ${rule}`,
  );

describe('"superseded by" is read in its own direction', () => {
  test('the record that names a successor is the old one', () => {
    const { corpus } = { corpus: corpusOfFiles(EXAMPLE_BASE) };
    const [old] = corpus.adrs;
    expect(old && corpus.relationsFrom(old).map(({ type, toId }) => `${type} ${toId}`)).toEqual([
      'superseded-by ADR-002',
    ]);
  });

  test('turned round on both sides it is found on both', () => {
    expect(
      found([
        { change: OLD_ADR, from: 'superseded-by: [ADR-002]', to: 'supersedes: [ADR-002]' },
        { change: NEW_ADR, from: 'supersedes: [ADR-001]', to: 'superseded-by: [ADR-001]' },
      ]),
    ).toEqual([
      'adr-001-keep-sessions-in-memory.md:4 status-superseded',
      'adr-001-keep-sessions-in-memory.md:5 date-order',
      'adr-002-keep-sessions-in-redis.md:4 status-superseded',
    ]);
  });
});

describe('a mention is no claim', () => {
  test.each([
    'Superseded by nobody so far, this record speaks of status: Rejected and of Redis.',
    'The words `superseded-by: ADR-009` and `status: Draft` stand in code.',
    '```yaml\nstatus: Draft\nsuperseded-by: [ADR-009]\n```',
    '```markdown\n## Decision\n\n<!-- docket-disable-next-line no-such-rule -->\n```',
    'Status words such as Accepted, Superseded and Deprecated are plain words here.',
    'The option (chosen) by the shop next door was another.',
    'Mitigation: is a word like any other here.',
  ])('%s', (text) => {
    expect(found([{ change: NEW_ADR, from: 'Sticky routing', to: `${text}\n\nIt` }])).toEqual([]);
  });
});

test('a key that stands twice is shown at both places', () => {
  const corpus = corpusOfFiles(
    patchedFiles([
      { change: NEW_ADR, from: 'status: Accepted', to: 'status: Accepted\nstatus: Draft' },
    ]),
  );
  const [finding, ...others] = judge(corpus);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'frontmatter-readable',
    span: { start: { line: 5, column: 1 }, end: { line: 5, column: 7 } },
    related: [{ file: NEW_ADR, span: { start: { line: 4, column: 1 } } }],
  });
});

test('frontmatter that does not close is not read as the text of the record', () => {
  const corpus = corpusOfFiles(
    patchedFiles([{ change: NEW_ADR, from: '---\n\n## Context', to: '## Context' }]),
  );
  const record = corpus.byPath(NEW_ADR);
  expect(record && lintRecord(record, corpus).map(({ rule }) => rule)).toEqual([
    'frontmatter-readable',
  ]);
});

test.each([
  ['// comment\n{ "a": 1 }', 1],
  ['{\n  "a": 1\n  "b": 2\n}', 3],
  ['{\n  "a": 1,\n  "b": tru\n}', 3],
  ['[\n  1,\n  2', 3],
  ['{}\n{}\n', 2],
])('the line of JSON that breaks it: %j', (json, line) => {
  const fence = `## Decision\n\n\`\`\`json\n${json}\n\`\`\`\n`;
  const corpus = corpusOfFiles(
    patchedFiles([{ change: NEW_ADR, from: '## Decision\n', to: fence }]),
  );
  const text = corpus.byPath(NEW_ADR)?.document.text ?? '';
  const first = text.slice(0, text.indexOf(json)).split('\n').length;
  expect(judge(corpus).map(({ rule, span }) => [rule, span.start.line])).toEqual([
    ['code-block-parses', first + line - 1],
  ]);
});

test('a link without a text is not called a text', () => {
  const corpus = corpusOfFiles(
    patchedFiles([
      { change: NEW_ADR, from: 'Sticky routing', to: 'Sticky [](https://example.com) routing' },
    ]),
  );
  expect(judge(corpus).map(({ message }) => message)).toEqual([
    'Unexpected link without a text, expected the name of what it leads to',
  ]);
});

test('an empty key of the frontmatter is reported, and voids nothing else', () => {
  expect(
    found([
      { change: NEW_ADR, from: 'status: Accepted', to: 'status:' },
      { change: NEW_ADR, from: '[sessions, redis]', to: '[Sessions, redis]' },
    ]),
  ).toEqual([
    'adr-002-keep-sessions-in-redis.md:4 frontmatter-keys-required',
    'adr-002-keep-sessions-in-redis.md:8 tags-form',
  ]);
});

describe('a template passes its own linter but for what an author fills in', () => {
  /** What stands in a template for an author's own words, and what only many records have. */
  const FILLED_IN = new Set([
    'template-placeholders',
    'template-guidance',
    'frontmatter-values',
    'number-gap',
    'provenance-executed',
    'provenance-name',
    'provenance-spec',
    'provenance-title',
    'spec-metadata',
    'tags-present',
    'title-form',
    'title-number',
  ]);
  const NAMES = {
    adr: 'adr-999-template.md',
    spec: 'spec-9999-template.md',
    provenance: 'spec-9999-template.provenance.md',
  } as const;

  test.each(RECORD_KINDS)('%s', async (kind) => {
    const { corpus } = await ownSession();
    const text = await readFile(path.join(ROOT, LAYOUT[kind].template), 'utf8');
    const record = readRecord(kind, { path: `${LAYOUT[kind].folder}/${NAMES[kind]}`, text });
    const { templates, surroundings, layout } = corpus;
    const records = [...corpus.records, record];
    const all = judge(buildCorpus({ records, templates, surroundings, layout }));
    const own = all.filter(({ file }) => file === record.path).map(({ rule }) => rule);
    expect(own).toContain('template-placeholders');
    expect([...new Set(own)].filter((rule) => !FILLED_IN.has(rule))).toEqual([]);
  });
});
