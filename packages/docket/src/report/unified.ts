import { createTwoFilesPatch } from 'diff';
import type { FileChange } from '../records/authoring/change.ts';

/** Changes as a unified diff that `git apply` understands, renames among them. */
export function unifiedDiff(changes: readonly FileChange[]): string {
  return changes.map(oneFile).join('');
}

function oneFile(change: FileChange): string {
  const { kind, path } = change;
  const left = 'from' in change ? change.from : path;
  const head = [`diff --git a/${left} b/${path}`];
  if (kind === 'create') head.push('new file mode 100644');
  if (left !== path) head.push(`rename from ${left}`, `rename to ${path}`);
  if (kind === 'carry') return `${head.join('\n')}\n`;
  const patch = createTwoFilesPatch(
    kind === 'create' ? '/dev/null' : `a/${left}`,
    `b/${path}`,
    kind === 'create' ? '' : change.before,
    change.after,
  );
  const body = patch.replace(/^=+\n/, '');
  // A file that only moves has no hunks, and then no lines that name it.
  return `${head.join('\n')}\n${body.includes('\n@@') ? body : ''}`;
}
