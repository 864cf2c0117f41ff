import { describe, expect, test } from 'vitest';
import { readConfigText } from '../../src/records/config-text.ts';

test('comments and trailing commas may stand in it', () => {
  const text = `{
    // Why.
    "rules": { "title-length": "off", /* and */ },
  }`;
  expect(readConfigText(text)).toEqual({ config: { rules: { 'title-length': 'off' } } });
});

describe('a problem has its place', () => {
  test.each([
    ['{ "rules": { "a": "of" } }', 'rules.a', 14],
    ['{ "pahts": {} }', 'pahts', 3],
    ['{ "rules": { "a.b": { "severty": "off" } } }', 'rules.a.b.severty', 23],
    ['{ "overrides": [{ "files": [], "rules": {} }] }', 'overrides.0.files', 19],
    ['{ "rules": {}, "rules": {} }', 'rules', 16],
    ['{ "rules": { "a": "off", "a": "error" } }', 'rules.a', 26],
    ['{ "__proto__": { "base": "main" } }', '__proto__', 3],
    ['{ "base": }', '', 11],
    ['{ "base": "main" ', '', 18],
    ['', '', 1],
    ['"text"', '', 1],
  ])('%s', (text, key, column) => {
    const read = readConfigText(text);
    if ('config' in read) throw new Error('nothing was found');
    expect(read.problems[0]).toMatchObject({ key, at: { line: 1, column } });
  });
});

test('a problem on a later line has that line', () => {
  expect(readConfigText('{\n  "base": "main",\n  "site": "nowhere"\n}\n')).toMatchObject({
    problems: [{ key: 'site', at: { line: 3, column: 3 } }],
  });
});
