// Checks the types of the TypeScript files and of the Astro components: `node scripts/types.ts`. Ends with 1 where it
// found something and with 2 where it could not run.
import path from 'node:path';
import { cacheFolder, root } from './support/root.ts';
import { messageOf } from './support/text.ts';
import { checkTypes, tsc } from './types/check.ts';
import { shown } from './types/findings.ts';

const folder = path.join(cacheFolder, 'types');

try {
  const [all, pure] = await Promise.all([
    checkTypes(path.join(folder, 'all')),
    // The model has its own settings, without Node's types.
    tsc('src/records', path.join(folder, 'records')),
  ]);
  const texts = [...new Set([...all, ...pure].map((finding) => shown(finding, root)))];
  if (texts.length > 0) process.stdout.write(`${texts.join('\n')}\n`);
  process.exitCode = texts.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 2;
}
