import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Patch } from '../../src/engine/define.ts';
import { patchedFiles } from '../../src/engine/examples.ts';

/** A folder with the example repository of the rules in it. */
export interface FixtureRepo extends AsyncDisposable {
  readonly root: string;
  /** Writes a file, with its folders. */
  write(file: string, content: string | Uint8Array): Promise<void>;
}

/** Writes the example repository, after some patches, to a temporary folder; it goes with `await using`. */
export async function fixtureRepo(patches: readonly Patch[] = []): Promise<FixtureRepo> {
  const root = await mkdtemp(path.join(tmpdir(), 'docket-fixture-'));
  const write = async (file: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), content);
  };
  for (const [file, text] of patchedFiles(patches)) await write(file, text);
  return { root, write, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}
