import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/records/finding.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { makeReport } from '../../src/report/report.ts';
import type { BadExample, Patch, Rule } from '../../src/rules/define.ts';
import { EXAMPLE_BASE } from '../../src/rules/example-base.ts';
import { judgeExample, patchedFiles } from '../../src/rules/examples.ts';
import { RULES } from '../../src/rules/index.ts';
import { ROOT } from '../support/repository.ts';

/*
 * One folder a rule, of literal files: `input/` holds the files that differ from the example repository, `case.json`
 * what else the case needs, `pretty.txt` and `findings.json` what must come out. `UPDATE_GOLDEN=1` writes them anew
 * from the first bad example of each rule; the change is then read like any other.
 */

const GOLDEN = path.join(ROOT, 'tests/fixtures/golden');
const UPDATE = process.env.UPDATE_GOLDEN === '1';

interface Case {
  readonly removed: readonly string[];
  readonly facts: BadExample['facts'] | null;
  readonly options: BadExample['options'] | null;
}

interface Expected {
  readonly rule: string;
  readonly severity: string;
  /** `file:line:column-line:column`. */
  readonly at: string;
  /** Offsets in UTF-16 units. */
  readonly offsets: string;
  readonly message: string;
  readonly help: string;
  readonly related: readonly string[];
  readonly fix: readonly string[];
}

const place = ({ start, end }: Finding['span']) =>
  `${start.line}:${start.column}-${end.line}:${end.column}`;

function expectedOf(finding: Finding): Expected {
  const { span, related, fix } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    at: `${finding.file}:${place(span)}`,
    offsets: `${span.start.offset}-${span.end.offset}`,
    message: finding.message,
    help: finding.help,
    related: related.map((other) => `${other.file}:${place(other.span)} ${other.label}`),
    fix: (fix?.edits ?? []).map((edit) => `${place(edit.span)} ${JSON.stringify(edit.text)}`),
  };
}

/** What the report of an example looks like in a file, without colour. */
function outputOf(rule: Rule, example: BadExample) {
  const { files, findings } = judgeExample(rule, example);
  const report = makeReport({
    findings,
    files: files.size,
    textOf: (file) => files.get(file),
  });
  return {
    pretty: FORMATS.pretty(report, { colour: false, width: undefined }),
    findings: findings.map(expectedOf),
  };
}

async function write(rule: Rule, folder: string): Promise<void> {
  const [example] = rule.examples.bad;
  if (!example) throw new Error(`${rule.id} has no bad example`);
  const files = patchedFiles(example.patches);
  await rm(folder, { recursive: true, force: true });
  for (const [file, text] of files) {
    if (EXAMPLE_BASE.get(file) === text) continue;
    const target = path.join(folder, 'input', file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  await mkdir(folder, { recursive: true });
  const removed = [...EXAMPLE_BASE.keys()].filter((file) => !files.has(file));
  const { facts = null, options = null } = example;
  const { pretty, findings } = outputOf(rule, example);
  await writeFile(path.join(folder, 'case.json'), json({ removed, facts, options }));
  await writeFile(path.join(folder, 'pretty.txt'), pretty);
  await writeFile(path.join(folder, 'findings.json'), json(findings));
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function readCase(folder: string): Promise<BadExample> {
  const { removed, facts, options } = JSON.parse(
    await readFile(path.join(folder, 'case.json'), 'utf8'),
  ) as Case;
  const input = path.join(folder, 'input');
  const names = existsSync(input)
    ? (await readdir(input, { recursive: true, withFileTypes: true })).filter((entry) =>
        entry.isFile(),
      )
    : [];
  const added = await Promise.all(
    names.map(async (entry): Promise<Patch> => {
      const full = path.join(entry.parentPath, entry.name);
      const file = path.relative(input, full).split(path.sep).join('/');
      return { add: file, text: await readFile(full, 'utf8') };
    }),
  );
  return {
    patches: [...removed.map((file) => ({ remove: file })), ...added],
    finds: [],
    ...(facts ? { facts } : {}),
    ...(options ? { options } : {}),
  };
}

describe.each(RULES)('$id', (rule) => {
  const folder = path.join(GOLDEN, rule.id);

  test('gives the literal findings and report of its folder', async () => {
    if (UPDATE) await write(rule, folder);
    const output = outputOf(rule, await readCase(folder));
    const expected = JSON.parse(
      await readFile(path.join(folder, 'findings.json'), 'utf8'),
    ) as Expected[];
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.map((finding) => finding.rule)).toContain(rule.id);
    expect(output.findings).toEqual(expected);
    expect(output.pretty).toBe(await readFile(path.join(folder, 'pretty.txt'), 'utf8'));
  });
});

test('every folder is of a rule, and every rule has one', async () => {
  expect((await readdir(GOLDEN)).sort()).toEqual(RULES.map((rule) => rule.id).sort());
});
