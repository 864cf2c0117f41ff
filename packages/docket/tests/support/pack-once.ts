import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packPackage } from './installed-docket.ts';

// Packs both packages into a folder, for all tests that install them: `node pack-once.ts FOLDER`.

const folder = path.resolve(process.argv[2] ?? '');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const name of ['docket', 'starlight-docket']) {
  const tarball = await packPackage(name, folder);
  await writeFile(path.join(folder, `${name}.json`), JSON.stringify(tarball));
}
