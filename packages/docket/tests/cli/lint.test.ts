import { describe, expect, test } from 'vitest';
import type { Patch } from '../../src/engine/define.ts';
import { NEW_ADR, OLD_ADR, PROVENANCE, SPEC } from '../../src/rules/support/example-base.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { ROOT } from '../support/repository.ts';
import { runDocket } from '../support/run-docket.ts';

interface Diagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly help: string;
}

interface LintJson {
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: { readonly files: number; readonly errors: number; readonly warnings: number };
}

async function lintJson(patches: readonly Patch[]) {
  await using repo = await fixtureRepo(patches);
  const run = await runDocket('lint', '--root', repo.root, '--format', 'json');
  return { code: run.code, stderr: run.stderr, json: JSON.parse(run.stdout) as LintJson };
}

test('the records of this repository are clean', async () => {
  const run = await runDocket('lint', '--root', ROOT, '--severity', 'warning');
  expect(run.stderr).toBe('');
  expect(run.stdout).toMatch(/^No problems in \d+ files\n$/);
  expect(run.code).toBe(0);
});

/** What a build and a lint must refuse, one change each. */
const FAILURES: readonly {
  readonly name: string;
  readonly patch: Patch;
  readonly at: string;
  readonly rule: string;
  readonly message: string;
}[] = [
  {
    name: 'a status outside the vocabulary',
    patch: { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
    at: `${NEW_ADR}:4:9-4:16`,
    rule: 'status-known',
    message:
      'Unexpected status `Acepted`, expected `Proposed`, `Accepted`, `Rejected`, `Deprecated` or `Superseded`',
  },
  {
    name: 'a section that is missing',
    patch: {
      change: NEW_ADR,
      from: '## Decision\n\nOption B: one Redis',
      to: 'Option B: one Redis',
    },
    at: `${NEW_ADR}:54:1-54:16`,
    rule: 'section-missing',
    message: 'Unexpected missing section `Decision`, expected it before `Consequences`',
  },
  {
    name: 'one option where two are asked for',
    patch: {
      change: OLD_ADR,
      from: '### Option B: PostgreSQL\n\n**Pros:**\n\n- Sessions survive.\n\n**Cons:**\n\n- A write for every click.\n\n',
      to: '',
    },
    at: `${OLD_ADR}:20:1-20:22`,
    rule: 'options-minimum',
    message: 'Unexpected 1 option, expected at least 2',
  },
  {
    name: 'a relative link that leads nowhere',
    patch: {
      change: NEW_ADR,
      from: '(adr-001-keep-sessions-in-memory.md) fits',
      to: '(adr-001-keep-sessions.md) fits',
    },
    at: `${NEW_ADR}:15:11-15:35`,
    rule: 'link-target',
    message: 'Unexpected link to `adr-001-keep-sessions.md`, expected a file that exists',
  },
  {
    name: 'a fragment that leads nowhere',
    patch: { change: NEW_ADR, from: '(#what-was-tried)', to: '(#what-was-trid)' },
    at: `${NEW_ADR}:79:20-79:34`,
    rule: 'link-fragment',
    message: 'Unexpected fragment `#what-was-trid`, expected a heading of this record',
  },
  {
    name: 'a relation to a record that does not exist',
    patch: {
      change: NEW_ADR,
      from: 'spec: SPEC-0001',
      to: 'depends-on: [ADR-099]\nspec: SPEC-0001',
    },
    at: `${NEW_ADR}:10:14-10:21`,
    rule: 'relation-target',
    message: 'Unexpected `ADR-099` in `depends-on`, expected a decision record that exists',
  },
  {
    name: 'a supersession told by one side only',
    patch: { change: NEW_ADR, from: 'supersedes: [ADR-001]\n', to: '' },
    at: `${OLD_ADR}:9:17-9:24`,
    rule: 'supersession-reciprocal',
    message:
      'Unexpected one-sided `superseded-by: ADR-002`, expected `ADR-001` in `supersedes` of `ADR-002`',
  },
  {
    name: 'a provenance record without its spec',
    patch: { remove: SPEC },
    at: `${PROVENANCE}:3:1-3:58`,
    rule: 'provenance-spec',
    message:
      'Unexpected path `.sdd/specification/spec-0001-session-store.md`, expected a specification that exists',
  },
  {
    name: 'a validation step without a result',
    patch: {
      change: PROVENANCE,
      from: '| 2 | Both options have pros and cons | pass | Read both |\n',
      to: '',
    },
    at: `${PROVENANCE}:25:1-25:22`,
    rule: 'results-complete',
    message:
      'Unexpected missing result of step 2 of `SPEC-0001`, expected one for `Both options have pros and cons.`',
  },
  {
    name: 'a placeholder of the template',
    patch: {
      change: NEW_ADR,
      from: 'Sessions become keys that expire.',
      to: '{Context and problem}',
    },
    at: `${NEW_ADR}:42:1-42:22`,
    rule: 'template-placeholders',
    message:
      'Unexpected placeholder `{Context and problem}` of the template, expected your own text',
  },
  {
    name: 'a file name that does not match the title',
    patch: { change: NEW_ADR, from: 'title: "ADR-002:', to: 'title: "ADR-003:' },
    at: `${NEW_ADR}:2:8-2:41`,
    rule: 'title-number',
    message: 'Unexpected number `003` in the title, expected `002` as in the file name',
  },
];

describe('docket lint --format json', () => {
  test.each(FAILURES)('$name', async ({ patch, at, rule, message }) => {
    const { code, stderr, json } = await lintJson([patch]);
    expect(stderr).toBe('');
    expect(code).toBe(1);
    const found = json.diagnostics.filter((diagnostic) => diagnostic.rule === rule);
    expect(found.length).toBeGreaterThan(0);
    const { file, line, column, endLine, endColumn, severity } = found[0] as Diagnostic;
    expect(severity).toBe('error');
    expect(`${file}:${line}:${column}-${endLine}:${endColumn}`).toBe(at);
    expect(found[0]?.message).toBe(message);
  });

  test('has exactly the fields that are promised', async () => {
    const { json } = await lintJson([
      { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
    ]);
    expect(json).toEqual({
      version: 1,
      diagnostics: [
        {
          rule: 'status-known',
          severity: 'error',
          file: NEW_ADR,
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 16,
          message:
            'Unexpected status `Acepted`, expected `Proposed`, `Accepted`, `Rejected`, `Deprecated` or `Superseded`',
          found: 'status `Acepted`',
          expected: '`Proposed`, `Accepted`, `Rejected`, `Deprecated` or `Superseded`',
          help: 'write `Accepted`',
          related: [],
          docs: 'docket lint --explain status-known',
        },
      ],
      waived: [],
      summary: { files: 4, errors: 1, warnings: 0, infos: 0, fixable: 0 },
    });
  });
});

describe('reports', () => {
  const patch: Patch = { change: NEW_ADR, from: 'supersedes: [ADR-001]\n', to: '' };

  test('pretty shows both places and the mend', async () => {
    await using repo = await fixtureRepo([patch]);
    const { stdout, code } = await runDocket('lint', '--root', repo.root);
    expect(code).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "error[supersession-reciprocal]: Unexpected one-sided \`superseded-by: ADR-002\`
       --> docs/adr/adr-001-keep-sessions-in-memory.md:9:17
        |
      9 | superseded-by: [ADR-002]
        |                 ^^^^^^^ expected \`ADR-001\` in \`supersedes\` of \`ADR-002\`
        |
       ::: docs/adr/adr-002-keep-sessions-in-redis.md:2:8
        |
      2 | title: "ADR-002: Keep Sessions in Redis"
        |        --------------------------------- \`ADR-002\` does not name \`ADR-001\`
        |
        = help: write \`supersedes: [ADR-001]\` in \`docs/adr/adr-002-keep-sessions-in-redis.md\`, or remove \`ADR-002\` here

      Reasons and examples: docket lint --explain supersession-reciprocal
      1 error in 4 files
      "
    `);
  });

  test('github escapes its annotations', async () => {
    await using repo = await fixtureRepo([
      { change: NEW_ADR, from: 'tags: [sessions, redis]', to: 'tags: [sessions, "100%: a,b"]' },
    ]);
    const { stdout, code } = await runDocket('lint', '--root', repo.root, '--format', 'github');
    expect(code).toBe(1);
    expect(stdout).toMatchInlineSnapshot(`
      "::error file=docs/adr/adr-002-keep-sessions-in-redis.md,line=8,col=18,endLine=8,endColumn=29,title=tags-form::Unexpected tag \`100%25: a,b\`, expected lower-case words joined by hyphens%0Ahelp: write \`100-a-b\`%0Arule: docket lint --explain tags-form
      1 error in 4 files
      "
    `);
  });
});

describe('could not run', () => {
  test.each([
    [['lnt'], 'docket: Unknown command `lnt`; did you mean `lint`?\nhelp: see `docket --help`\n'],
    [['lint', '--fromat', 'json'], /Unknown option `--fromat`/],
    [
      ['lint', '--format', 'jsn'],
      /`--format` cannot be `jsn`; choose one of `pretty`, `json`, `github`/,
    ],
    [['list', 'docs'], /Too many arguments: `docs`/],
    [['lint', '--root', '/nonexistent-folder'], /^docket: No records under \/nonexistent-folder/],
    [[], /^docket: No command given/],
  ] as const)('%j exits 2 and says why on stderr', async (args, expected) => {
    const { code, stdout, stderr } = await runDocket(...args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    if (typeof expected === 'string') expect(stderr).toBe(expected);
    else expect(stderr).toMatch(expected);
  });

  test('--help and --version exit 0 on stdout', async () => {
    for (const flag of ['--help', '--version']) {
      const { code, stdout, stderr } = await runDocket(flag);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).not.toBe('');
    }
  });
});
