import path from 'node:path';
import { type FoundRoot, findRoot } from '../io/find-root.ts';

/** The folder that a call is about, and what makes it that. */
export interface Root {
  /** Absolute path. */
  readonly folder: string;
  readonly because: FoundRoot['because'] | { readonly kind: 'named' };
}

/**
 * The folder that a call is about: the one that was named, else the one found upwards.
 * @param cwd where the call comes from; absolute path
 */
export function rootFor(cwd: string, named?: string): Root {
  return named === undefined
    ? findRoot(cwd)
    : { folder: path.resolve(cwd, named), because: { kind: 'named' } };
}
