import { textOf } from '../context.ts';
import type { DeltaClaim } from '../sources/openspec.ts';
import type { WorkCase } from './judge-work.ts';

const SKIPPED = /--skip-specs\b/;
const NOT_CARRIED =
  /\b(?:not|never|without|skip\w*)\b.{0,40}\b(?:sync|merg|appl(?:y|ied)|promot|carr|fold)\w*/i;

/**
 * The text of a change that was filed away by which what it says of a specification was left out of it on purpose;
 * `undefined` where none says so.
 */
export function heldBackBy(
  { capability }: DeltaClaim,
  { scene: { context, line, position }, file }: WorkCase,
): string | undefined {
  const folder = file.slice(0, file.lastIndexOf(`specs/${capability}/`));
  return [...line.paths()].find((path) => {
    if (!path.startsWith(folder) || path.startsWith(`${folder}specs/`) || !path.endsWith('.md')) {
      return false;
    }
    const blob = line.objectAt(path, position);
    const text = blob === undefined ? undefined : textOf(context, blob);
    return text
      ?.split(/\n|[.;](?=\s)/)
      .some(
        (sentence) =>
          SKIPPED.test(sentence) || (NOT_CARRIED.test(sentence) && sentence.includes(capability)),
      );
  });
}
