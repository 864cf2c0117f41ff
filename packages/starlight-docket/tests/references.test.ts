import { expect, test } from 'vitest';
import { NEW_ADR, PROVENANCE, SPEC } from '../../docket/src/rules/support/example-base.ts';
import { corpusOfLogs } from '../../docket/tests/support/log-corpus.ts';
import { processorTime } from '../../docket/tests/support/processor-time.ts';
import { resolveLink, segmentsOf } from '../views/references.ts';
import { exampleContext } from './site-context.ts';

const context = exampleContext();

test.each([
  ['adr-001-keep-sessions-in-memory.md', '/base/adr/adr-001-keep-sessions-in-memory/'],
  ['adr-001-keep-sessions-in-memory.md#risks', '/base/adr/adr-001-keep-sessions-in-memory/#risks'],
  ['adr-001-keep-sessions-in-memory.md#Risks', '/base/adr/adr-001-keep-sessions-in-memory/#risks'],
  ['adr-001-keep-sessions-in-memory.html', '/base/adr/adr-001-keep-sessions-in-memory/'],
  [`../../${SPEC}#validation-steps`, '/base/specs/spec-0001-session-store/#validation-steps'],
  [`../../${PROVENANCE}`, '/base/provenance/spec-0001-session-store/'],
])('the relative link %s leads to a page', (url, expected) => {
  const destination = resolveLink(context, url, NEW_ADR);
  expect(destination.kind === 'record' && destination.link.url).toBe(expected);
});

test.each([
  ['https://redis.io/', 'https://redis.io/'],
  ['#risks', '#risks'],
  ['#Risks', '#risks'],
  ['#Gone', '#Gone'],
  ['/log/', '/base/log/'],
  ['../../src/content/docs/guides/write-a-spec.md#check', '/base/guides/write-a-spec/#check'],
  ['../../src/content/docs/index.md', '/base/'],
])('the link %s becomes %s', (url, expected) => {
  expect(resolveLink(context, url, NEW_ADR)).toEqual({ kind: 'url', url: expected });
});

test('in a log of any form, an address by number leads to its decision', () => {
  const { corpus } = context;
  const adr = { ...corpus.layout.adr, logs: [] };
  const inAnyForm = { ...context, corpus: { ...corpus, layout: { ...corpus.layout, adr } } };
  const link = { url: '/base/adr/adr-001-keep-sessions-in-memory/' };
  expect(resolveLink(inAnyForm, '/adr/1', NEW_ADR)).toMatchObject({ kind: 'record', link });
  expect(resolveLink(inAnyForm, '/docs/adr/001/', NEW_ADR)).toMatchObject({ kind: 'record', link });
  expect(resolveLink(inAnyForm, '/adr/7', NEW_ADR)).toEqual({ kind: 'url', url: '/base/adr/7' });
});

test('in a log of any form, an address that starts with a slash is a link only where the site has that page', () => {
  const { corpus } = context;
  const adr = { ...corpus.layout.adr, logs: [] };
  const inAnyForm = {
    ...context,
    corpus: { ...corpus, layout: { ...corpus.layout, adr } },
    hostPages: new Set(['guides/deploy']),
  };
  expect(resolveLink(inAnyForm, '/docs/networking#ports', NEW_ADR)).toEqual({ kind: 'none' });
  expect(resolveLink(inAnyForm, '/Guides/deploy/?a#b', NEW_ADR)).toEqual({
    kind: 'url',
    url: '/base/Guides/deploy/?a#b',
  });
  expect(resolveLink({ ...inAnyForm, corpus }, '/docs/networking', NEW_ADR).kind).toBe('url');
});

test('below a prefix, a page of the site keeps its address and a record has the prefix', () => {
  const below = { ...context, base: '/base/decisions/', siteBase: '/base/' };
  expect(resolveLink(below, '/log/', NEW_ADR)).toEqual({ kind: 'url', url: '/base/log/' });
  expect(resolveLink(below, '../../src/content/docs/index.md', NEW_ADR)).toEqual({
    kind: 'url',
    url: '/base/',
  });
  expect(resolveLink(below, 'adr-001-keep-sessions-in-memory.md', NEW_ADR)).toMatchObject({
    link: { url: '/base/decisions/adr/adr-001-keep-sessions-in-memory/' },
  });
});

test('a file that is no record leads to the source where there is one, and nowhere else', () => {
  expect(resolveLink(context, '../../README.md', NEW_ADR)).toEqual({
    kind: 'file',
    path: 'README.md',
  });
  expect(
    resolveLink(
      { ...context, repository: 'https://example.com/r' },
      '../../README.md#use',
      NEW_ADR,
    ),
  ).toEqual({ kind: 'url', url: 'https://example.com/r/blob/HEAD/README.md#use' });
});

test.each(['../../../outside.md', '%E0%A4%A'])('the link %s has no destination', (url) => {
  expect(resolveLink(context, url, NEW_ADR)).toEqual({ kind: 'none' });
});

test('text is cut at the records it names', () => {
  const self = context.corpus.byPath(NEW_ADR);
  expect(
    segmentsOf(
      context,
      'ADR-002 replaces ADR-001 after Spec 0009, see docs/adr/adr-001-x.md.',
      self,
    ),
  ).toEqual([
    { kind: 'text', text: 'ADR-002 replaces ' },
    {
      kind: 'record',
      text: 'ADR-001',
      link: {
        url: '/base/adr/adr-001-keep-sessions-in-memory/',
        title: 'Keep Sessions in Memory (superseded)',
        lapsed: true,
      },
    },
    { kind: 'text', text: ' after ' },
    { kind: 'missing', text: 'Spec 0009', hint: 'Spec 0009 is not in this repository' },
    { kind: 'text', text: ', see ' },
    { kind: 'path', text: 'docs/adr/adr-001-x.md', link: undefined },
    { kind: 'text', text: '.' },
  ]);
});

test('a path that is a record leads to its page', () => {
  expect(segmentsOf(context, `The file ${SPEC} exists`)).toEqual([
    { kind: 'text', text: 'The file ' },
    {
      kind: 'path',
      text: SPEC,
      link: { url: '/base/specs/spec-0001-session-store/', title: 'Write ADR-002', lapsed: false },
    },
    { kind: 'text', text: ' exists' },
  ]);
});

test('cut text loses nothing', () => {
  for (const text of ['', 'ADR-001', 'ADR-001ADR-002', 'a/b/ADR-001 spec 0001, SPEC-0001', '//']) {
    expect(
      segmentsOf(context, text)
        .map((segment) => segment.text)
        .join(''),
    ).toBe(text);
  }
});

test('a log with a naming of its own is named by that, and what it lacks is somebody else’s', () => {
  const text = (number: number) =>
    `# ${number}. A\n\n## Status\n\nAccepted\n\n## Decision\n\ntext\n`;
  const corpus = corpusOfLogs({
    'docs/rfc/decisions/069-a.md': text(69),
    'docs/rfc/decisions/070-b.md': text(70),
  });
  const segments = segmentsOf(
    { ...context, corpus },
    'RFC 070 and RFC-069 follow RFC 7231',
    corpus.adrs[0],
  );
  expect(segments.map((one) => [one.kind, one.text])).toEqual([
    ['record', 'RFC 070'],
    ['text', ' and RFC-069 follow RFC 7231'],
  ]);
});

test.each([
  ['word', 'x'.repeat(300_000)],
  ['path', 'docs/'.repeat(60_000)],
  ['row of dots', '.'.repeat(300_000)],
  ['row of hyphens behind a path', `docs/${'-'.repeat(300_000)}`],
])('a %s that goes on and on takes no long time', (_, text) => {
  expect(processorTime(() => segmentsOf(context, text))).toBeLessThan(1500);
});
