import { expect, test } from 'vitest';
import { templateIn } from '../../src/evidence/steps/landing-scene.ts';
import { notRun, pass, type Scene, together } from '../../src/evidence/steps/observation.ts';
import { observeStep } from '../../src/evidence/steps/observe.ts';
import { isLike, type StepCheck } from '../../src/records/checks.ts';
import type { Tree } from '../../src/records/history.ts';
import { LAYOUT } from '../../src/records/layout.ts';
import { readMetadata, specSchema } from '../../src/records/schema.ts';

const ADR = `---
title: "ADR-001: Caching"
tags: [a, b]
---

## Context

We depart from
ADR-000 here, see [other](other.md#there) and [top](#context).

## Options Considered

### Option A: One (chosen)

**Pros:**

- good

**Cons:**

- bad

### Option B: Two

**Pros:**

- fine

## References

- [Other](other.md)
- [Missing](missing.md)
- [Outside](../../../x.md)
- [Site](https://example.org)
`;

const FILES: Record<string, string | undefined> = {
  'docs/a.md': ADR,
  'docs/other.md': '## There\n',
  'docs/unread.md': undefined,
  'docs/template.md':
    '## Context\n\n## Options Considered\n\n## Extra\n\n<!-- docket: optional -->\n',
  'docs/strict.md': '## References\n\n## Context\n\n### Deeper\n\n## Nowhere\n',
};

const tree: Tree = {
  name: 'the test tree',
  locate: (path) => (path in FILES || path === 'docs' ? path : undefined),
  text: (path) => FILES[path],
};

const scene: Scene = {
  tree,
  layout: LAYOUT,
  template: (path) => templateIn(tree, path, LAYOUT),
  landing: {
    kind: 'landed',
    commit: '0123456789',
    written: new Set(['docs/a.md', 'docs/other.md']),
    changed: ['docs/a.md', 'docs/gone.md', 'docs/other.md'],
    nameThen: (path) => (path === 'docs/renamed.md' ? 'docs/other.md' : path),
  },
  command: (name) => notRun(`no \`${name}\` here`),
};

const see = (...checks: StepCheck[]) => {
  const { outcome, evidence } = observeStep(checks, scene);
  return `${outcome}: ${evidence}`;
};

test('file-exists and file-absent', () => {
  expect(see({ 'file-exists': 'docs/a.md' })).toBe('pass: `docs/a.md` exists in the test tree');
  expect(see({ 'file-exists': 'docs' })).toBe('pass: `docs` exists in the test tree');
  expect(see({ 'file-exists': 'docs/b.md' })).toBe('fail: no `docs/b.md` in the test tree');
  expect(see({ 'file-absent': 'docs/b.md' })).toBe('pass: no `docs/b.md` in the test tree');
  expect(see({ 'file-absent': 'docs/a.md' })).toBe('fail: `docs/a.md` exists in the test tree');
});

test('frontmatter', () => {
  const at = (key: string, like: string, file = 'docs/a.md') =>
    see({ frontmatter: { file, key, like } });
  expect(at('title', 'ADR-001: *')).toBe('pass: `title` is `ADR-001: Caching`');
  expect(at('title', 'ADR-001:')).toBe('fail: `title` is `ADR-001: Caching`, not like `ADR-001:`');
  expect(at('date', '*')).toBe('fail: no `date` in `docs/a.md`');
  expect(at('tags', '*')).toBe('fail: `tags` is not a single value in `docs/a.md`');
  expect(at('title', '*', 'docs/b.md')).toBe('fail: no `docs/b.md` in the test tree');
  expect(at('title', '*', 'docs/unread.md')).toBe(
    'not-run: the text of `docs/unread.md` is not available in the test tree',
  );
});

test('text', () => {
  const at = (all: string[], section?: string) =>
    see({ text: { file: 'docs/a.md', all, section } } as StepCheck);
  expect(at(['depart from adr-000', 'HERE'])).toBe(
    'pass: `docs/a.md` line 8 says `depart from adr-000`, `HERE`',
  );
  expect(at(['depart', 'Missing'])).toBe(
    'fail: no block of `docs/a.md` says `depart`, `Missing` together',
  );
  expect(at(['depart'], 'Context')).toMatch(/^pass/);
  expect(at(['depart'], 'References')).toMatch(/^fail/);
  expect(at(['depart'], 'Decision')).toBe('fail: no section `Decision` in `docs/a.md`');
});

test('sections', () => {
  const at = (check: object) => see({ sections: { file: 'docs/a.md', ...check } } as StepCheck);
  expect(at({ template: 'docs/template.md' })).toBe(
    'pass: present and in order: Context, Options Considered',
  );
  expect(at({ names: ['context', 'References'] })).toBe(
    'pass: present and in order: context, References',
  );
  expect(at({ template: 'docs/strict.md' })).toBe(
    'fail: section `Context` out of order; no section `Nowhere`',
  );
  expect(at({ names: ['References', 'Options Considered'] })).toBe(
    'fail: section `Options Considered` out of order',
  );
  expect(at({ template: 'docs/none.md' })).toBe(
    'not-run: no template `docs/none.md` in the test tree',
  );
  expect(at({})).toBe('not-run: the check names neither a template nor sections');
});

test('options', () => {
  const at = (letters: string[], tradeOffs = true) =>
    see({ options: { file: 'docs/a.md', letters, 'trade-offs': tradeOffs } });
  expect(at(['A', 'B'])).toBe('fail: option B has no drawback in `docs/a.md`');
  expect(at(['A', 'B'], false)).toBe('pass: options A (1 for, 1 against), B (1 for, 0 against)');
  expect(at(['A', 'B', 'C'], false)).toBe('fail: no option C in `docs/a.md`');
  expect(at(['A'])).toBe('fail: option B is not among those asked for in `docs/a.md`');
});

test('links', () => {
  const at = (section?: string) => see({ links: { file: 'docs/a.md', section } } as StepCheck);
  expect(at('Context')).toBe('pass: all 2 relative links of `Context` resolve');
  expect(at('References')).toBe('fail: broken: `missing.md`, `../../../x.md`');
  expect(at()).toBe('fail: broken: `missing.md`, `../../../x.md`');
  expect(at('Decision')).toBe('fail: no section `Decision` in `docs/a.md`');
});

test('committed-together and only-changed', () => {
  expect(see({ 'committed-together': ['docs/a.md', 'docs/renamed.md'] })).toBe(
    'pass: all 2 files are in 0123456789',
  );
  expect(see({ 'committed-together': ['docs/a.md', 'docs/gone.md'] })).toBe(
    'fail: not in 0123456789: `docs/gone.md`',
  );
  expect(see({ 'only-changed': ['docs/*'] })).toBe('pass: 0123456789 changes nothing else');
  expect(see({ 'only-changed': ['docs/a.md', 'docs/renamed.md'] })).toBe(
    'fail: also in 0123456789: `docs/gone.md`',
  );
  const unknown: Scene = {
    ...scene,
    landing: { kind: 'unknown', reason: 'the record is not committed' },
  };
  expect(observeStep([{ 'committed-together': ['docs/a.md'] }], unknown)).toEqual(
    notRun('the record is not committed'),
  );
  expect(observeStep([{ 'only-changed': ['*'] }], unknown)).toEqual(
    notRun('the record is not committed'),
  );
});

test('several checks hold only together, and what was not run is no pass', () => {
  const good: StepCheck = { 'file-exists': 'docs/a.md' };
  expect(see(good, { 'file-exists': 'docs' })).toMatch(/^pass/);
  expect(see(good, { command: 'lint' })).toBe('not-run: no `lint` here');
  expect(see(good, { command: 'lint' }, { 'file-absent': 'docs' })).toMatch(/^fail/);
  expect(together([])).toEqual(notRun('no check is named'));
  expect(together([pass('a'), pass('b')])).toEqual(pass('a; b'));
});

test.each([
  ['abc', 'abc', true],
  ['abc', 'ab', false],
  ['abc', 'a*', true],
  ['abc', '*c', true],
  ['abc', '*b*', true],
  ['abc', 'a*b*c', true],
  ['aa', 'a*a', true],
  ['a', 'a*a', false],
  ['a.c', 'a.c', true],
  ['abc', 'a.c', false],
  ['', '*', true],
  ['xaby', '*a*b', false],
])('`%s` like `%s`: %s', (text, pattern, expected) => {
  expect(isLike(text, pattern)).toBe(expected);
});

test('the frontmatter key refuses what is no check', () => {
  const read = (checks: unknown) => readMetadata(specSchema, { title: 'Spec 0001: X', checks });
  expect(read({ 1: { 'file-exists': 'a.md' }, 2: [{ command: 'lint' }] }).issues).toEqual([]);
  for (const wrong of [
    { 0: { 'file-exists': 'a.md' } },
    { 1: { command: 'rm -rf /' } },
    { 1: { 'file-exists': '../a.md' } },
    { 1: { 'file-exists': '/etc/passwd' } },
    { 1: { 'file-exists': 'a.md', command: 'lint' } },
    { 1: [] },
    { 1: { shell: 'true' } },
    [],
  ]) {
    const { metadata, issues } = read(wrong);
    expect(issues.length, JSON.stringify(wrong)).toBeGreaterThan(0);
    expect(metadata).not.toHaveProperty('checks');
  }
});
