import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { judge } from '../../docket/src/engine/judge.ts';
import { NEW_ADR, OLD_ADR } from '../../docket/src/rules/support/example-base.ts';
import { ROOT } from '../../docket/tests/support/repository.ts';
import { isRefused, RefusedBuildError } from '../site/refusal.ts';
import { reportText } from '../site/report-text.ts';
import { exampleModel } from './site-context.ts';

const example = exampleModel(
  { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
  { change: OLD_ADR, from: '- Sessions survive.', to: '- Sessions [survive](nowhere.md).' },
);
const model = { ...example, findings: judge(example.corpus) };

test('only records that are held to a template can refuse a build', () => {
  const { corpus, findings } = model;
  const { layout } = corpus;
  expect(isRefused(model)).toBe(true);
  expect(isRefused({ corpus, findings: [] })).toBe(false);
  const inAnyForm = { ...layout, adr: { ...layout.adr, logs: [] } };
  expect(isRefused({ corpus: { layout: inAnyForm }, findings })).toBe(false);
});

test('a refused build tells every problem, and what to do', () => {
  expect(reportText(model, { colour: false, width: undefined })).toMatchInlineSnapshot(`
    "── docs/adr/adr-001-keep-sessions-in-memory.md · 1 error

    error[link-target]: Unexpected link to \`nowhere.md\`
      --> docs/adr/adr-001-keep-sessions-in-memory.md:36:22
       |
    36 | - Sessions [survive](nowhere.md).
       |                      ^^^^^^^^^^ expected a file that exists
       |
       = help: there is no \`docs/adr/nowhere.md\`; correct the address or remove the link

    ── docs/adr/adr-002-keep-sessions-in-redis.md · 1 error

    error[status-known]: Unexpected status \`Acepted\`
     --> docs/adr/adr-002-keep-sessions-in-redis.md:4:9
      |
    4 | status: Acepted
      |         ^^^^^^^ expected \`Proposed\`, \`Accepted\`, \`Rejected\`, \`Deprecated\` or \`Superseded\`
      |
      = help: write \`Accepted\`

    2 errors in 4 files

    The site was not built: fix the records above, or run \`docket lint\` to see the problems again."
  `);
});

test('the error of a build is its report and no stack', () => {
  const error = new RefusedBuildError('all of it');
  expect([error.message, error.stack]).toEqual(['all of it', '']);
});

/** What Astro adds to an error, which it exports to nobody. */
async function hintOf(error: Error): Promise<unknown> {
  const file = path.join(ROOT, 'node_modules/astro/dist/core/errors/dev/utils.js');
  const { collectErrorMetadata }: { collectErrorMetadata(error: Error): { hint?: unknown } } =
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  return collectErrorMetadata(error).hint;
}

test('Astro adds no advice about browsers to a record that speaks of documents and windows', async () => {
  const words = 'Unexpected document, expected a window';
  expect(await hintOf(new Error(words))).toContain('Browser APIs');
  expect(await hintOf(new RefusedBuildError(words))).toBeUndefined();
});
