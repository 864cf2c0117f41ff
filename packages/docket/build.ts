import path from 'node:path';
import { buildDeclarations } from './build/declarations.ts';
import { packageFolder } from './build/entries.ts';
import { buildJavaScript } from './build/javascript.ts';
import { reportFolder, writeReferencePage } from './build/report.ts';

// Builds what the tarball of the package holds; with `--report`, renews the API report and its page instead.
if (process.argv.includes('--report')) {
  await buildDeclarations(reportFolder);
  writeReferencePage();
} else {
  const folder = path.join(packageFolder, 'dist');
  await buildJavaScript(folder);
  await buildDeclarations(folder);
}
