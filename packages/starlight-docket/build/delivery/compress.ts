import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** What gains by compression. The parts of the search index are compressed already. */
const TEXT_FILES = '**/*.{html,css,js,mjs,json,svg,xml,txt,csv,md,webmanifest}';
/** What all pages share: few files, fetched by every reader. */
const SHARED = /\.(?:css|m?js|svg)$/;
/** Below this a file fits in one packet either way. */
const SMALLEST = 1024;

/** What compression did. */
export interface CompressionSummary {
  readonly files: number;
  readonly bytes: number;
  readonly brotliBytes: number;
}

/**
 * Writes a `.br` and a `.gz` file beside every text file of a folder that is large enough and gets smaller by it, unless
 * they are there since it last changed. The shared files are few and compressed as well as can be; pages and data are
 * many, and the last tenth of their size would take forty times as long.
 */
export async function compressFolder(folder: string): Promise<CompressionSummary> {
  const sum = { files: 0, bytes: 0, brotliBytes: 0 };
  const compress = async (name: string): Promise<void> => {
    const file = path.join(folder, name);
    if (await isCompressed(file)) return;
    const text = await readFile(file);
    if (text.length < SMALLEST) return;
    const quality = SHARED.test(name) ? constants.BROTLI_MAX_QUALITY : 6;
    const [brotli, gzipped] = await Promise.all([
      toBrotli(text, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
        },
      }),
      toGzip(text, { level: 9 }),
    ]);
    if (brotli.length >= text.length || gzipped.length >= text.length) return;
    await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, gzipped)]);
    sum.files += 1;
    sum.bytes += text.length;
    sum.brotliBytes += brotli.length;
  };

  const waiting = glob(TEXT_FILES, { cwd: folder });
  const work = async (): Promise<void> => {
    for await (const name of waiting) await compress(name);
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return sum;
}

async function isCompressed(file: string): Promise<boolean> {
  try {
    const [text, brotli, gzipped] = await Promise.all(
      [file, `${file}.br`, `${file}.gz`].map(async (one) => (await stat(one)).mtimeMs),
    );
    return Math.min(brotli ?? 0, gzipped ?? 0) >= (text ?? 0);
  } catch {
    return false;
  }
}
