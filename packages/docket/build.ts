import path from 'node:path';
import { buildDeclarations } from './build/declarations.ts';
import { packageFolder } from './build/entries.ts';
import { buildJavaScript } from './build/javascript.ts';

// Builds what the tarball of the package holds.
const folder = path.join(packageFolder, 'dist');
await buildJavaScript(folder);
await buildDeclarations(folder);
