import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCorpus } from '../../src/records/corpus.ts';
import { LAYOUT, RECORD_KINDS } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';
import type { Patch } from '../../src/rules/define.ts';
import { EXAMPLE_BASE, NEW_ADR, OLD_ADR } from '../../src/rules/example-base.ts';
import { corpusOfFiles, patchedFiles } from '../../src/rules/examples.ts';
import { judge } from '../../src/rules/judge.ts';
import { ownWorkspace, ROOT } from '../support/repository.ts';

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
    'tags-form',
    'title-form',
    'title-number',
  ]);
  const NAMES = {
    adr: 'adr-999-template.md',
    spec: 'spec-9999-template.md',
    provenance: 'spec-9999-template.provenance.md',
  } as const;

  test.each(RECORD_KINDS)('%s', async (kind) => {
    const { corpus } = await ownWorkspace();
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
