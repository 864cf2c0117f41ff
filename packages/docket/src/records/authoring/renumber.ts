import type { Corpus } from '../corpus.ts';
import type { FoundMention } from '../key.ts';
import { readLinks } from '../links.ts';
import { parseMarkdown } from '../markdown.ts';
import { type AdrRecord, shortTitle } from '../record.ts';
import type { FileChange } from './change.ts';
import {
  fixedPlaces,
  holds,
  isMarkdown,
  mentionsIn,
  placesOf,
  stretch,
} from './citation-places.ts';
import { fullTitle } from './create.ts';
import { editable } from './frontmatter-block.ts';
import { quoted, setKey } from './frontmatter-edit.ts';
import type { OwnRepository } from './own-address.ts';
import { AuthoringError } from './problem.ts';
import { renumberInLog } from './renumber-log.ts';
import type { LeftPlace, RenumberInput, Renumbering } from './renumbering.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/**
 * Gives a decision another number: its file name, its title, and every citation of it in the records, the documents
 * and the comments of the repository, by name or by path. Only the digits change. Where a second record has the old
 * number too, a bare mention could mean either, so only links and paths are followed and the rest is listed. Addresses
 * of other hosts and repositories, and those of a commit or tag, do not follow the file and stay.
 * @throws {AuthoringError} where the record has no number, or the new one is taken or reserved
 */
export function renumber(input: RenumberInput): Renumbering {
  const { corpus, adr, number, texts, repository } = input;
  if (corpus.layout.adr.logs) return renumberInLog(input);
  const old = adr.number;
  if (old === undefined) {
    throw new AuthoringError(
      `The file name \`${adr.name}.md\` has no number to change`,
      'rename the file to adr-NNN-slug.md',
    );
  }
  assertFree(corpus, adr, number);
  const name = adr.name.replace(`adr-${old}-`, `adr-${number}-`);
  const path = `${adr.path.slice(0, -`${adr.name}.md`.length)}${name}.md`;
  const isClash = corpus.adrs.some(
    (other) => other !== adr && other.id === adr.id && other.key.log === adr.key.log,
  );
  const rename = {
    corpus,
    adr,
    oldName: adr.name,
    newName: name,
    id: adr.id,
    number,
    isClash,
    target: adr.path,
    repository,
  };

  const own = new Map<string, string>();
  for (const record of corpus.records) own.set(record.path, record.document.text);
  for (const text of texts) if (!own.has(text.path)) own.set(text.path, text.text);

  const changes: FileChange[] = [];
  const left: LeftPlace[] = [];
  for (const [file, before] of own) {
    const isSelf = file === adr.path;
    const found = citationsIn(file, before, { ...rename, isClash: isClash && !isSelf });
    left.push(...found.left);
    if (isSelf) {
      const after = withTitle(adr, number, applyEdits(before, found.edits));
      changes.push({ kind: 'move', from: file, path, before, after });
    } else if (found.edits.length > 0) {
      changes.push({ kind: 'edit', path: file, before, after: applyEdits(before, found.edits) });
    }
  }
  return { changes, left };
}

interface Rename {
  readonly corpus: Corpus;
  readonly adr: AdrRecord;
  readonly oldName: string;
  readonly newName: string;
  readonly id: string;
  readonly number: string;
  readonly isClash: boolean;
  readonly target: string;
  readonly repository: OwnRepository;
}

function citationsIn(
  path: string,
  text: string,
  { corpus, adr, oldName, newName, id, number, isClash, target, repository }: Rename,
): { edits: TextEdit[]; left: LeftPlace[] } {
  const edits: TextEdit[] = [];
  const left: LeftPlace[] = [];
  const names = placesOf(text, oldName);
  const by = corpus.byPath(path);
  const means = ({ log }: FoundMention) =>
    by ? corpus.named(id, by, log) : corpus.cited(id, log)[0];
  const mentions = mentionsIn(path, text).filter(
    (mention) => mention.id === id && means(mention)?.key.log === adr.key.log,
  );
  if (names.length + mentions.length === 0) return { edits, left };
  const links = isMarkdown(path) ? readLinks(parseMarkdown(text), path) : [];
  const elsewhere = fixedPlaces(text, links, repository);
  const leave = (start: number, end: number, why: LeftPlace['why']) =>
    left.push({
      path,
      line: text.slice(0, start).split('\n').length,
      text: text.slice(start, end),
      why,
    });

  for (const start of names) {
    const end = start + oldName.length;
    const fixed = elsewhere.find((place) => holds(place, start, end));
    if (fixed) leave(fixed.start, fixed.end, 'elsewhere');
    else edits.push({ start, end, text: newName });
  }
  const ours = links.filter((link) => link.target.kind === 'file' && link.target.path === target);
  for (const mention of mentions) {
    const { index: start } = mention;
    const end = start + mention.text.length;
    const isLinked = ours.some(({ span }) => holds(stretch(span), start, end));
    if (elsewhere.some((place) => holds(place, start, end))) leave(start, end, 'elsewhere');
    else if (isClash && !isLinked) leave(start, end, 'ambiguous');
    else edits.push({ start: end - (id.length - 'ADR-'.length), end, text: number });
  }
  return { edits, left };
}

/** The text of the record itself, with a title of the new number even where it bore another than the old one. */
function withTitle(adr: AdrRecord, number: string, text: string): string {
  const after = editable(adr.path, text);
  const { title } = after.frontmatter.data;
  if (title === undefined || title !== adr.frontmatter.data['title']) return text;
  const yaml = quoted(fullTitle('adr', number, shortTitle(adr)));
  return applyEdits(text, [setKey(after, 'title', yaml, [])]);
}

function assertFree(corpus: Corpus, adr: AdrRecord, number: string): void {
  if (Number.parseInt(number, 10) === 0) {
    throw new AuthoringError('The number `000` is reserved', 'give 001 or higher');
  }
  const holder = corpus.adrs.find(
    (other) => other.number === number && other.key.log === adr.key.log,
  );
  if (!holder) return;
  throw new AuthoringError(
    holder === adr
      ? `The record already has the number \`${number}\``
      : `The number \`${number}\` is taken: \`${holder.path}\` has it`,
    'leave the number out to take the next free one',
  );
}
