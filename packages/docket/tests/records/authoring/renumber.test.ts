import { describe, expect, test } from 'vitest';
import { corpusOfFiles } from '../../../src/engine/examples.ts';
import { followsBranch, isOwn } from '../../../src/records/authoring/own-address.ts';
import { renumber } from '../../../src/records/authoring/renumber.ts';
import { EXAMPLE_BASE, NEW_ADR } from '../../../src/rules/support/example-base.ts';

const repository = {
  remotes: ['git@github.com:acme/platform.git', 'https://dev@git.example.org:8443/team/p.git'],
  branches: ['main', 'feature/a'],
};

describe('an address follows a branch of this repository', () => {
  test.each([
    'https://github.com/acme/platform/blob/main/docs/adr/a.md',
    'https://GitHub.com/acme/platform/tree/feature/a/docs',
    'https://github.com/acme/platform/raw/refs/heads/main/a.md',
    'https://github.com/acme/platform/blob/HEAD/a.md',
    'https://git.example.org/team/p/-/blob/main/a.md',
    'https://git.example.org/team/p/src/branch/main/a.md',
  ])('%s', (url) => {
    expect(followsBranch(url, repository)).toBe(true);
  });

  test.each([
    'https://github.com/acme/platform/blob/0a6eacff1f5b2a6a5ab5ed8a1bda4b1d4a5f6c7d/docs/adr/a.md',
    'https://github.com/acme/platform/blob/0a6eacf/a.md',
    'https://github.com/acme/platform/blob/v1.2.0/a.md',
    'https://github.com/acme/platform/blob/mainly/a.md',
    'https://github.com/acme/platform-two/blob/main/a.md',
    'https://github.com/other/platform/blob/main/a.md',
    'https://github.com.example.org/acme/platform/blob/main/a.md',
    'https://example.org/https://github.com/acme/platform/blob/main/a.md',
    'file:///home/me/platform/a.md',
    'mailto:a@example.org',
    '',
  ])('but not %s', (url) => {
    expect(followsBranch(url, repository)).toBe(false);
  });

  test('nothing is known to be its own without remotes', () => {
    expect(isOwn('https://github.com/acme/platform', { remotes: [], branches: ['main'] })).toBe(
      false,
    );
    expect(isOwn('https://github.com/acme/platform/issues/2', repository)).toBe(true);
  });
});

const NAME = NEW_ADR.slice(NEW_ADR.lastIndexOf('/') + 1);
const SHA = '0a6eacff1f5b2a6a5ab5ed8a1bda4b1d4a5f6c7d';

/** What renumbering 002 to 010 makes of a text, and what it leaves. */
function renumbered(path: string, text: string): { after: string; left: string[] } {
  const corpus = corpusOfFiles(EXAMPLE_BASE);
  const adr = corpus.adrs.find(({ path }) => path === NEW_ADR);
  if (!adr) throw new Error('no record');
  const texts = [{ path, text }];
  const { changes, left } = renumber({
    corpus,
    adr,
    number: '010',
    texts,
    besides: [],
    repository,
  });
  const change = changes.find((one) => one.path === path);
  return {
    after: change && 'after' in change ? change.after : text,
    left: left.map((one) => `${one.line} ${one.why} ${one.text}`),
  };
}

describe('renumbering leaves what does not follow the file', () => {
  test.each([
    ['docs/a.md', `https://other.example/docs/adr/${NAME}`],
    ['docs/a.md', `[their log](https://other.example/docs/adr/${NAME} "ADR-002")`],
    ['docs/a.md', `[ADR-002](https://other.example/adr/2)`],
    ['docs/a.md', `[ADR-002][x]\n\n[x]: https://other.example/adr/${NAME}`],
    ['docs/a.md', `[ADR-002](//other.example/adr/2)`],
    ['docs/a.md', `<https://other.example/?q=ADR-002>`],
    ['docs/a.md', `https://github.com/acme/platform/blob/${SHA}/docs/adr/${NAME}#decision`],
    ['docs/a.md', `https://github.com/acme/platform/blob/v1.0.0/docs/adr/${NAME}`],
    ['docs/a.md', `https://github.com/fork/platform/blob/main/docs/adr/${NAME}`],
    ['docs/a.md', `\`git show ${SHA.slice(0, 9)}:docs/adr/${NAME}\``],
    ['docs/a.md', `ssh://git@other.example/docs/adr/${NAME}`],
    ['src/a.ts', `// See https://other.example/docs/adr/${NAME} and https://x.example/(a)/ADR-002`],
    ['src/a.yaml', `url: https://other.example/docs/adr/${NAME}`],
  ])('%s: %s', (path, text) => {
    const { after, left } = renumbered(path, text);
    expect(after).toBe(text);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every((one) => one.includes(' elsewhere '))).toBe(true);
  });

  test.each([
    ['docs/a.md', `[ADR-002](adr/${NAME})`],
    ['docs/a.md', `[x](https://other.example/)[ADR-002](adr/${NAME}), ADR-002`],
    ['docs/a.md', `[ADR-002](https://github.com/acme/platform/blob/main/docs/adr/${NAME})`],
    ['docs/a.md', `https://git.example.org/team/p/-/blob/feature/a/docs/adr/${NAME}?x=ADR-002`],
    ['docs/a.md', `main:docs/adr/${NAME}`],
    ['src/a.ts', `// https://other.example/ says what ADR-002 says, see docs/adr/${NAME}`],
  ])('and changes the rest, %s: %s', (path, text) => {
    const { after, left } = renumbered(path, text);
    expect(after).toBe(text.replaceAll('ADR-002', 'ADR-010').replaceAll('adr-002-', 'adr-010-'));
    expect(left).toEqual([]);
  });

  test('of a permanent link the words change and the address does not', () => {
    const url = `https://github.com/acme/platform/blob/${SHA}/docs/adr/${NAME}`;
    expect(renumbered('docs/a.md', `[ADR-002](${url})`)).toEqual({
      after: `[ADR-010](${url})`,
      left: [`1 elsewhere ${url}`],
    });
  });
});
