import { parseArgs } from 'node:util';
import { compressFolder } from '../packages/starlight-docket/build/delivery/compress.ts';
import { messageOf } from './support/text.ts';

// Writes the compressed copies of a built site that nginx sends; static hosts compress by themselves.
try {
  const { values } = parseArgs({ options: { folder: { type: 'string', default: 'dist' } } });
  const { files, bytes, brotliBytes } = await compressFolder(values.folder);
  const percent = Math.round((brotliBytes / Math.max(bytes, 1)) * 100);
  process.stdout.write(`${files} files compressed to ${percent}% of their size\n`);
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n\nUsage: pnpm compress [--folder DIR]\n`);
  process.exitCode = 2;
}
