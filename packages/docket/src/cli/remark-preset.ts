import path from 'node:path';
import type { FindRecord } from '../engine/remark.ts';
import { editorPlugins } from '../engine/remark-editor.ts';
import { makeSettings } from '../engine/settings.ts';
import { type BufferedRecord, openBuffers } from '../io/buffer.ts';
import { matchesGlobs } from '../io/config.ts';
import { obeyWaivers } from '../session/obey-waivers.ts';
import { rulePage } from './lint-notes.ts';

/** A preset of remark: plugins in the order in which they run. */
export interface RemarkPreset {
  // biome-ignore lint/suspicious/noExplicitAny: the unified of whoever uses the preset knows what a plugin is
  plugins: any[];
}

/**
 * The record rules as a preset for remark-cli and the editors that run remark's language server. They are judged on
 * the text as it is on the screen, against the records on disk.
 * @param root folder that holds the records; by default the working directory of each file
 */
export function docketPreset(root?: string): RemarkPreset {
  const readers = new Map<string, ReturnType<typeof openBuffers>>();
  let config: BufferedRecord['config'] = {};
  const find: FindRecord = async (file) => {
    if (!file.path) return undefined;
    const folder = root ?? file.cwd;
    const read = readers.get(folder) ?? openBuffers(folder);
    readers.set(folder, read);
    const found = await read(path.resolve(file.cwd, file.path), String(file));
    if (!found) return undefined;
    config = found.config;
    const made = makeSettings({ config, matches: matchesGlobs });
    if ('problems' in made) return found;
    const today = new Date().toISOString().slice(0, 10);
    return { ...found, options: { settings: made.settings, facts: { today } } };
  };
  return {
    plugins: editorPlugins(find, {
      pageOf: (id) => rulePage(id, config, process.env),
      waive: async (file, findings) => (await obeyWaivers(root ?? file.cwd, findings)).findings,
    }),
  };
}

/** The preset for the records in the working directory of each file. */
const preset: RemarkPreset = docketPreset();
export default preset;
