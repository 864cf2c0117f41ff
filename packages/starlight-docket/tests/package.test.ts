import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packPackage, run } from '../../docket/tests/support/installed-docket.ts';
import { ROOT } from '../../docket/tests/support/repository.ts';

test('the tarball holds source without tests, and publint finds nothing in it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'starlight-docket-'));
  try {
    const { file, contents } = await packPackage('starlight-docket', folder);
    expect(contents).toEqual(
      expect.arrayContaining([
        ...['LICENSE', 'index.ts', 'loader.ts', 'schema.ts'],
        ...['client/mermaid.min.js', 'client/mermaid.LICENSE'],
      ]),
    );
    expect(contents.filter((name) => /^(?:tests|node_modules)\//.test(name))).toEqual([]);
    const publint = path.join(ROOT, 'node_modules/publint/src/cli.js');
    const checked = await run(process.execPath, [publint, 'run', file, '--strict']);
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining('All good!') });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
