import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { refuseNode } from '../../src/cli/node-version.ts';
import { ROOT } from '../support/repository.ts';

test.each([
  ['22.18.0', true],
  ['22.17.1', false],
  ['24.0.0', true],
  ['20.19.5', false],
  ['9.99.0', false],
])('Node %s runs Docket: %s', (version, runs) => {
  expect(refuseNode(version) === undefined).toBe(runs);
});

test('manifests and documents say the Node that the command asks for', () => {
  const [, least = ''] = /needs Node (\S+) or newer/.exec(refuseNode('20.0.0') ?? '') ?? [];
  expect(least).toMatch(/^\d+\.\d+$/);
  const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
  for (const name of ['docket', 'starlight-docket']) {
    const { engines } = JSON.parse(read(`packages/${name}/package.json`)) as { engines: unknown };
    expect(engines).toEqual({ node: `>=${least}` });
  }
  for (const file of [
    'README.md',
    'packages/docket/README.md',
    'src/content/docs/reference/versions.md',
  ]) {
    expect(read(file), file).toContain(least);
  }
});
