import { expect, test } from 'vitest';
import { commandsFor, matchCommands } from '../../client/commands.ts';
import { navigationOf } from '../../views/navigation.ts';
import { PARTS } from '../../views/parts.ts';
import { inEnglish } from '../../words/english.ts';

const commands = commandsFor({
  t: inEnglish,
  base: '/base/',
  held: new Set(PARTS),
  hasThemes: true,
});
const labels = (term: string) => matchCommands(commands, term).map(({ label }) => label);

test('every page of the navigation is a command, under the base', () => {
  for (const { label, path } of navigationOf(inEnglish, new Set(PARTS)).flatMap(
    (group) => group.links,
  )) {
    expect(commands).toContainEqual(expect.objectContaining({ label, href: `/base${path}` }));
  }
});

test('pages that not every site has are offered only where they are', () => {
  const held = new Set(['reference'] as const);
  const others = commandsFor({ t: inEnglish, base: '/', held, hasThemes: true });
  expect(others.length).toBeLessThan(commands.length);
  const groups = new Set(others.map(({ group }) => group));
  expect(['Guides', 'Reference'].map((group) => groups.has(group))).toEqual([false, true]);
  expect(others.some(({ label }) => label === 'Attestation')).toBe(false);
});

test('themes are offered only where our choice of them stands', () => {
  const offered = (hasThemes: boolean) =>
    commandsFor({ t: inEnglish, base: '/', held: new Set(PARTS), hasThemes }).filter(
      ({ group }) => group === inEnglish('docket.theme.title'),
    );
  expect([true, false].map((hasThemes) => offered(hasThemes).length)).toEqual([3, 0]);
});

test('commands are found by the beginnings of their words, in any order', () => {
  expect(labels('dark')).toEqual(['Dark theme']);
  expect(labels('the dar')).toEqual(['Dark theme']);
  expect(labels('accepted')).toEqual(['Show accepted decisions']);
  expect(labels('dec by tag')).toEqual(['Show decisions by tag']);
  expect(labels('ark')).toEqual([]);
  expect(labels('')).toHaveLength(commands.length);
});

test('a filter of the log is an address of the log', () => {
  expect(matchCommands(commands, 'show superseded')).toEqual([
    {
      label: 'Show superseded decisions',
      group: 'Filter the log',
      href: '/base/log/?status=Superseded',
    },
  ]);
});
