import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonFile } from '../../../src/records/authoring/json-file.ts';

const keyed = (text: string, ...keys: string[]): string =>
  new JsonFile('a.json', text).withKey(keys, 'new').text;
const listed = (text: string, item: unknown = 'new'): string =>
  new JsonFile('a.json', text).withItem(['list'], item).text;

test('a key is added as the last one, in the form the text has', () => {
  expect(keyed('{}', 'k')).toBe('{\n  "k": "new"\n}');
  expect(keyed('{\n\t"a": {\n\t\t"b": 1\n\t}\n}', 'a', 'k')).toBe(
    '{\n\t"a": {\n\t\t"b": 1,\n\t\t"k": "new"\n\t}\n}',
  );
  expect(keyed('{\n    "a": 1\n}\n', 'b', 'k')).toBe(
    '{\n    "a": 1,\n    "b": {\n        "k": "new"\n    }\n}\n',
  );
  expect(keyed('{\n   "a": {},\n   "z": 1\n}\n', 'a', 'k')).toBe(
    '{\n   "a": {\n      "k": "new"\n   },\n   "z": 1\n}\n',
  );
  expect(keyed('{"a":{"b":1},"z":2}', 'a', 'k')).toBe('{"a":{"b":1, "k": "new"},"z":2}');
  expect(keyed('{\r\n  "a": 1\r\n}\r\n', 'k')).toBe('{\r\n  "a": 1,\r\n  "k": "new"\r\n}\r\n');
});

test('comments and trailing commas stay with what they stand at', () => {
  expect(keyed('{\n  "a": 1 // one, two\n  // last\n}\n', 'k')).toBe(
    '{\n  "a": 1, // one, two\n  "k": "new"\n  // last\n}\n',
  );
  expect(keyed('{\n  "a": 1, /* x */ // y\n}\n', 'k')).toBe(
    '{\n  "a": 1, /* x */ // y\n  "k": "new",\n}\n',
  );
  expect(keyed('{\n  "a": 1 // one\n  , // odd\n}\n', 'k')).toBe(
    '{\n  "a": 1 // one\n  , // odd\n  "k": "new",\n}\n',
  );
  expect(keyed('{\n  // nothing yet\n}\n', 'k')).toBe('{\n  // nothing yet\n  "k": "new"\n}\n');
  expect(listed('{ "list": ["a", "b",] }')).toBe('{ "list": ["a", "b", "new",] }');
  expect(listed('{ "list": [ "a" ] }')).toBe('{ "list": [ "a", "new" ] }');
  expect(listed('{\n  "list": [\n    "a"\n  ]\n}', { url: 'x' })).toBe(
    '{\n  "list": [\n    "a",\n    {\n      "url": "x"\n    }\n  ]\n}',
  );
});

test('many comments and slashes cost no time', () => {
  const slashes = `{\n  "a": 1 //${'/'.repeat(50_000)}\n  ${'/* * // */'.repeat(5_000)}\n}`;
  expect(JSON.parse(keyed(slashes, 'k').replaceAll(/\/\*.*?\*\/|\/\/.*/g, ''))).toEqual({
    a: 1,
    k: 'new',
  });
});

test.each([
  ['{\n  "a": 1\n  "b": 2\n}', 'a.json:3:3: not valid JSON: comma expected'],
  ['{\n  "a": 1,\n  "a": 2\n}', 'a.json:3:3: `a`: the key is set twice'],
  ['[]', 'a.json:1:1: unexpected array, expected an object'],
  ['', 'a.json:1:1: not valid JSON: value expected'],
  ['{\n  "list": "x"\n}', 'a.json:2:11: `list`: unexpected string, expected an array'],
])('%j has no place for an item, and that is said with where and why', (text, message) => {
  expect(() => listed(text)).toThrow(message);
});

test('where a key would lead through something else, that is said, too', () => {
  expect(() => keyed('{\n  "scripts": []\n}', 'scripts', 'k')).toThrow(
    'a.json:2:14: `scripts`: unexpected array, expected an object',
  );
  expect(() => new JsonFile('package.json', '{ /* x */ }', { isPlain: true })).toThrow(
    'package.json:1:3: not valid JSON: invalid comment token',
  );
});

test('in any JSON, the value is there afterwards, and everything else as it was', () => {
  const text = fc.tuple(
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__' && key !== 'new'),
      fc.jsonValue({ noUnicodeString: false }),
    ),
    fc.constantFrom(undefined, 1, 2, 4, '\t'),
    fc.constantFrom('\n', '\r\n'),
  );
  fc.assert(
    fc.property(text, ([value, indent, end]) => {
      const before = JSON.stringify(value, null, indent).replaceAll('\n', end);
      const after = keyed(before, 'new');
      expect(JSON.parse(after)).toEqual({ ...JSON.parse(before), new: 'new' });
      const body = before.slice(0, -1).trimEnd();
      expect(after.startsWith(body)).toBe(true);
      expect(after.endsWith(Object.keys(value).length > 0 ? before.slice(body.length) : '}')).toBe(
        true,
      );
    }),
  );
});
