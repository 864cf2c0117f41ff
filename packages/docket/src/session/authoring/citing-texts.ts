import { findTexts } from '../../io/find-texts.ts';
import { readOwnRepository } from '../../io/own-repository.ts';
import type { OwnRepository } from '../../records/authoring/own-address.ts';
import type { AdrRecord, SourceFile } from '../../records/record.ts';
import type { Session } from '../session.ts';

/** What may cite a record, and by which addresses its own repository is known. */
export interface CitingTexts {
  readonly texts: readonly SourceFile[];
  readonly repository: OwnRepository;
}

/**
 * Finds the texts of a repository that may cite a decision by its name.
 * @param options.offline whether to look at all files where Git cannot answer
 * @throws {GitSilence} where there is a Git repository and Git cannot answer, unless `offline`
 */
export async function citingTexts(
  { root }: Session,
  adr: AdrRecord,
  options: { readonly offline: boolean },
): Promise<CitingTexts> {
  return {
    texts: await findTexts(root, namesOf(adr), options),
    repository: await readOwnRepository(root, options),
  };
}

/** Words of which one is in every text that cites a record. */
function namesOf({ name, id, number = '' }: AdrRecord): string[] {
  const padded = number.replace(/^0+(?=\d)/, '').padStart(3, '0');
  const mentions = [id, `ADR-${padded}`].flatMap((one) => [one, one.replace('-', ' ')]);
  return [...new Set([name, encodeURI(name), ...mentions])];
}
