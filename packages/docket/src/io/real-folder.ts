import { realpathSync, statSync } from 'node:fs';

/** The folder that a path really leads to, links followed; `undefined` where there is none. */
export function realFolder(absolute: string): string | undefined {
  try {
    const real = realpathSync.native(absolute);
    return statSync(real).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}
