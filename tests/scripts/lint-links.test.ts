import { describe, expect, test } from 'vitest';
import { baseOf, rootArguments } from '../../scripts/lint/links.ts';

describe('baseOf', () => {
  test.each([
    ['<link rel="stylesheet" href="/_astro/page.abc.css">', ''],
    ['<link rel="stylesheet" href="/docket/_astro/page.abc.css">', '/docket'],
    ['<script type="module" src="/a/b-c/_astro/page.abc.js"></script>', '/a/b-c'],
    ['<a href="/docket/">no asset</a>', ''],
    ['<link href="https://cdn.example/_astro/page.css">', ''],
  ])('of %s', (html, base) => {
    expect(baseOf(html)).toBe(base);
  });
});

describe('rootArguments', () => {
  test('without a base path, links start at the site and end outside it', () => {
    expect(rootArguments('', '/repo/dist', '/repo/empty')).toEqual([
      '--root-dir',
      '/repo/dist',
      '--remap',
      '^(file:///repo/dist([/#?].*)?)$ $1',
      '--remap',
      '^file:///(.*)$ file:///repo/empty/outside-the-site/$1',
    ]);
  });

  test('under a base path, only links below the base reach the site', () => {
    expect(rootArguments('/docket', '/a repo/dist', '/a repo/.cache/empty')).toEqual([
      '--root-dir',
      '/a repo/.cache/empty',
      '--remap',
      '^file:///a%20repo/\\.cache/empty/docket([/#?].*)?$ file:///a%20repo/dist$1',
      '--remap',
      '^(file:///a%20repo/dist([/#?].*)?)$ $1',
      '--remap',
      '^file:///(.*)$ file:///a%20repo/.cache/empty/outside-the-site/$1',
    ]);
  });
});
