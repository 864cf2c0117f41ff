import { expect, test } from 'vitest';
import { judge } from '../../docket/src/engine/judge.ts';
import { FILE_START, type Finding } from '../../docket/src/records/finding.ts';
import { NEW_ADR } from '../../docket/src/rules/support/example-base.ts';
import { unreadHtml } from '../views/source-text.ts';
import { isHeldBack, unreadFiles } from '../views/unread.ts';
import { inEnglish } from '../words/english.ts';
import { exampleModel } from './site-context.ts';

const unreadable = (file: string): Finding => ({
  ...{ rule: 'file-readable', severity: 'error', file, span: FILE_START },
  ...{ found: 'NUL byte', expected: 'text', help: 'delete it', related: [] },
});

test('a file that could not be read has an address that no record has', () => {
  const { corpus } = exampleModel();
  const paths = [
    'docs/adr/adr-006-binary.md',
    'docs/adr/old/adr-002-keep-sessions-in-redis.md',
    '.sdd/provenance/spec-0009-a.provenance.md',
    // A record whose file has a byte-order mark, and a template.
    NEW_ADR,
    'docs/adr/template.md',
  ];
  expect(unreadFiles(corpus, paths.map(unreadable))).toEqual([
    { path: 'docs/adr/adr-006-binary.md', slug: 'adr/adr-006-binary' },
    {
      path: 'docs/adr/old/adr-002-keep-sessions-in-redis.md',
      slug: 'adr/old/adr-002-keep-sessions-in-redis',
    },
    { path: '.sdd/provenance/spec-0009-a.provenance.md', slug: 'provenance/spec-0009-a' },
  ]);
});

test.each([
  ['sound', { change: NEW_ADR, from: 'fits', to: 'suits' }, false],
  ['wrong', { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' }, false],
  [
    'in conflict',
    { change: NEW_ADR, from: '## Decision\n', to: '<<<<<<< main\n\n## Decision\n' },
    true,
  ],
  [
    'without the end of its frontmatter',
    { change: NEW_ADR, from: 'SPEC-0001\n---\n', to: 'SPEC-0001\n' },
    true,
  ],
  ['too long', { change: NEW_ADR, from: 'fits', to: 'fits '.repeat(5000) }, true],
])('a record that is %s is shown as its source or not', (_, patch, isSource) => {
  const { corpus } = exampleModel(patch);
  const record = corpus.byPath(NEW_ADR);
  if (!record) throw new Error('Expected the record');
  expect(isHeldBack(record, judge(corpus), corpus.layout)).toBe(isSource);
});

test('the source of a record is text, however it reads, and ends somewhere', () => {
  expect(unreadHtml(inEnglish, '</code><script>alert("1")</script>&')).toContain(
    '<code>&lt;/code&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;</code>',
  );
  const long = unreadHtml(inEnglish, 'x'.repeat(1_000_000));
  expect(long.length).toBeLessThan(101_000);
  expect(long).toContain('The beginning of its text');
  expect(unreadHtml(inEnglish, undefined)).toContain('no text that could be shown');
});
