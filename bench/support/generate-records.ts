import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../scripts/support/root.ts';

const FOLDER = 'docs/adr';

/**
 * Writes `count` decision records made from the real ones into `folder`: whole copies of the log one after another,
 * each with its numbers moved up, so that relations and links hold within a copy. What the records link to besides
 * each other is copied, too.
 * @param folder absolute path; what it held is deleted
 */
export async function generateRecords(folder: string, count: number): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, FOLDER), { recursive: true });
  const names = (await readdir(path.join(root, FOLDER))).filter((name) => name.startsWith('adr-'));
  const texts = new Map<string, string>();
  for (const name of names.sort()) {
    texts.set(name, await readFile(path.join(root, FOLDER, name), 'utf8'));
  }
  const highest = Math.max(...names.map((name) => Number(name.split('-')[1])));
  const targets = new Set(['docs/adr/template.md']);
  let written = 0;
  for (let copy = 0; written < count; copy += 1) {
    for (const [name, text] of texts) {
      if (written === count) break;
      const moved = moveNumbers(text, copy * highest, copy);
      await writeFile(path.join(folder, FOLDER, moveNumbers(name, copy * highest)), moved);
      for (const target of linkTargets(text)) targets.add(target);
      written += 1;
    }
  }
  await cp(path.join(root, '.sdd'), path.join(folder, '.sdd'), { recursive: true });
  for (const target of targets) {
    await cp(path.join(root, target), path.join(folder, target), { recursive: true });
  }
}

/** A text with every number of a decision moved up. Later copies name no specification, as it ordered one record. */
function moveNumbers(text: string, by: number, copy = 0): string {
  const moved = text.replace(
    /(?<![\w-])(adr[- ])(\d{3})\b/gi,
    (_, word: string, number: string) => `${word}${String(Number(number) + by).padStart(3, '0')}`,
  );
  return copy > 0 ? moved.replace(/^spec: .*\n/m, '') : moved;
}

/** Files and folders outside the log that a record links to, from the root. */
function linkTargets(text: string): string[] {
  return [...text.matchAll(/\]\((\.\.?\/[^)#\s]+)/g)].map((match) =>
    path.posix.join(FOLDER, match[1] ?? ''),
  );
}
