import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Published, readingConfig } from '../records/published.ts';
import { digestText } from './digest.ts';

/** Milliseconds for which a build, or a server that stays open, may read what it was given. */
const KEPT = 7 * 24 * 60 * 60_000;

/**
 * A folder in which each published file stands where it does in its repository. It has the name of what is in it, comes
 * to be as a whole and is never changed; those that nobody asked for in a week go.
 * @param home absolute path of the folder of a site, which nobody else changes at the time
 * @param files absolute path of a folder with the files, each named by its digest
 * @returns absolute path
 */
export function publishedRoot(home: string, files: string, published: Published): string {
  const { records, reading, pictures = [] } = published;
  const config = JSON.stringify(readingConfig(reading));
  const places = [...records, ...pictures].map(({ path: file, sha256 }) => [file, sha256] as const);
  const name = digestText(JSON.stringify([config, places]));
  const roots = path.join(home, 'roots');
  const root = path.join(roots, name);
  if (!existsSync(root)) {
    const beside = path.join(roots, `${name}.${randomUUID()}`);
    try {
      mkdirSync(beside, { recursive: true });
      writeFileSync(path.join(beside, 'docket.config.json'), config);
      for (const [file, sha256] of places) {
        const target = path.join(beside, file);
        mkdirSync(path.dirname(target), { recursive: true });
        copyFileSync(path.join(files, sha256), target);
      }
      renameSync(beside, root);
    } catch (error) {
      rmSync(beside, { recursive: true, force: true });
      throw error;
    }
  }
  const now = new Date();
  utimesSync(root, now, now);
  for (const other of readdirSync(roots)) {
    const at = path.join(roots, other);
    if (now.getTime() - statSync(at).mtimeMs > KEPT) rmSync(at, { recursive: true, force: true });
  }
  return root;
}
