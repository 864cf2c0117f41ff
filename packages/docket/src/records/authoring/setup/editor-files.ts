import { saving } from '../change.ts';
import { JsonFile } from '../json-file.ts';
import type { Draft, LeftToDo, TextOf } from './draft.ts';

/** Files in which remark may be configured; the last is the one that is written. */
const REMARK_FILES = ['', '.json', '.cjs', '.js', '.yaml', '.yml', '.mjs'].map(
  (ending) => `.remarkrc${ending}`,
);
const REMARK_FILE = '.remarkrc.mjs';

const REMARK_TEXT = `import { docketPreset } from 'docket/remark';

export default docketPreset(import.meta.dirname);
`;

const EXTENSION = 'unifiedjs.vscode-remark';
const SCHEMA = {
  fileMatch: ['/docket.config.json'],
  url: './node_modules/docket/schemas/config.schema.json',
};

/**
 * What lets Visual Studio Code show findings while somebody writes, and complete `docket.config.json`. All of it loads
 * the package that is installed.
 * @throws {AuthoringError} where a file of settings cannot be added to
 */
export function editorDraft(textOf: TextOf): Draft {
  const remark = remarkDraft(textOf);
  return {
    changes: [
      ...remark.changes,
      ...added('.vscode/extensions.json', textOf, (file) =>
        has(file, 'recommendations', EXTENSION)
          ? file
          : file.withItem(['recommendations'], EXTENSION),
      ),
      ...added('.vscode/settings.json', textOf, (file) => {
        const checked = has(file, 'json.schemas', 'docket.config.json')
          ? file
          : file.withItem(['json.schemas'], SCHEMA);
        // Without it the extension also judges files of folders that configure nothing.
        return file.at('remark.requireConfig') === undefined
          ? checked.withKey(['remark.requireConfig'], true)
          : checked;
      }),
    ],
    left: remark.left,
  };
}

function remarkDraft(textOf: TextOf): Draft {
  const found = REMARK_FILES.find((file) => textOf(file) !== undefined);
  if (found === undefined) {
    return { changes: [saving(REMARK_FILE, undefined, REMARK_TEXT)], left: [] };
  }
  const left: LeftToDo = {
    words: `${found} configures remark already; to have the rules there, add the preset`,
    lines: ["import preset from 'docket/remark';"],
  };
  return { changes: [], left: textOf(found)?.includes('docket') ? [] : [left] };
}

function added(path: string, textOf: TextOf, change: (file: JsonFile) => JsonFile) {
  const before = textOf(path);
  const isBlank = before === undefined || before.trim() === '';
  const file = new JsonFile(path, isBlank ? '{}\n' : before);
  const after = change(file);
  return after === file ? [] : [saving(path, before, after.text)];
}

/** Whether an array names something, be it as an item or inside one. */
function has(file: JsonFile, key: string, name: string): boolean {
  return JSON.stringify(file.at(key) ?? []).includes(name);
}
