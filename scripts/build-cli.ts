import path from 'node:path';
import { buildCliPackage } from './support/cli-package.ts';
import { root } from './support/root.ts';

// Builds the package of the command line into dist-cli; pack it with `pnpm pack` there.
const folder = path.join(root, 'dist-cli');
await buildCliPackage(folder);
process.stdout.write(`${path.relative(root, folder)}: built\n`);
