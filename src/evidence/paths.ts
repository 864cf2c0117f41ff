/** A path as a row writes it, without `./`; `undefined` for what cannot be one file or folder of the repository. */
export function repositoryPath(written: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written)) return undefined;
  const path = unquoted(written).replace(/^(?:\.\/)+|^\/+/, '');
  return path === '' || path.split('/').includes('..') ? undefined : path;
}

/** Git prints a name with control characters in C's manner, and so may a record: `"a\nb.md"`. */
function unquoted(written: string): string {
  if (!/^".*\\.*"$/.test(written)) return written;
  try {
    return String(JSON.parse(written));
  } catch {
    return written;
  }
}
