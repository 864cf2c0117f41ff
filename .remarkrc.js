// The record rules for editors and remark-cli, on the text as it is on the screen.
import path from 'node:path';
import { openBuffers } from './src/io/buffer.ts';
import { docketPlugins } from './src/rules/remark.ts';

const find = openBuffers(import.meta.dirname);

export default {
  plugins: docketPlugins((file) =>
    file.path ? find(path.resolve(file.cwd, file.path), String(file)) : undefined,
  ),
};
