import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { explainRule } from '../../src/engine/explanation.ts';
import { STOCK_RULES } from '../../src/engine/stock.ts';
import { RULES } from '../../src/rules/index.ts';
import { ROOT } from '../support/repository.ts';

/** The call of markdownlint-cli2, which comes without types. */
type Markdownlint = (options: {
  readonly directory: string;
  readonly argv: readonly string[];
  readonly logMessage: (line: string) => void;
  readonly logError: (line: string) => void;
}) => Promise<number>;

// Held in a variable, so that no types are looked for.
const PACKAGE: string = 'markdownlint-cli2';

const CONFIGS = [
  '.markdownlint-cli2.jsonc',
  'docs/adr/.markdownlint-cli2.jsonc',
  '.sdd/.markdownlint-cli2.jsonc',
];

test('no line of a bad example is found by markdownlint, too', { timeout: 60_000 }, async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'docket-overlap-'));
  for (const file of CONFIGS) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await copyFile(path.join(ROOT, file), path.join(root, file));
  }
  const found = new Map<string, string>();
  const ids = [...RULES.map(({ id }) => id), ...STOCK_RULES.map(({ id }) => id)];
  for (const id of ids) {
    for (const [index, { findings, files }] of (explainRule(id)?.bad ?? []).entries()) {
      for (const { rule, file, span } of findings) {
        if (!file.endsWith('.md')) continue;
        const folder = file.startsWith('.sdd/') ? '.sdd' : 'docs/adr';
        const name = `${folder}/${id.replace(':', '_')}-${index}-${path.basename(file)}`;
        await writeFile(path.join(root, name), files.get(file) ?? '');
        found.set(`${name}:${span.start.line}`, rule);
      }
    }
  }
  expect(found.size).toBeGreaterThan(100);

  const { main }: { main: Markdownlint } = await import(/* @vite-ignore */ PACKAGE);
  const lines: string[] = [];
  await main({
    directory: root,
    argv: [],
    logMessage: () => {},
    logError: (line: string) => lines.push(line),
  });
  await rm(root, { recursive: true });
  const both = lines.flatMap((line) => {
    const [, place = '', rule = ''] = /^(.+?:\d+)\S* (?:error |warning )?(MD\d+)/.exec(line) ?? [];
    const own = found.get(place);
    return own === undefined ? [] : [`${own} ${rule}`];
  });
  expect([...new Set(both)].sort()).toEqual([]);
  expect(lines.length).toBeGreaterThan(0);
});
