import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ComponentFault } from './component.ts';

/** What came of converting a component: the endings of the texts that were written, and its faults. */
export interface Converted {
  readonly suffixes: readonly string[];
  readonly faults: readonly ComponentFault[];
}

/** Remembers which components were converted, and from what. */
export interface Conversions {
  /** What came of converting a component, which is done where it is not as it was, or where a text of it is gone. */
  of(file: string, source: string, work: Conversion): Converted;
  /** Writes down what is known of the components that were asked for. */
  keep(): void;
}

/** How a component is converted. */
export interface Conversion {
  /** Whether the text that a component gave is still there. */
  isThere(suffix: string): boolean;
  convert(): Converted;
}

interface Memory {
  readonly key: string;
  readonly made: Readonly<Record<string, Converted & { readonly digest: string }>>;
}

/** Opens the memory; it is empty where another converter wrote it. */
export function openConversions(memory: string): Conversions {
  const key = converterKey();
  const before = read(memory);
  const known = before?.key === key ? before.made : {};
  const made: Record<string, Converted & { readonly digest: string }> = {};
  return {
    of(file, source, { isThere, convert }) {
      const digest = createHash('sha256').update(source).digest('base64');
      const old = known[file];
      const isCurrent = old?.digest === digest && old.suffixes.every(isThere);
      const result = isCurrent ? old : { ...convert(), digest };
      made[file] = result;
      return result;
    },
    keep() {
      mkdirSync(path.dirname(memory), { recursive: true });
      writeFileSync(memory, JSON.stringify({ key, made } satisfies Memory));
    },
  };
}

/** Stands for what converts: the package, and what is done with its result. */
function converterKey(): string {
  const hash = createHash('sha256');
  for (const file of [
    new URL('./component.ts', import.meta.url).href,
    import.meta.resolve('@astrojs/astro2tsx/package.json'),
  ]) {
    hash.update(readFileSync(fileURLToPath(file)));
  }
  return hash.digest('base64');
}

function read(memory: string): Memory | undefined {
  try {
    const { key, made } = JSON.parse(readFileSync(memory, 'utf8')) as Partial<Memory>;
    return key !== undefined && made ? { key, made } : undefined;
  } catch {
    return undefined;
  }
}
