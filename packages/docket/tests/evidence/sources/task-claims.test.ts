import { expect, test } from 'vitest';
import { taskClaims, tickedIds } from '../../../src/evidence/sources/task-claims.ts';

/** The paths of the one task as `act kind path`. */
function pathsOf(headline: string, ...lines: string[]): string[] {
  const text = [`- [x] T001 ${headline}`, ...lines].join('\n');
  return taskClaims(text).flatMap(({ paths }) =>
    paths.map(({ act, kind, path }) => `${act} ${kind} ${path}`),
  );
}

test.each<[string, string[]]>([
  ['Create `src/a.ts`', ['made full src/a.ts']],
  ['[P] [US1] Create User model in src/models/user.py', ['made full src/models/user.py']],
  ['Implement login in src\\auth\\login.ts', ['made full src/auth/login.ts']],
  ['Add route in src/app/(group)/[id]/+page.ts', ['made full src/app/(group)/[id]/+page.ts']],
  ['Add parser (src/parse.ts:12)', ['made full src/parse.ts']],
  ['Implement `src/parse.ts::main`', ['made full src/parse.ts']],
  ['Contract test for POST /users in tests/users.test.ts', ['made full tests/users.test.ts']],
  ['Create src/a.ts and src/b.ts', ['made full src/a.ts', 'made full src/b.ts']],
  ['Delete `src/old.ts`', ['deleted full src/old.ts']],
  ['Remove the import from src/a.ts', ['mentioned full src/a.ts']],
  ['Remove `src/a.ts` imports', ['mentioned full src/a.ts']],
  ['Move `src/a.ts` to `lib/a.ts`', ['moved-from full src/a.ts', 'moved-to full lib/a.ts']],
  ['Run the tests in tests/a.test.ts', ['read full tests/a.test.ts']],
  ['Verify that src/a.ts works', ['read full src/a.ts']],
  ['Add tests for src/a.ts', ['mentioned full src/a.ts']],
  ['Create a service using src/a.ts', ['mentioned full src/a.ts']],
  ['Create a page as described in docs/plan.md', ['mentioned full docs/plan.md']],
  ['Write package.json', ['made bare package.json']],
  ['Create all of src/**/*.ts', ['mentioned glob src/**/*.ts']],
  ['Create folders in `src/models/`', ['made folder src/models/']],
  ['See [the model](../models.md) and write src/a.ts', ['mentioned full src/a.ts']],
])('%s', (headline, expected) => {
  expect(pathsOf(headline)).toEqual(expected);
});

test.each([
  'Use sql.js and Next.js',
  'Support GET, POST and more',
  'Add the route GET /api/users.json',
  'Import from `@scope/package/sub.css`',
  'Create `specs/{id}/plan.md`',
  'Create `db/00xx_users.sql`',
  'Reach 95/5.0 of all',
  'Match `/^src\\/.*\\.ts$/`',
  'Open https://example.org/a/b.html',
  'Alias `@/components/a.ts` and `$lib/b.ts`',
  'Run `npm run build src/a.ts`',
  'Choose Node.js/Express.js',
])('no path in: %s', (headline) => {
  expect(pathsOf(headline)).toEqual([]);
});

test('continuation lines count by their labels, and code does not', () => {
  expect(
    pathsOf(
      'Create the model',
      '  - Location: `src/model.ts`',
      '  - Reference: `docs/model.md`',
      '  ```',
      '  src/code.ts',
      '  ```',
    ),
  ).toEqual(['made full src/model.ts', 'mentioned full docs/model.md']);
});

test('ids as they are written, each once', () => {
  const text = [
    '- [x] T001 a',
    '- [X] **T002** b',
    '- [x] T009a c',
    '- [x] T090.7 d',
    '- [x] 1.1 e',
    '- [x] [SETUP-001] f',
    '- [x] none at all',
    '- [x] T001 again',
    '- [ ] T003 open',
    '- [x] CHK001 reviewed',
    '```',
    '- [x] T004 code',
    '```',
    '1. [x] T005 numbered',
  ].join('\n');
  expect(tickedIds(text)).toEqual(taskClaims(text).map(({ id }) => id));
  expect(taskClaims(text).map(({ id }) => id)).toEqual([
    'task:T001',
    'task:T002',
    'task:T009a',
    'task:T090.7',
    'task:1.1',
    'task:SETUP-001',
    'task:none at all',
    'task:T001#2',
    'task:T005',
  ]);
});

test.each([
  ['T001 Create src/a.ts (skipped)', 'skipped'],
  ['T001 Create src/a.ts if present', 'if present'],
  ['T001 ~~Create src/a.ts~~', '~~'],
  ['T001 Create src/a.ts in the api repository', 'repository'],
  ['T001 Create ~/config/a.ts', '~/'],
  ['T001 Create src/a.ts instead of src/b.ts', undefined],
  ['T001 Create src/a.ts', undefined],
])('%s is excused by %s', (task, excuse) => {
  expect(taskClaims(`- [x] ${task}`)[0]?.excuse).toBe(excuse);
});

test.each<[string, string[]]>([
  ['The old `src/types.ts` is already there.', []],
  ['`src/payments/service.py` | handled by team B', []],
  ['`index.ts` was skipped.', []],
  ['`service.py` was skipped.', ['src/users/service.py']],
  ['`users/service.py` was skipped.', ['src/users/service.py']],
  ['`src/users/service.py` was skipped.', ['src/users/service.py']],
  ['`apps/api/src/users/service.py` was skipped.', ['src/users/service.py']],
  ['`other/service.py` was skipped.', []],
])('another sentence excuses the path it means: %s', (sentence, excused) => {
  const paths = ['lib/new/types.ts', 'src/users/service.py', 'lib/a/index.ts', 'lib/b/index.ts'];
  const text = `${paths.map((path) => `- [x] Create \`${path}\``).join('\n')}\n\n${sentence}\n`;
  const found = taskClaims(text).filter(({ excuse }) => excuse !== undefined);
  expect(found.map(({ paths: [first] }) => first?.path)).toEqual(excused);
});

test('a text about several repositories excuses all of its tasks', () => {
  const text = '**[REPO: core]**\n\n- [x] T001 Create src/a.ts\n';
  expect(taskClaims(text)[0]?.excuse).toBe('[REPO: core]');
});
