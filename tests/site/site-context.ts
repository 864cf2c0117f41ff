import type { Patch } from '../../src/rules/define.ts';
import { corpusOfFiles, patchedFiles } from '../../src/rules/examples.ts';
import type { ReferenceContext } from '../../src/site/references.ts';

/** The example repository of the rules, changed by patches, as the site sees it under the base `/base/`. */
export function exampleContext(...patches: Patch[]): ReferenceContext {
  return {
    corpus: corpusOfFiles(patchedFiles(patches)),
    base: '/base/',
    repository: undefined,
  };
}

/** The one element of a list. */
export function only<T>(list: readonly T[]): T {
  const [first, ...others] = list;
  if (first === undefined || others.length > 0)
    throw new Error(`Expected one, found ${list.length}`);
  return first;
}
