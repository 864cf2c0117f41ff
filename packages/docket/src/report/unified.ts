import { createTwoFilesPatch } from 'diff';

/** The texts of a file before and after; `undefined` where there is no such file then. */
export interface TextPair {
  readonly from: { readonly path: string; readonly text: string } | undefined;
  readonly to: { readonly path: string; readonly text: string };
}

/** Changes as a unified diff that `git apply` understands, renames among them. */
export function unifiedDiff(pairs: readonly TextPair[]): string {
  return pairs.map(oneFile).join('');
}

function oneFile({ from, to }: TextPair): string {
  const left = from?.path ?? to.path;
  const head = [`diff --git a/${left} b/${to.path}`];
  if (!from) head.push('new file mode 100644');
  if (from && from.path !== to.path) head.push(`rename from ${from.path}`, `rename to ${to.path}`);
  const patch = createTwoFilesPatch(
    from ? `a/${left}` : '/dev/null',
    `b/${to.path}`,
    from?.text ?? '',
    to.text,
  );
  const body = patch.replace(/^=+\n/, '');
  // A file that only moves has no hunks, and then no lines that name it.
  return `${head.join('\n')}\n${body.includes('\n@@') ? body : ''}`;
}
