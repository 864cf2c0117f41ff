import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { callDocket } from '../support/call-docket.ts';
import { exampleRepo, NEW } from '../support/example-repo.ts';

const CONFIG = JSON.stringify({
  instances: {
    'context-brief': {
      rule: 'section-length',
      options: { section: 'context', maximum: 10 },
      message: 'The context must fit on one screen',
    },
  },
});

async function configured(): Promise<string> {
  const { root } = await exampleRepo();
  await writeFile(path.join(root, 'docket.config.json'), CONFIG);
  return root;
}

test('a rule of the team reports under its name, alone and among all', async () => {
  const cwd = await configured();
  for (const args of [[], ['--rule', 'context-brief']]) {
    const { stdout } = await callDocket(['lint', '--format', 'json', ...args], { cwd });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { rule: string }[] };
    expect(diagnostics.filter(({ rule }) => rule === 'context-brief')).toMatchObject([
      { file: NEW, line: 13, severity: 'warning', message: 'The context must fit on one screen' },
    ]);
  }
});

test('it explains itself, and a name near it is asked back', async () => {
  const cwd = await configured();
  const explained = await callDocket(['lint', '--explain', 'context-brief'], { cwd });
  expect(explained.code).toBe(0);
  expect(explained.stdout).toContain('The context must fit on one screen.');
  const { code, stderr } = await callDocket(['lint', '--rule', 'context-breif'], {
    cwd,
  });
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean `--rule context-brief`?');
});
