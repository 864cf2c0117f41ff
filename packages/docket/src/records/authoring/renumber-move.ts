import { comparableNumber, isWholeOfFolder, readName } from '../dialects/file-name.ts';
import { folderPrefix } from '../layout.ts';
import { folderOf } from '../paths.ts';
import type { AdrRecord } from '../record.ts';
import { AuthoringError } from './problem.ts';
import { homeOf } from './record-name.ts';
import { padded } from './reference-form.ts';
import type { RenumberInput } from './renumbering.ts';

/** What the name of a record becomes, and what else goes by the old one. */
export interface Move {
  readonly old: string;
  readonly number: string;
  readonly oldName: string;
  readonly name: string;
  readonly path: string;
  /** Whether a path is that of the record, or of its own folder, or in that. */
  readonly isOwn: (path: string) => boolean;
  /** The record, or the folder that it has for itself. */
  readonly own: string;
  /** Whether another record has the same name, or the same number. */
  readonly isNameShared: boolean;
  readonly isNumberShared: boolean;
  /** Whether one beside it has the number. */
  readonly isSharedInLog: boolean;
}

/** @throws {AuthoringError} where the name has no number, or the new one is taken */
export function moveOf({ corpus, adr, number }: RenumberInput): Move {
  const { name, slug, number: old } = readName(adr.path);
  const file = adr.path.slice(adr.path.lastIndexOf('/') + 1);
  const isWhole = isWholeOfFolder(adr.path);
  const own = isWhole ? folderOf(adr.path) : adr.path;
  if (old === undefined) {
    throw new AuthoringError(
      `The name of \`${adr.path}\` has no number to change`,
      `rename the ${isWhole ? 'folder' : 'file'} by hand`,
    );
  }
  const isSame = (other: AdrRecord, wanted: string) =>
    other.number !== undefined &&
    comparableNumber(other.number) === comparableNumber(wanted) &&
    homeOf(other.path) === homeOf(adr.path);
  if (comparableNumber(old) === comparableNumber(number)) {
    throw new AuthoringError(
      `The record already has the number \`${old}\``,
      'leave the number out to take the next free one',
    );
  }
  const holder = corpus.adrs.find((other) => isSame(other, number));
  if (holder) {
    throw new AuthoringError(
      `The number \`${number}\` is taken: \`${holder.path}\` has it`,
      'leave the number out to take the next free one',
    );
  }
  const lead = name.slice(0, name.length - slug.length);
  const at = lead.lastIndexOf(old);
  const moved = lead.slice(0, at) + padded(number, widthOf(old)) + name.slice(at + old.length);
  const others = corpus.adrs.filter((other) => other.path !== adr.path);
  return {
    old,
    number,
    oldName: name,
    name: moved,
    path: `${folderPrefix(homeOf(adr.path))}${moved}${isWhole ? `/${file}` : file.slice(name.length)}`,
    own,
    isOwn: (path) => path === adr.path || path === own || path.startsWith(`${own}/`),
    isNameShared: others.some((other) => other.name.toLowerCase() === name.toLowerCase()),
    isSharedInLog: others.some((other) => isSame(other, old)),
    isNumberShared: others.some(
      (other) =>
        other.number !== undefined && comparableNumber(other.number) === comparableNumber(old),
    ),
  };
}

/** How many digits a number has at least, by how one is written. */
export function widthOf(number: string): number {
  return /^0|^\d{3}/.test(number) ? number.replace(/[a-z]$/i, '').length : 1;
}
