import { findTexts } from '../../io/find-texts.ts';
import { readOwnRepository } from '../../io/own-repository.ts';
import type { OwnRepository } from '../../records/authoring/own-address.ts';
import type { SourceFile } from '../../records/record.ts';
import type { Session } from '../session.ts';

/** What may cite a record, and by which addresses its own repository is known. */
export interface CitingTexts {
  readonly texts: readonly SourceFile[];
  readonly repository: OwnRepository;
}

/**
 * Finds the texts of a repository that may cite a record.
 * @param words every text that cites it holds one of them, in any case
 * @param options.offline whether to look at all files where Git cannot answer
 * @throws {GitSilence} where there is a Git repository and Git cannot answer, unless `offline`
 */
export async function citingTexts(
  { root }: Session,
  words: readonly string[],
  options: { readonly offline: boolean },
): Promise<CitingTexts> {
  return {
    texts: await findTexts(root, words, options),
    repository: await readOwnRepository(root, options),
  };
}
