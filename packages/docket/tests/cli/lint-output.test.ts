import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';
import { callDocket } from '../support/call-docket.ts';
import { fixtureRepo } from '../support/fixture-repo.ts';
import { startDocket } from '../support/start-docket.ts';

const BROKEN = [{ change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' }] as const;

describe('--output', () => {
  test('writes further formats to files, in folders it makes', async () => {
    await using repo = await fixtureRepo(BROKEN);
    const { code, stdout } = await callDocket(
      [
        ...['lint', '--root', repo.root, '--format', 'github'],
        ...['--output', 'sarif=out/lint.sarif', '--output', 'junit=out/lint.xml'],
      ],
      { cwd: repo.root },
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error file=docs\/adr/);
    const sarif = JSON.parse(await readFile(path.join(repo.root, 'out/lint.sarif'), 'utf8'));
    expect(sarif.runs[0].results).toHaveLength(1);
    expect(await readFile(path.join(repo.root, 'out/lint.xml'), 'utf8')).toContain(
      'type="status-known"',
    );
  });

  test.each(['lint.sarif', 'sarf=lint.sarif', 'sarif='])('%s is refused', async (value) => {
    const { code, stdout, stderr } = await callDocket(['lint', '--output', value]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      `docket: \`--output\` takes \`FORMAT=FILE\`, not \`${value}\`; the formats are \`pretty\`, \`json\`, \`github\`, \`sarif\`, \`junit\`\nhelp: for example: \`--output sarif=lint.sarif\`\n`,
    );
  });

  test('a file that cannot be written is an error of the run', async () => {
    await using repo = await fixtureRepo([]);
    const { code, stderr } = await callDocket(['lint', '--output', `json=${NEW_ADR}/lint.json`], {
      cwd: repo.root,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^docket: Cannot write `docs\/adr\/.*\/lint\.json`: /);
  });
});

test('annotations start at the working directory, where the records are in a folder of it', async () => {
  await using repo = await fixtureRepo(BROKEN);
  const { stdout } = await callDocket(
    ['lint', '--root', path.basename(repo.root), '--format', 'github'],
    { cwd: path.dirname(repo.root) },
  );
  expect(stdout).toMatch(`::error file=${path.basename(repo.root)}/${NEW_ADR},line=4,`);
});

describe('the page of the rule', () => {
  const page = 'https://docs.example.org/base/reference/rules/status-known/';

  test('is linked where the environment of a build names the site', async () => {
    await using repo = await fixtureRepo(BROKEN);
    const env = { DOCKET_SITE: 'https://docs.example.org/', DOCKET_BASE: '/base' };
    const { stdout: without } = await callDocket(['lint', '--root', repo.root], { env });
    expect(without).not.toContain('https:');
    await writeFile(path.join(repo.root, 'docket.config.json'), '{ "reference": true }');
    const { stdout } = await callDocket(['lint', '--root', repo.root], { env });
    expect(stdout).toContain(`\n  = rule: ${page}\n`);
    expect(stdout).not.toContain('--explain');
  });

  test('is linked where the configuration names the site, in every format', async () => {
    await using repo = await fixtureRepo(BROKEN);
    await writeFile(
      path.join(repo.root, 'docket.config.ts'),
      "export default { site: 'https://docs.example.org/base/', reference: true };\n",
    );
    for (const format of ['pretty', 'json', 'github', 'sarif', 'junit']) {
      const { stdout } = await callDocket(['lint', '--root', repo.root, '--format', format]);
      expect(stdout, format).toContain(page);
    }
  });
});

describe('--color', () => {
  test.each([
    [['--color', 'always'], true],
    [['--color'], true],
    [['--color', 'never'], false],
    [['--no-color'], false],
    [['--color', 'auto'], false],
    [[], false],
  ] as const)('%j', async (flags, isColoured) => {
    await using repo = await fixtureRepo(BROKEN);
    const { stdout } = await callDocket(['lint', '--root', repo.root, ...flags]);
    expect(stdout.includes('\u001b[')).toBe(isColoured);
  });

  test('an unknown moment is refused', async () => {
    const { code, stderr } = await callDocket(['lint', '--color', 'sometimes']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      '`--color` cannot be `sometimes`; choose one of `always`, `never`, `auto`',
    );
  });
});

describe('--explain', () => {
  test('shows what a rule asks, why, and its examples with their real output', async () => {
    const { code, stdout } = await callDocket(['lint', '--explain', 'mention-form']);
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "mention-form  warning · adr, spec, provenance · fixable

      A decision record is cited as \`ADR-\` and its number, with at least three digits.
      With one form, one search finds every citation, and only that form becomes a link.

      Found
        docs/adr/adr-002-keep-sessions-in-redis.md
        - Sticky routing fails when a server restarts.
        + As ADR 1 found, sticky routing fails when a server restarts.

      warning[mention-form]: Unexpected citation \`ADR 1\`
        --> docs/adr/adr-002-keep-sessions-in-redis.md:19:4
         |
      19 | As ADR 1 found, sticky routing fails when a server restarts.
         |    ^^^^^ expected \`ADR-001\`
         |
         = help: write \`ADR-001\`
         = fix: available with \`--fix\`


      Not found, example 1
        docs/adr/adr-002-keep-sessions-in-redis.md
        - Sticky routing fails when a server restarts.
        + After ADR 1 of 2024 and ADR 1 % more load, sticky routing fails when a server restarts.

      Not found, example 2
        docs/adr/adr-002-keep-sessions-in-redis.md
        - Sticky routing fails when a server restarts.
        + As ADR-001 and \`adr-1\` found, sticky routing of ADRs fails when a server restarts.
      "
    `);
  });

  test('an unknown rule is refused with the one that was meant', async () => {
    const { code, stdout, stderr } = await callDocket(['lint', '--explain', 'status-knwn']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'docket: There is no rule `status-knwn`\nhelp: did you mean `docket lint --explain status-known`?\n',
    );
  });
});

test('--watch shows what is new and what is mended, and nothing that stayed', {
  timeout: 30_000,
}, async () => {
  await using repo = await fixtureRepo([
    { change: NEW_ADR, from: 'tags: [sessions, redis]', to: 'tags: [Sessions, redis]' },
  ]);
  const file = path.join(repo.root, NEW_ADR);
  const before = await readFile(file, 'utf8');
  await using docket = startDocket('lint', '--root', repo.root, '--watch');
  await docket.until(/1 error in \d+ files.*\n$/);
  await docket.until(/Watching .*\n$/, 'stderr');
  docket.forget();

  await writeFile(file, before.replace('status: Accepted', 'status: Acepted'));
  await docket.until(/in \d+ files/);
  expect(docket.stdout()).toContain('error[status-known]: Unexpected status `Acepted`');
  expect(docket.stdout()).not.toContain('tags-form');
  docket.forget();

  await writeFile(file, before.replace('[Sessions,', '[sessions,'));
  await docket.until(/No problems in/);
  expect(docket.stdout()).toMatch(/^fixed\[status-known\]: /m);
  expect(docket.stdout()).toMatch(/^fixed\[tags-form\]: /m);
  expect(await docket.end()).toBe(0);
});

test('--watch goes with nothing that writes or is read by programs', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'docket-watch-'));
  const { code, stderr } = await callDocket(['lint', '--watch', '--format', 'json'], {
    cwd: folder,
  });
  await rm(folder, { recursive: true });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^docket: `--watch` cannot be combined with/);
});
