import { expect, test } from 'vitest';
import { commandsFor, matchCommands } from '../../client/commands.ts';
import { navigationOf } from '../../views/navigation.ts';
import { PARTS } from '../../views/parts.ts';
import { inEnglish } from '../../words/english.ts';

const commands = commandsFor({ t: inEnglish, base: '/base/', held: new Set(PARTS) });
const labels = (term: string) => matchCommands(commands, term).map(({ label }) => label);

test('every page of the navigation is a command, under the base', () => {
  for (const { label, path } of navigationOf(inEnglish, new Set(PARTS)).flatMap(
    (group) => group.links,
  )) {
    expect(commands).toContainEqual(expect.objectContaining({ label, href: `/base${path}` }));
  }
});

test('pages that not every site has are offered only where they are', () => {
  const others = commandsFor({ t: inEnglish, base: '/', held: new Set(['reference']) });
  expect(others.length).toBeLessThan(commands.length);
  const groups = new Set(others.map(({ group }) => group));
  expect(['Guides', 'Reference'].map((group) => groups.has(group))).toEqual([false, true]);
  expect(others.some(({ label }) => label === 'Attestation')).toBe(false);
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
