import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ENTRIES, packageFolder } from './entries.ts';
import { exportsOf, withTables } from './exports.ts';

/** Folder of the API report: the declarations as they were built last, so that a review sees what changes in them. */
export const reportFolder: string = path.join(packageFolder, 'api');

const PAGE = path.resolve(packageFolder, '../../src/content/docs/reference/package.md');

/** The reference page of the package: its text, and the text it should have by the API report. */
export function referencePage(): { readonly text: string; readonly wanted: string } {
  const text = readFileSync(PAGE, 'utf8');
  const tables = Object.keys(ENTRIES).map(
    (entry) => [`docket/${entry}`, exportsOf(path.join(reportFolder, `${entry}.d.ts`))] as const,
  );
  return { text, wanted: withTables(text, new Map(tables)) };
}

/** Renews the tables of the reference page. */
export function writeReferencePage(): void {
  writeFileSync(PAGE, referencePage().wanted);
}
