import { comparableNumber } from '../dialects/file-name.ts';
import type { StatedRelation } from '../dialects/relations.ts';
import { makeResolver } from '../dialects/resolve.ts';
import { type Format, formatOf } from '../formats/format.ts';
import { relativePath } from '../links.ts';
import { folderOf, pathFrom } from '../paths.ts';
import { type AdrRecord, shortTitle } from '../record.ts';
import type { Place } from './place.ts';

/** Writes a reference to a record in another; `undefined` where the record lacks what the form names. */
export type ReferenceForm = (to: AdrRecord, from: AdrRecord) => string | undefined;

/** A relation that a record of the log states, with the record it leads to. */
export interface Example {
  readonly by: AdrRecord;
  readonly relation: StatedRelation;
  readonly to: AdrRecord;
  /** The reference in the source, with the marks of a link. */
  readonly place: Place;
}

/** The relations of some records whose target is known, in the order of the records. */
export function examplesIn(
  records: readonly AdrRecord[],
  all: readonly AdrRecord[],
): readonly Example[] {
  const resolve = makeResolver(all);
  const paths = new Map(all.map((record) => [record.path, record]));
  return records.flatMap((by) =>
    by.relations.flatMap((relation): Example[] => {
      const to = paths.get(resolve(relation.reference, by.path) ?? '');
      const place = to && referencePlace(by, relation);
      return to && place ? [{ by, relation, to, place }] : [];
    }),
  );
}

/** The form of the first example whose form can be told; where there is none, a link with number or title. */
export function referenceForm(
  examples: readonly Example[],
  model: AdrRecord | undefined,
): ReferenceForm {
  const forms = examples.flatMap((example) => formOf(example) ?? []);
  return (to, from) => {
    for (const form of forms) {
      const made = form(to, from);
      if (made !== undefined) return made;
    }
    return usual(to, from, model);
  };
}

/** `[2. Title](0002-title.md)` where headings read so, as adr-tools writes; else `[ADR-0002](0002-title.md)`. */
function usual(to: AdrRecord, from: AdrRecord, model: AdrRecord | undefined): string {
  const heading = to.fields.title.written;
  const isAdrTools =
    /^\d+\. /.test(heading) && /^\d+\. /.test(model?.fields.title.written ?? heading);
  const words = isAdrTools
    ? heading
    : to.number === undefined
      ? shortTitle(to)
      : `ADR-${to.number}`;
  const address = relativePath(from.path, to.path);
  switch (formatOf(from.path)) {
    case 'markdown':
      return `[${escaped(words)}](${address})`;
    case 'asciidoc':
      return `xref:${address}[${words.replaceAll(']', '\\]')}]`;
    case 'restructured-text':
      return `\`${words.replace(/[\\`<>]/g, '\\$&')} <${address}>\`_`;
  }
}

/** What stands before and behind the words of a link, in formats other than Markdown. */
const AROUND: Readonly<Record<Exclude<Format, 'markdown'>, readonly [RegExp, RegExp]>> = {
  asciidoc: [/(?:(?:xref|link|https?):[^\s[\]]*\[|<<[^\s<>,]*,\s*)$/, /^(?:\]|>>)/],
  'restructured-text': [/`$/, /^\s*<[^<>]*>`__?/],
};

function referencePlace(
  { document: { text, format } }: AdrRecord,
  { start, end, source }: StatedRelation,
): Place | undefined {
  if (end <= start) return undefined;
  if (source === 'yaml') return { start, end };
  if (format !== 'markdown') {
    const [before, behind] = AROUND[format];
    const lead = before.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? '';
    const tail = lead === '' ? undefined : behind.exec(text.slice(end))?.[0];
    return tail === undefined
      ? { start, end }
      : { start: start - lead.length, end: end + tail.length };
  }
  if (text[start - 1] !== '[') return { start, end };
  const closing = /^\](?:\((?:[^()\n]|\([^()\n]*\))*\))?/.exec(text.slice(end));
  return closing ? { start: start - 1, end: end + closing[0].length } : undefined;
}

/** The form of a reference; `undefined` where it does not tell by what it names the record. */
export function formOf({ by, relation, to, place }: Example): ReferenceForm | undefined {
  const source = by.document.text.slice(place.start, place.end);
  const { text, url } = relation.reference;
  const words = wordsForm(text, to);
  if (url === undefined) return words && source === text ? words : undefined;
  const address = addressForm(url, by, to);
  if (!address) return undefined;
  if (source === url) return address;
  const link = /^\[[\s\S]*\]\(([\s\S]*)\)$/.exec(source);
  if (!link || link[1] !== url || !words) return undefined;
  return (other, from) => {
    const [name, target] = [words(other, from), address(other, from)];
    return name === undefined || target === undefined ? undefined : `[${escaped(name)}](${target})`;
  };
}

/** Words that name a record by its heading, title, file name or number. */
export function wordsForm(text: string, to: AdrRecord): ReferenceForm | undefined {
  const names: readonly (readonly [string, (record: AdrRecord) => string])[] = [
    [to.fields.title.written, ({ fields }) => fields.title.written],
    [shortTitle(to), shortTitle],
    [to.name, ({ name }) => name],
  ];
  const named = names.find(([name]) => placeOfName(text, name) >= 0);
  const at = named ? placeOfName(text, named[0]) : -1;
  const parts = named ? [text.slice(0, at), text.slice(at + named[0].length)] : [text];
  const numbers = parts.map((part) => numberForm(part, to.number));
  if (!named && !numbers[0]) return undefined;
  // Words besides the name are about that record, or those of the form, such as `ADR`.
  if (parts.some((part) => part.replace(/\d+/g, '').trim().length > 12)) return undefined;
  return (other) => {
    const made = parts.map((part, index) => {
      const form = numbers[index];
      return form ? form(other.number) : part;
    });
    if (made.includes(undefined)) return undefined;
    return made.join(named ? named[1](other) : '');
  };
}

/** Where a name stands in a text as whole words. */
function placeOfName(text: string, name: string): number {
  const at = name === '' ? -1 : text.indexOf(name);
  const isWhole =
    !/[\p{L}\p{N}]$/u.test(text.slice(0, at)) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length));
  return at >= 0 && isWhole ? at : -1;
}

function numberForm(
  text: string,
  number: string | undefined,
): ((other: string | undefined) => string | undefined) | undefined {
  if (number === undefined) return undefined;
  for (const match of text.matchAll(/\d{1,6}[a-z]?/gi)) {
    if (comparableNumber(match[0]) !== comparableNumber(number)) continue;
    const end = match.index + match[0].length;
    return (other) => {
      if (other === undefined) return undefined;
      const made =
        match[0].startsWith('0') || match[0] === number
          ? padded(other, match[0].length)
          : plain(other);
      return text.slice(0, match.index) + made + text.slice(end);
    };
  }
  return undefined;
}

/** A number with zeros in front of it, as many digits as another has. */
export function padded(number: string, width: number): string {
  return plain(number).padStart(width, '0');
}

function plain(number: string): string {
  return number.replace(/^0+(?=\d)/, '');
}

/** Addresses that lead to the file of a record, from the other one or from the root. */
function addressForm(url: string, by: AdrRecord, to: AdrRecord): ReferenceForm | undefined {
  const path = decode(url);
  if (path === undefined) return undefined;
  if (path === `/${to.path}`) return (other) => `/${relativePath('', other.path)}`;
  if (pathFrom(folderOf(by.path), path) !== to.path) return undefined;
  const lead = path.startsWith('./') ? './' : '';
  return (other, from) => {
    const made = relativePath(from.path, other.path);
    return made.startsWith('..') ? made : lead + made;
  };
}

function decode(url: string): string | undefined {
  try {
    return decodeURIComponent(url);
  } catch {
    return undefined;
  }
}

function escaped(words: string): string {
  return words.replace(/[\\[\]]/g, '\\$&');
}
