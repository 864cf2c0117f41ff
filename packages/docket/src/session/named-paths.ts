import { Reader } from '../io/reader.ts';
import { HelpfulError } from '../records/helpful-error.ts';
import { typedPath } from './typed-path.ts';

/** A path that somebody named and that cannot be meant. */
export class NamedPathError extends HelpfulError {
  override readonly name = 'NamedPathError';
}

/**
 * Tells which files lie at or below paths that somebody typed.
 * @param root absolute path
 * @param cwd where the paths start from
 * @throws {NamedPathError} where one leads out of the root, or nothing is there
 */
export function filesAmong(
  root: string,
  cwd: string,
  typed: readonly string[],
): (file: string) => boolean {
  const reader = new Reader(root);
  const places = typed.map((name) => {
    const place = typedPath(root, cwd, name);
    if (place === undefined) {
      throw new NamedPathError(
        `\`${name}\` is outside the root ${root}`,
        'name the repository that holds it with `--root`',
      );
    }
    if (place !== '' && !reader.stats(place)) {
      throw new NamedPathError(
        `There is no file or folder \`${name}\``,
        'paths start from the current folder; `docket list` shows the folders of records',
      );
    }
    return place;
  });
  return (file) =>
    places.some((place) => place === '' || file === place || file.startsWith(`${place}/`));
}
