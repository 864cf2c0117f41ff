import { expect, test } from 'vitest';
import { NEW_ADR } from '../../docket/src/rules/support/example-base.ts';
import { absolute } from '../views/api.ts';
import { pageMarkdown, recordMarkdown } from '../views/markdown-text.ts';
import { exampleContext } from './site-context.ts';

const site = new URL('https://docs.example.org');
const far = (address: string) => absolute(site, address);
const near = (address: string) => absolute(undefined, address);

test('a record is its source, with links that work from where it is served', () => {
  const context = exampleContext({
    change: NEW_ADR,
    from: '## Context\n',
    to: [
      '## Context',
      '',
      '[Again](adr-001-keep-sessions-in-memory.md#context "adr"), [shared][old] and [shared][old],',
      '[file](../../README.md), [here](#decision), [home](/log/), [out](https://example.org/a?b=1).',
      '',
      '[old]: ./adr-001-keep-sessions-in-memory.md',
      '',
    ].join('\n'),
  });
  const record = context.corpus.byPath(NEW_ADR);
  if (!record) throw new Error('the record is there');
  const old = '/base/adr/adr-001-keep-sessions-in-memory.md';
  const text = recordMarkdown(context, record, near);
  expect(text).toContain(`[Again](${old}#context "adr"), [shared][old] and [shared][old],`);
  expect(text).toContain(
    '[file](../../README.md), [here](#decision), [home](/base/log/), [out](https://example.org/a?b=1).',
  );
  expect(text).toContain(`[old]: ${old}\n`);
  expect(text.startsWith(record.document.text.slice(0, 300))).toBe(true);
  expect(recordMarkdown(context, record, far)).toContain(`[old]: https://docs.example.org${old}\n`);
});

test('addresses in HTML, of images and with escapes work from there too', () => {
  const context = exampleContext({
    change: NEW_ADR,
    from: '## Context\n',
    to: [
      '## Context',
      '',
      '> [!NOTE]',
      '> <a href="adr-001-keep-sessions-in-memory.md#context">Again</a> [and](adr\\-001-keep-sessions-in-memory.md)',
      '',
      '<img src="a%23b.svg" srcset="a%23b.svg 1x, a%23b.svg 2x" alt="x"> ![y](a%23b.svg)',
      '',
    ].join('\n'),
  });
  const { corpus } = context;
  const surroundings = { ...corpus.surroundings, shown: new Set(['docs/adr/a#b.svg']) };
  const record = corpus.byPath(NEW_ADR);
  if (!record) throw new Error('the record is there');
  const text = recordMarkdown({ ...context, corpus: { ...corpus, surroundings } }, record, near);
  const old = '/base/adr/adr-001-keep-sessions-in-memory.md';
  const image = '/base/files/docs/adr/a%23b.svg';
  expect(text).toContain(`> [!NOTE]\n> <a href="${old}#context">Again</a> [and](${old})`);
  expect(text).toContain(
    `<img src="${image}" srcset="${image} 1x, ${image} 2x" alt="x"> ![y](${image})`,
  );
});

test('a page gets its title and description before its text', () => {
  const page = { title: 'Guide', description: 'How.', body: '\nSee [it](/log/).\n' };
  const path = 'src/content/docs/guides/a.md';
  expect(pageMarkdown(exampleContext(), page, path, far)).toBe(
    '# Guide\n\nHow.\n\nSee [it](https://docs.example.org/base/log/).\n',
  );
});
