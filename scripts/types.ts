// Checks the types of the TypeScript files and of the Astro components: `node scripts/types.ts`; or those of one folder
// with settings of its own: `node scripts/types.ts src/records`. Ends with 1 where it found something and with 2 where
// it could not run.
import path from 'node:path';
import { cacheFolder, root } from './support/root.ts';
import { messageOf } from './support/text.ts';
import { checkTypes, tsc } from './types/check.ts';
import { shown } from './types/findings.ts';

const [project] = process.argv.slice(2);
const folder = path.join(cacheFolder, 'types', project?.replaceAll('/', '-') ?? 'all');

try {
  const findings = await (project === undefined ? checkTypes(folder) : tsc(project, folder));
  const texts = findings.map((finding) => shown(finding, root));
  if (texts.length > 0) process.stdout.write(`${texts.join('\n')}\n`);
  process.exitCode = texts.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 2;
}
