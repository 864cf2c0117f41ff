import { createHash } from 'node:crypto';
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { CARD_LOOK, type Card, cardSvg } from './card.ts';

/** An image to make: where it goes below the site, and what it says. */
export interface CardFile {
  /** Relative to the folder of the site, with forward slashes. */
  readonly file: string;
  readonly card: Card;
}

/**
 * Writes images into the built site. One whose words were drawn before is copied from the cache.
 * @param folders where the site is, and where images are kept between builds
 * @returns how many were drawn anew
 */
export async function writeCards(
  files: readonly CardFile[],
  folders: { readonly site: string; readonly cache: string },
): Promise<number> {
  await mkdir(folders.cache, { recursive: true });
  let drawn = 0;
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const target = path.join(folders.site, next.file);
      const key = createHash('sha256')
        .update(JSON.stringify([CARD_LOOK, next.card]))
        .digest('hex');
      const kept = path.join(folders.cache, `${key.slice(0, 32)}.png`);
      await mkdir(path.dirname(target), { recursive: true });
      if (!(await exists(kept))) {
        const image = await sharp(Buffer.from(cardSvg(next.card)))
          .png({ palette: true, colours: 32, effort: 4 })
          .toBuffer();
        await writeFile(kept, image);
        drawn += 1;
      }
      await copyFile(kept, target);
    }
  };
  // Drawing waits for threads of its own; a few at a time keep them busy.
  await Promise.all(Array.from({ length: 4 }, work));
  return drawn;
}

async function exists(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
