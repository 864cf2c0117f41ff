import { expect, test } from 'vitest';
import { absolute, apiRecords, graphDocument, recordsDocument } from '../views/api.ts';
import { exampleContext, exampleModel } from './site-context.ts';

const context = exampleContext();

test('addresses are from the root of the host, or absolute where the site knows its own', () => {
  const urls = (site?: URL) =>
    recordsDocument(context, site).records.map(({ id, url, markdownUrl }) => [
      id,
      url,
      markdownUrl,
    ]);
  expect(urls()[0]).toEqual([
    'ADR-001',
    '/base/adr/adr-001-keep-sessions-in-memory/',
    '/base/adr/adr-001-keep-sessions-in-memory.md',
  ]);
  expect(urls(new URL('https://docs.example.org'))[0]).toEqual([
    'ADR-001',
    'https://docs.example.org/base/adr/adr-001-keep-sessions-in-memory/',
    'https://docs.example.org/base/adr/adr-001-keep-sessions-in-memory.md',
  ]);
  expect(graphDocument(context, undefined).nodes.map(({ url }) => url)).toContain(
    '/base/adr/adr-001-keep-sessions-in-memory/',
  );
  expect(absolute(undefined, '/x/')).toBe('/x/');
});

test('every record has a name of its own, the id where that is free', () => {
  expect([...apiRecords(context).keys()]).toEqual([
    'ADR-001',
    'ADR-002',
    'SPEC-0001',
    'PROVENANCE-0001',
  ]);
  const second = 'adr-001-keep-users-in-memory';
  const { corpus } = exampleModel({
    add: `docs/adr/${second}.md`,
    text: '# ADR-001: Keep users\n',
  });
  expect([...apiRecords({ corpus }).keys()]).toContain(second);
});
