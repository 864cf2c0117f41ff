import { readCitations } from '../citations.ts';
import type { Corpus } from '../corpus.ts';
import { findMentions, readLinks } from '../links.ts';
import { parseMarkdown } from '../markdown.ts';
import { type AdrRecord, type SourceFile, shortTitle } from '../record.ts';
import type { FileChange } from './change.ts';
import { fullTitle } from './create.ts';
import { quoted, setKey } from './frontmatter-edit.ts';
import { AuthoringError } from './problem.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/** What a renumbering is computed from. */
export interface RenumberInput {
  readonly corpus: Corpus;
  readonly adr: AdrRecord;
  /** The new number as file names write it. */
  readonly number: string;
  /** Other files of the repository that may cite the record. */
  readonly texts: readonly SourceFile[];
}

/** A mention that may mean another record of the same number, and was left as it is. */
export interface LeftMention {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** The changes that give a record another number, everywhere. */
export interface Renumbering {
  readonly changes: readonly FileChange[];
  readonly left: readonly LeftMention[];
}

/**
 * Gives a decision another number: its file name, its title, and every citation of it in the records, the documents
 * and the comments of the repository, by name or by path. Only the digits change. Where a second record has the old
 * number too, a bare mention could mean either, so only links and paths are followed and the rest is listed.
 * @throws {AuthoringError} where the record has no number, or the new one is taken or reserved
 */
export function renumber({ corpus, adr, number, texts }: RenumberInput): Renumbering {
  const old = adr.number;
  if (old === undefined) {
    throw new AuthoringError(
      `Unexpected file name \`${adr.name}.md\`, expected one with a number`,
      'rename the file to adr-NNN-slug.md',
    );
  }
  assertFree(corpus, adr, number);
  const name = adr.name.replace(`adr-${old}-`, `adr-${number}-`);
  const path = `${adr.path.slice(0, -`${adr.name}.md`.length)}${name}.md`;
  const isClash = corpus.adrs.some((other) => other !== adr && other.id === adr.id);
  const rename = {
    oldName: adr.name,
    newName: name,
    id: adr.id,
    number,
    isClash,
    target: adr.path,
  };

  const own = new Map<string, string>();
  for (const record of corpus.records) own.set(record.path, record.document.text);
  for (const text of texts) if (!own.has(text.path)) own.set(text.path, text.text);

  const changes: FileChange[] = [];
  const left: LeftMention[] = [];
  for (const [file, before] of own) {
    const isSelf = file === adr.path;
    const found = citationsIn(file, before, { ...rename, isClash: isClash && !isSelf });
    left.push(...found.left);
    if (isSelf) {
      const after = applyEdits(before, withTitle(adr, number, found.edits));
      changes.push({ kind: 'move', from: file, path, before, after });
    } else if (found.edits.length > 0) {
      changes.push({ kind: 'edit', path: file, before, after: applyEdits(before, found.edits) });
    }
  }
  return { changes, left };
}

interface Rename {
  readonly oldName: string;
  readonly newName: string;
  readonly id: string;
  readonly number: string;
  readonly isClash: boolean;
  readonly target: string;
}

function citationsIn(
  path: string,
  text: string,
  { oldName, newName, id, number, isClash, target }: Rename,
): { edits: TextEdit[]; left: LeftMention[] } {
  const edits = placesOf(text, oldName).map((start) => ({
    start,
    end: start + oldName.length,
    text: newName,
  }));
  const left: LeftMention[] = [];
  const mentions = mentionsIn(path, text).filter((mention) => mention.id === id);
  if (mentions.length === 0) return { edits, left };
  const links = isClash ? linksTo(path, text, target) : [];
  for (const mention of mentions) {
    const { index: start } = mention;
    const end = start + mention.text.length;
    if (!isClash || links.some((link) => link.start <= start && end <= link.end)) {
      edits.push({ start: end - (id.length - 'ADR-'.length), end, text: number });
    } else {
      left.push({ path, line: text.slice(0, start).split('\n').length, text: mention.text });
    }
  }
  return { edits, left };
}

/** Mentions anywhere in a document, and in the comments of code. */
function mentionsIn(path: string, text: string): { id: string; text: string; index: number }[] {
  if (/\.(?:mdx?|txt)$/i.test(path)) return findMentions(text);
  return readCitations(path, text).citations.map((citation) => ({
    id: citation.id,
    text: citation.text,
    index: citation.span.start.offset,
  }));
}

function linksTo(path: string, text: string, target: string): { start: number; end: number }[] {
  return readLinks(parseMarkdown(text), path)
    .filter((link) => link.target.kind === 'file' && link.target.path === target)
    .map(({ span }) => ({ start: span.start.offset, end: span.end.offset }));
}

function placesOf(text: string, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const before = text[at - 1] ?? '';
    const after = text[at + name.length] ?? '';
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) found.push(at);
  }
  return found;
}

/** The edits of the record itself, of which the title is one even where it bears another number. */
function withTitle(adr: AdrRecord, number: string, edits: readonly TextEdit[]): TextEdit[] {
  if (!Object.hasOwn(adr.frontmatter.data, 'title')) return [...edits];
  const title = setKey(adr, 'title', quoted(fullTitle('adr', number, shortTitle(adr))), []);
  const isMended = edits.some((edit) => title.start <= edit.start && edit.end <= title.end);
  return isMended ? [...edits] : [...edits, title];
}

function assertFree(corpus: Corpus, adr: AdrRecord, number: string): void {
  if (Number.parseInt(number, 10) === 0) {
    throw new AuthoringError('Unexpected number `000`, expected 001 or higher', 'it is reserved');
  }
  const holder = corpus.adrs.find((other) => other.number === number);
  if (!holder) return;
  throw new AuthoringError(
    holder === adr
      ? `Unexpected number \`${number}\`, expected another than the present one`
      : `Unexpected number \`${number}\`, expected one that is free: \`${holder.path}\` has it`,
    'leave the number out to take the next free one',
  );
}
