import type { Reader } from '../io/reader.ts';

/** Finds out, for who is told of no changes, which files look otherwise than when they were read. */
export class Stamps {
  readonly #reader: Reader;
  /** Milliseconds since 1970. */
  readonly #since: number;
  readonly #known = new Map<string, string>();

  /** @param since when reading began, in milliseconds since 1970 */
  constructor(reader: Reader, since: number) {
    this.#reader = reader;
    this.#since = since;
  }

  /** Those of some paths that have another size or time than when this was asked last, or are new or gone. */
  changed(paths: Iterable<string>): string[] {
    return [...paths].filter((path) => {
      const stats = this.#reader.stats(path);
      const stamp = stats ? `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}` : '';
      const known = this.#known.get(path);
      this.#known.set(path, stamp);
      if (known !== undefined) return known !== stamp;
      return stats !== undefined && Math.max(stats.mtimeMs, stats.ctimeMs) >= this.#since;
    });
  }
}
