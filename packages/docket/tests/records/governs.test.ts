import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { governs } from '../../src/records/governs.ts';
import { LAYOUT } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/record.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';
import { processorTime } from '../support/processor-time.ts';

function decision(written: string) {
  const change = { change: NEW_ADR, from: 'spec: SPEC-0001', to: `spec: SPEC-0001\n${written}` };
  const record = corpusOfFiles(patchedFiles([change])).byPath(NEW_ADR);
  if (record?.kind !== 'adr') throw new Error('No decision');
  return record;
}

test.each([
  ['[src]', 'src/a.ts', true],
  ['[src/]', 'src/a/b.ts', true],
  ['[src]', 'srcs/a.ts', false],
  ['[src/a.ts]', 'src/a.ts', true],
  ['[./src/a.ts]', 'src/a.ts', true],
  ['[/src/a.ts]', 'src/a.ts', true],
  ['["src/*.ts"]', 'src/a.ts', true],
  ['["src/*.ts"]', 'src/b/a.ts', false],
  ['["src/**/*.ts"]', 'src/a.ts', true],
  ['["src/**/*.{ts,js}"]', 'src/b/c/a.js', true],
  ['["**/Dockerfile"]', 'Dockerfile', true],
  ['["**/.env"]', 'apps/.env', true],
  ['[src, "!src/old"]', 'src/old/a.ts', false],
  ['[src, "!src/old"]', 'src/new/a.ts', true],
  ['[src, "!src/old", "src/old/kept.ts"]', 'src/old/kept.ts', true],
  ['["!src/old", src]', 'src/old/a.ts', true],
  ['["!src/old"]', 'src/a.ts', false],
  ['["src/größe.ts"]', 'src/größe.ts', true],
  ['["src/!(a).ts"]', 'src/b.ts', false],
  ['["src/!(a).ts"]', 'src/!(a).ts', true],
  ['["app/[id]/page.tsx"]', 'app/[id]/page.tsx', true],
  ['["app/[id]/page.tsx"]', 'app/i/page.tsx', true],
  ['["app/[id]"]', 'app/[id]/page.tsx', true],
  ['["app/[id]/**/*.tsx"]', 'app/[id]/a/page.tsx', true],
  ['["app/[id]/**/*.tsx"]', 'app/d/a/page.tsx', true],
  ['["app/(shop)/**"]', 'app/(shop)/a/page.tsx', true],
  ['["app/(shop)/**"]', 'app/shop/a/page.tsx', false],
  ['["a+b/(x|y)/*"]', 'a+b/(x|y)/z', true],
  ['["app/(shop)/"]', 'app/(shop)/page.tsx', true],
  ['["{src,lib}/a.ts"]', 'lib/a.ts', true],
  ['["src/a?.ts"]', 'src/ab.ts', true],
  ['["sr*/a.ts"]', 'src/a.ts', true],
  ['["src/a.ts"]', 'src/a.tsx', false],
  ['["src/\\\\*.ts"]', 'src/*.ts', true],
  ['["src/\\\\*.ts"]', 'src/a.ts', false],
])('governs: %s and %s: %s', (written, path, expected) => {
  expect(governs(decision(`governs: ${written}`), path) !== undefined).toBe(expected);
});

test('a pattern that could take for ever, or leads out, is not used', () => {
  const hostile = `["${'*a'.repeat(30)}", "../x", "${'**/'.repeat(9)}b", "${'a'.repeat(300)}"]`;
  const record = decision(`governs: ${hostile}`);
  expect(record.governs.map(({ problem }) => problem === undefined)).toEqual([
    ...[false, false, false, false],
  ]);
  expect(processorTime(() => governs(record, `${'a'.repeat(250)}/b`))).toBeLessThan(500);
  expect(governs(record, `${'a'.repeat(250)}/b`)).toBeUndefined();
});

test('without frontmatter, a list below a heading says it', () => {
  const text = [
    '# Use a queue',
    '',
    '## Status\n\nAccepted',
    '',
    '## Governs',
    '',
    '- `src/queue/**`',
    '- !src/queue/legacy',
    '',
  ].join('\n');
  const record = readRecord(
    'adr',
    { path: 'doc/adr/0001-queue.md', text },
    {
      layout: {
        ...LAYOUT,
        adr: {
          ...LAYOUT.adr,
          logs: [
            {
              folder: 'doc/adr',
              foundBy: 'content',
              records: ['doc/adr/0001-queue.md'],
              leftOut: [],
            },
          ],
        },
      },
      templates: {},
    },
  );
  if (record.kind !== 'adr') throw new Error('No decision');
  expect(governs(record, 'src/queue/a.ts')?.span.start.line).toBe(9);
  expect(governs(record, 'src/queue/legacy/a.ts')).toBeUndefined();
});
