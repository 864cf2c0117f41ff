import { saving } from '../change.ts';
import { JsonFile } from '../json-file.ts';
import { type Draft, LINTS, NOTHING, type TextOf } from './draft.ts';

const FILE = 'package.json';

/** The `package.json` of a root; `undefined` where there is none. @throws {AuthoringError} where it cannot be read */
export function openPackage(textOf: TextOf): JsonFile | undefined {
  const text = textOf(FILE);
  return text === undefined ? undefined : new JsonFile(FILE, text, { isPlain: true });
}

/** Whether a package says that Docket is to be installed with it. */
export function listsDocket(file: JsonFile | undefined): boolean {
  return ['dependencies', 'devDependencies'].some((key) => file?.at(key, 'docket') !== undefined);
}

/**
 * Scripts that lint the records and make a new one. Where Docket is not installed with the package, npx fetches it.
 * @throws {AuthoringError} where they cannot be added
 */
export function scriptsDraft(file: JsonFile, version: string): Draft {
  const docket = listsDocket(file) ? 'docket' : `npx --yes docket@${version}`;
  const known = Object.values((file.at('scripts') as object | undefined) ?? {});
  if (known.some((command) => LINTS.test(String(command)))) return NOTHING;
  const wanted = { 'lint:decisions': `${docket} lint`, 'new:decision': `${docket} new adr` };
  let next = file;
  const left = [];
  for (const [name, command] of Object.entries(wanted)) {
    if (file.at('scripts', name) === undefined) next = next.withKey(['scripts', name], command);
    else left.push({ words: `${FILE} has a script \`${name}\` that does something else` });
  }
  return { changes: next === file ? [] : [saving(FILE, file.text, next.text)], left };
}
