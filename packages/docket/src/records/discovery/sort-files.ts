import { isWholeOfFolder, readName } from '../dialects/file-name.ts';
import { folderOf } from '../paths.ts';
import { type DecisionLook, lookAt } from './decision-text.ts';

/** Why a file in a folder of records is none. */
export type LeftOutReason = 'index' | 'template' | 'annex' | 'no decision';

/** A file that lies among records and is none. */
export interface LeftOut {
  readonly path: string;
  readonly reason: LeftOutReason;
}

/** The files of a folder, with those below it. */
export interface SortedFiles {
  /** Paths of the records, in order. */
  readonly records: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** The text of a file; `undefined` where it cannot be read. */
export type ReadFile = (path: string) => string | undefined;

const INDEX =
  /^(?:readme|index|_index|summary|_sidebar|toc|contents|changelog|contributing|agents|claude|copilot-instructions|license|code[-_]of[-_]conduct)$/i;
const TEMPLATE_NAME = /(?:^|[-_. ])templates?(?:[-_. ]|$)|^(?:n{3,}|x{3,}|y{4}m{2}d{2}|#+)[-_. ]/i;
const SIDE_FOLDER =
  /(?:^|\/)(?:assets?|images?|img|diagrams?|attachments?|figures?|media|evidence|appendi(?:x|ces))\//i;
const TEMPLATE_FOLDER = /(?:^|\/)_?templates?\//i;

/**
 * Sorts the files below a folder into records and what lies beside them. Where most names give a number or a day, a
 * file whose name does not is a record only if it reads like one.
 */
export function sortFiles(folder: string, paths: readonly string[], read: ReadFile): SortedFiles {
  const looks = new Map<string, DecisionLook>();
  const lookOf = (path: string): DecisionLook => {
    const known = looks.get(path) ?? lookAt(read(path) ?? '');
    looks.set(path, known);
    return known;
  };
  const below = (path: string) => (folder === '.' ? path : path.slice(folder.length + 1));
  const whole = new Set(
    paths.filter((path) => below(path).includes('/') && isWholeOfFolder(path)).map(folderOf),
  );
  const leftOut: LeftOut[] = [];
  const isLeftOut = (path: string): LeftOutReason | undefined => {
    const own = below(path);
    const stem = stemOf(path);
    const isWhole = whole.has(folderOf(path)) && isWholeOfFolder(path);
    if (INDEX.test(stem) && !isWhole) return 'index';
    if (whole.has(folderOf(path)) && !isWhole) return 'annex';
    if ([...whole].some((one) => path.startsWith(`${one}/`) && folderOf(path) !== one))
      return 'annex';
    if (TEMPLATE_FOLDER.test(own)) return 'template';
    const isZero = /^0+$/.test(readName(path).number ?? '');
    const isCalled = TEMPLATE_NAME.test(stem);
    if (isCalled || isZero) {
      const { looksLikeTemplate, isOpen, hasGuidance } = lookOf(path);
      if (looksLikeTemplate || hasGuidance || (isCalled && (isOpen || !isNamed(path))))
        return 'template';
    }
    if (SIDE_FOLDER.test(own) && !isNamed(path)) return 'annex';
    return undefined;
  };
  const candidates = paths.filter((path) => {
    const reason = isLeftOut(path);
    if (reason) leftOut.push({ path, reason });
    return reason === undefined;
  });
  const named = candidates.filter(isNamed);
  // A log may begin with one record; more files than that without numbers are no numbered ones.
  const isNumbered = named.length * 2 > candidates.length;
  const alike = candidates.filter((path) => lookOf(path).looksLikeDecision);
  const records = candidates.filter((path) => {
    if ((isNumbered && isNamed(path)) || saysAdr(path)) return true;
    if (lookOf(path).looksLikeTemplate && !isNamed(path)) {
      leftOut.push({ path, reason: 'template' });
      return false;
    }
    if (lookOf(path).looksLikeDecision) return true;
    // Where nearly all read like decisions, one that does not is a decision told in its own way.
    if (!isNumbered && candidates.length > 2 && alike.length * 4 >= candidates.length * 3)
      return true;
    leftOut.push({ path, reason: isNumbered ? 'annex' : 'no decision' });
    return false;
  });
  return {
    records: [...records].sort(),
    leftOut: leftOut.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Whether a name such as `adr-001-x` or `ADR12` says by itself what the file is. */
export function saysAdr(path: string): boolean {
  return /^(?:m?adr)[-_. ]?\d/i.test(stemOf(path));
}

function isNamed(path: string): boolean {
  const { number, date } = readName(path);
  return number !== undefined || date !== undefined || isWholeOfFolder(path);
}

function stemOf(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
}
