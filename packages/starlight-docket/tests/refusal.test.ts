import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { judge } from '../../docket/src/engine/judge.ts';
import { FILE_START, type Finding } from '../../docket/src/records/finding.ts';
import { NEW_ADR, OLD_ADR } from '../../docket/src/rules/support/example-base.ts';
import { ROOT } from '../../docket/tests/support/repository.ts';
import type { SiteModel } from '../site/model.ts';
import { errorsOf, RecordProblemError, RefusedBuildError } from '../site/refusal.ts';
import { reportText } from '../site/report-text.ts';
import { DEFAULT_SETTINGS } from '../site/settings.ts';
import { exampleContext } from './site-context.ts';

const context = exampleContext(
  { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
  { change: OLD_ADR, from: '- Sessions survive.', to: '- Sessions [survive](nowhere.md).' },
);
const model: SiteModel = {
  ...context,
  root: '/repository',
  projectRoot: '/project',
  findings: judge(context.corpus),
  settings: DEFAULT_SETTINGS,
  rules: [],
  refuses: true,
  isOwn: false,
};

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

test('the overlay names file, line and mend of the first problem, and lists the others', () => {
  const [first, ...others] = errorsOf(model.findings);
  if (!first) throw new Error('Expected a finding');
  const error = new RecordProblemError('/repository', [first, ...others], 'the text');
  expect(error.loc).toEqual({ file: path.join('/repository', OLD_ADR), line: 36, column: 22 });
  expect(error.message).toMatchInlineSnapshot(`
    "docs/adr/adr-001-keep-sessions-in-memory.md:36:22 Unexpected link to \`nowhere.md\`, expected a file that exists

    docs/adr/adr-002-keep-sessions-in-redis.md:4:9 Unexpected status \`Acepted\`, expected \`Proposed\`, \`Accepted\`, \`Rejected\`, \`Deprecated\` or \`Superseded\`"
  `);
  expect(error.hint).toMatchInlineSnapshot(
    `"there is no \`docs/adr/nowhere.md\`; correct the address or remove the link"`,
  );
  expect([error.name, error.fullCode]).toEqual(['link-target', 'the text']);
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
  const finding: Finding = {
    ...{ rule: 'title-form', severity: 'error', file: 'docs/adr/a.md', message: words },
    ...{ span: FILE_START, help: 'mend it', related: [] },
  };
  expect(await hintOf(new RecordProblemError('/root', [finding], undefined))).toBe('mend it');
});
