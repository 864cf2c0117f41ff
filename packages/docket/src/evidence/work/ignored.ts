import ignore, { type Ignore } from 'ignore';
import { type Context, textOf } from '../context.ts';
import type { Line } from '../line.ts';

const compiled = new Map<string, Ignore>();

/**
 * Whether Git ignores a path after a commit, by the `.gitignore` files of that commit. What only a clone's own settings
 * ignore is not known.
 */
export function isIgnored(context: Context, line: Line, position: number, path: string): boolean {
  const parts = path.split('/');
  // The file nearest to the path has the last word, and what an outer one closes stays closed.
  for (let depth = 0; depth < parts.length; depth += 1) {
    const folder = parts
      .slice(0, depth)
      .map((part) => `${part}/`)
      .join('');
    const blob = line.objectAt(`${folder}.gitignore`, position);
    const text = blob === undefined ? undefined : textOf(context, blob);
    if (text !== undefined && rulesOf(text).ignores(parts.slice(depth).join('/'))) return true;
  }
  return false;
}

function rulesOf(text: string): Ignore {
  const known = compiled.get(text) ?? ignore({ allowRelativePaths: true }).add(text);
  if (compiled.size > 200) compiled.clear();
  compiled.set(text, known);
  return known;
}
