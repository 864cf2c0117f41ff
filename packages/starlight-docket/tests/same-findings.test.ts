import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, expect, test, vi } from 'vitest';
import { docketPreset } from '../../docket/src/cli/remark-preset.ts';
import type { Patch } from '../../docket/src/engine/define.ts';
import { patchedFiles } from '../../docket/src/engine/examples.ts';
import { STOCK_RULES } from '../../docket/src/engine/stock.ts';
import { type Finding, messageOf } from '../../docket/src/records/finding.ts';
import { RULES } from '../../docket/src/rules/index.ts';
import { openSession } from '../../docket/src/session/session.ts';
import { GitRepo } from '../../docket/tests/support/git-repo.ts';
import { mainDocket } from '../../docket/tests/support/main-docket.ts';
import { ROOT } from '../../docket/tests/support/repository.ts';
import { openSite, readModel } from '../site/open.ts';
import { DEFAULT_SETTINGS } from '../site/settings.ts';
import { EXAMPLE_SITE } from './site-context.ts';

/*
 * One answer everywhere: the command line, a build of the site, an editor and the difference of a pull request tell the
 * same findings of the same files.
 */

const DAY = '2026-06-01';
vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.parse(`${DAY}T00:00:00Z`) / 1000));
afterAll(() => {
  vi.unstubAllEnvs();
});

interface Fixture {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
}

const RUINED = path.join(ROOT, 'packages/docket/tests/fixtures/ruined');

async function ruined(): Promise<Fixture> {
  const entries = await readdir(RUINED, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file): [string, string] => [
      path.relative(RUINED, file).split(path.sep).join('/'),
      readFileSync(file, 'utf8'),
    ]);
  return { name: 'ruined', files: new Map(files) };
}

/** The bad examples of all rules, as many in one repository as fit together. */
function examples(): Fixture[] {
  const changes = [
    // An example with facts tells what happened in a history, which these repositories do not have.
    ...RULES.flatMap(({ examples: { bad } }) => {
      const example = bad.find(({ facts }) => facts === undefined);
      return example ? [example.patches] : [];
    }),
    ...STOCK_RULES.map(({ example }) => example),
  ];
  const groups: Patch[][] = [];
  for (const patches of changes) {
    const fitting = groups.find((group) => group.length < 40 && fits([...group, ...patches]));
    if (fitting) fitting.push(...patches);
    else groups.push([...patches]);
  }
  return groups.map((group, index) => ({ name: `examples ${index}`, files: patchedFiles(group) }));
}

function fits(patches: readonly Patch[]): boolean {
  try {
    return patchedFiles(patches).size > 0;
  } catch {
    return false;
  }
}

/** Findings that are known and waived are told by no view. */
const SETTINGS: Fixture = {
  name: 'settings, baseline and comments',
  files: new Map([
    ...patchedFiles([
      {
        change: 'docs/adr/adr-002-keep-sessions-in-redis.md',
        from: '## Decision\n',
        to: '```mermaid\npie title Sessions\n```\n\n<!-- docket-disable-next-line mention-form -- quoted -->\nADR 1 said so.\n\nADR 1 says so.\n\n## Decision\n',
      },
    ]),
    ['docket.config.json', '{ "rules": { "diagram-draws": "error", "section-empty": "off" } }'],
    [
      'docket-baseline.json',
      JSON.stringify({
        version: 1,
        findings: [
          {
            rule: 'mention-form',
            file: 'docs/adr/adr-002-keep-sessions-in-redis.md',
            message: 'Unexpected citation `ADR 1`, expected `ADR-001`',
            count: 1,
          },
          { rule: 'tags-form', file: 'docs/adr/gone.md', message: 'Gone', count: 1 },
        ],
      }),
    ],
    ['notes.md', 'As ADR-099 says.\n'],
  ]),
};

const FIXTURES = [await ruined(), ...examples(), SETTINGS];

test.each(FIXTURES)('$name', { timeout: 60_000 }, async ({ name, files }) => {
  const repo = await GitRepo.create();
  await repo.git('checkout', '--quiet', '--orphan', 'empty');
  await repo.commit('Nothing yet');
  await repo.git('checkout', '--quiet', '--orphan', 'main');
  await repo.commit('Everything', Object.fromEntries(files));
  const { root } = repo;

  const listed = await lint(root);
  expect(listed.length).toBeGreaterThan(0);
  const { fresh, known } = await (await openSession({ root })).findings();
  expect(fresh.map(wordsOf)).toEqual(listed);

  const site = await openSite({
    ...{ root, site: EXAMPLE_SITE, settings: DEFAULT_SETTINGS, repository: undefined },
    ...{ projectRoot: root, isDevelopment: false },
  });
  const { findings: built } = await readModel(site);
  expect(built.map(wordsOf)).toEqual(listed);

  const shown = (file: string) => file.endsWith('.md') && isText(path.join(root, file));
  expect(await edit(root, [...files.keys()].filter(shown))).toEqual(
    fresh.filter(({ file }) => shown(file)).map(wordsOf),
  );

  // A difference tells what is in the baseline, too: a branch may have put it there.
  const { violations } = await (await openSession({ root })).difference('empty');
  expect(violations.fixed).toEqual([]);
  expect(violations.added.map(wordsOf).sort()).toEqual([...fresh, ...known].map(wordsOf).sort());
  expect(known.length > 0).toBe(name === SETTINGS.name);
});

test('together the repositories break nearly every rule', async () => {
  expect(FIXTURES.length).toBeLessThan(20);
  const ids = new Set<string>();
  for (const { files } of FIXTURES) {
    const repo = await GitRepo.folder();
    await repo.write(Object.fromEntries(files));
    const { fresh } = await (await openSession({ root: repo.root })).findings();
    for (const { rule } of fresh) ids.add(rule);
    await repo.remove();
  }
  expect(ids.size).toBeGreaterThan(60);
});

function wordsOf(finding: Finding): string {
  const { file, span, rule, severity, help } = finding;
  const { start, end } = span;
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule} ${messageOf(finding)}; ${help}`;
}

interface Diagnostic extends Pick<Finding, 'file' | 'severity' | 'rule' | 'help'> {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

async function lint(root: string): Promise<string[]> {
  const { stdout } = await mainDocket(['lint', '--root', root, '--format', 'json'], {
    SOURCE_DATE_EPOCH: process.env['SOURCE_DATE_EPOCH'] ?? '',
  });
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics.map(
    ({ file, line, column, endLine, endColumn, severity, message, rule, help }) => {
      const point = (at: number, of: number) => ({ line: at, column: of, offset: 0 });
      const span = { start: point(line, column), end: point(endLine, endColumn) };
      return wordsOf({ rule, help, file, severity, span, words: message, related: [] });
    },
  );
}

/** What an editor is told of files, in their order. */
async function edit(root: string, files: readonly string[]): Promise<string[]> {
  const processor = unified().use(docketPreset(root));
  const told: string[] = [];
  for (const name of files.toSorted()) {
    const file = new VFile({ cwd: root, path: name, value: await readFile(path.join(root, name)) });
    await processor.run(processor.parse(file), file);
    for (const { source, ruleId, fatal, reason, note, place } of file.messages) {
      const [start, end] = place && 'start' in place ? [place.start, place.end] : [place, place];
      if (!start || !end) throw new Error(`a message without a place: ${reason}`);
      const point = ({ line, column }: { line: number; column: number }) => ({
        ...{ line, column, offset: 0 },
      });
      told.push(
        wordsOf({
          file: name,
          span: { start: point(start), end: point(end) },
          rule: source === 'docket' ? String(ruleId) : `${source}:${ruleId}`,
          severity: fatal === true ? 'error' : fatal === false ? 'warning' : 'info',
          words: reason,
          help: String(note),
          related: [],
        }),
      );
    }
  }
  return told;
}

/** Whether an editor can open a file as it is. */
function isText(file: string): boolean {
  const bytes = readFileSync(file);
  return !bytes.includes(0) && Buffer.from(bytes.toString('utf8')).equals(bytes);
}
