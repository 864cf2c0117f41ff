import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../site/settings.ts';
import { pageContext } from '../views/page-context.ts';
import { toolsOf } from '../views/record-tools.ts';
import { exampleModel } from './site-context.ts';

const model = {
  ...exampleModel(),
  settings: {
    ...DEFAULT_SETTINGS,
    edit: 'https://example.com/edit/main/{path}',
    discuss: 'https://example.com/new?title={id}: {title}&body={url}',
  },
};
const PAGE = '/base/adr/adr-002-keep-sessions-in-redis/';

test('a record can be edited and discussed where the settings say', () => {
  const tools = toolsOf(pageContext(model, PAGE), new URL('https://records.example.com'));
  expect(tools?.edit).toBe(
    'https://example.com/edit/main/docs/adr/adr-002-keep-sessions-in-redis.md',
  );
  expect(tools?.discuss).toBe(
    'https://example.com/new?title=ADR-002: Keep%20Sessions%20in%20Redis&body=https%3A//records.example.com/base/adr/adr-002-keep-sessions-in-redis/',
  );
  expect(tools?.minutes).toBeGreaterThanOrEqual(1);
});

test('without settings there is neither, and a page that is no record has no tools', () => {
  const bare = { ...model, settings: DEFAULT_SETTINGS };
  expect(toolsOf(pageContext(bare, PAGE), undefined)).toMatchObject({
    edit: undefined,
    discuss: undefined,
  });
  expect(toolsOf(pageContext(model, '/base/log/'), undefined)).toBeUndefined();
});
