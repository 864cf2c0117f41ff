import type { Paragraph } from 'mdast';
import type { Adoption } from '../adoption.ts';
import type { Field, FieldSource } from '../field.ts';
import type { Frontmatter } from '../frontmatter.ts';
import { type MarkdownDocument, spanAt, walk } from '../markdown.ts';
import type { Outline } from '../sections.ts';
import type { Status } from '../status.ts';
import { adoptionIn } from './adoption-words.ts';
import { statementsOfAttributes } from './attributes.ts';
import { changesIn, readChangelog, splitEntry } from './changelog.ts';
import { type DateOrder, dateOf, isTwoWay } from './dates.ts';
import { comparableLabel, type FieldName, fieldOfLabel } from './field-names.ts';
import { comparableNumber, readName } from './file-name.ts';
import { statementsOfYaml, titleInYaml } from './frontmatter.ts';
import { readHeading } from './heading.ts';
import { statementsOf } from './labelled.ts';
import { type Line, linesOf, partOf, trimmed } from './line.ts';
import { isPlaceholder, withoutBraces } from './placeholder.ts';
import { referencesIn } from './references.ts';
import { relationVerbs } from './relation-words.ts';
import { isRelationSentence, relationsOf, type StatedRelation } from './relations.ts';
import { headBlocks, statementsOfSections } from './sections.ts';
import type { Statement } from './statement.ts';
import { isGuidance, statusOf } from './status-words.ts';

/** What a record states of itself, whatever its dialect. What is not written is absent. */
export interface RecordFields {
  readonly title?: Field<string>;
  /** As written, with zeros and letter. */
  readonly number?: Field<string>;
  readonly status?: Field<Status>;
  /** As YYYY-MM-DD. */
  readonly date?: Field<string>;
  readonly decisionMakers?: Field<readonly string[]>;
  readonly tags?: Field<readonly string[]>;
  /** As YYYY-MM-DD, as are the days below. */
  readonly reviewBy?: Field<string>;
  readonly revisitWhen?: Field<string>;
  readonly provisionalUntil?: Field<string>;
  readonly adopted?: Field<Adoption>;
  readonly adoptedOn?: Field<string>;
  readonly relations: readonly StatedRelation[];
  /** Fields that are written in two places and differ, each with the place that does not count. */
  readonly disagreements: readonly Disagreement[];
}

/** Two places of a record that contradict each other. */
export interface Disagreement {
  readonly name: FieldName;
  readonly counts: Field<unknown>;
  readonly other: Field<unknown>;
}

/** What is read for the fields of a record. */
export interface FieldsInput {
  readonly path: string;
  readonly document: MarkdownDocument;
  readonly frontmatter: Frontmatter;
  readonly outline: Outline;
  /** The order of the folder's dates, where they decide one. */
  readonly dateOrder?: DateOrder | undefined;
}

interface Candidate<T> extends Field<T> {
  readonly rank: number;
}

/** Where two places say different things, the one whose source stands first here counts. */
const ORDER: readonly FieldSource[] = [
  'yaml',
  'attribute',
  'table',
  'bullet',
  'label',
  'heading',
  'section',
  'changelog',
  'file-name',
];

/** Reads what a record states of itself, field by field, from wherever it is written. Never throws. */
export function readFields(input: FieldsInput): RecordFields {
  const { document, outline } = input;
  return combineFields(input, statementsOfRecord(input), {
    headings: headingsOf(input),
    changes: readChangelog(document, outline),
    sentences: sentencesOf(document),
  });
}

/** What a record states of itself in its frontmatter, at its head and in sections of their own. */
export function statementsOfRecord({
  document,
  frontmatter,
  outline,
}: Pick<FieldsInput, 'document' | 'frontmatter' | 'outline'>): Statement[] {
  return [
    ...statementsOfYaml(document, frontmatter),
    ...statementsOfAttributes(document),
    ...statementsOf(document, headBlocks(outline)),
    ...statementsOfSections(document, outline),
  ];
}

/** What is read beside the statements. */
export interface Besides {
  readonly headings: readonly Field<string>[];
  readonly changes: ReturnType<typeof readChangelog>;
  readonly sentences: readonly Statement[];
}

/** Puts statements together to fields: for each the source that counts, and where another contradicts it. */
export function combineFields(
  input: Pick<FieldsInput, 'path' | 'document' | 'dateOrder'>,
  statements: readonly Statement[],
  { headings, changes, sentences }: Besides,
): RecordFields {
  const { document } = input;
  const name = readName(input.path);
  const start = spanAt(document, 0, 0);
  const inName = <T extends string>(value: T | undefined): Candidate<T>[] =>
    value === undefined
      ? []
      : [{ value, written: value, span: start, source: 'file-name', rank: 9 }];
  const field = <T>(
    line: Line,
    source: FieldSource,
    value: T | undefined,
    rank = 0,
  ): Candidate<T> => {
    const text = trimmed(line);
    const span = spanAt(document, text.pieces[0]?.start ?? 0, text.pieces.at(-1)?.end ?? 0);
    return { value, written: text.text, span, source, rank };
  };
  const of = (wanted: FieldName) =>
    statements.flatMap((statement) => {
      const meaning = fieldOfLabel(statement.label);
      return meaning?.name === wanted ? [{ statement, rank: meaning.rank }] : [];
    });

  const titles = [
    ...of('title').flatMap(({ statement: { lines, source } }) =>
      lines.slice(0, 1).flatMap(({ line }) => {
        const { title } = readHeading(line.text, name.number);
        // A section called Title may as well be about titles.
        const rank = source === 'section' ? 1 : 0;
        return title === '' || isPlaceholder(title) ? [] : [field(line, source, title, rank)];
      }),
    ),
    ...headings.flatMap((heading): Candidate<string>[] => {
      const { title } = readHeading(heading.written, name.number);
      return title === '' || isPlaceholder(title) ? [] : [{ ...heading, value: title, rank: 0 }];
    }),
  ];
  const numbers = [
    ...inName(name.number).map((one) => ({ ...one, rank: 0 })),
    ...headings.flatMap((heading): Candidate<string>[] => {
      const { number } = readHeading(heading.written, name.number);
      return number === undefined ? [] : [{ ...heading, value: number, rank: 1 }];
    }),
    ...of('number').flatMap(({ statement: { lines, source } }) =>
      lines.slice(0, 1).flatMap(({ line }) => {
        const number = /^(?:.*?[-_# ])?(?:m?adr)?(\d{1,6}[a-z]?)$/i.exec(line.text.trim())?.[1];
        return number === undefined ? [] : [field(line, source, number, 2)];
      }),
    ),
  ];
  const statuses = [
    ...of('status').flatMap(({ statement }) => {
      const read = statusIn(statement);
      return read ? [field(read.line, statement.source, read.value)] : [];
    }),
    ...changes.slice(-1).map(({ status }) => field(status, 'changelog', statusOf(status.text), 1)),
  ];
  const dates = [
    ...of('date').flatMap(({ statement: { lines, source }, rank }) =>
      lines.slice(0, 1).flatMap(({ line }) => {
        const text = { ...trimmed(line), text: withoutBraces(trimmed(line).text) };
        const value = dateOf(text.text, input.dateOrder);
        if (isPlaceholder(text.text)) return [];
        // A word such as `Accepted` names a date only where one follows.
        return rank > 0 && value === undefined && !isTwoWay(text.text)
          ? []
          : [field(text, source, value, rank)];
      }),
    ),
    ...of('status').flatMap(({ statement: { lines, source } }) =>
      lines.slice(0, 1).flatMap(({ line }) => {
        const date = dateOfStatus(line);
        return date ? [field(date, source, dateOf(date.text, input.dateOrder), 1)] : [];
      }),
    ),
    ...changes.slice(-1).map(({ date, day }) => field(date, 'changelog', day, 4)),
    ...inName(name.date),
  ];
  const lists = (wanted: FieldName) =>
    of(wanted).flatMap(({ statement: { lines, source } }) => {
      const items = lines.flatMap(({ line }) => splitList(line.text));
      const line = joined(lines.map((one) => one.line));
      return items.length > 0 ? [field(line, source, items)] : [];
    });

  const days = (wanted: FieldName) =>
    of(wanted).flatMap(({ statement: { lines, source } }) =>
      lines.slice(0, 1).flatMap(({ line }) => dayIn(trimmed(line), source)),
    );
  const dayIn = (line: Line, source: FieldSource, rank = 0): Candidate<string>[] => {
    const said = line.text.replace(/^(?:until|by)\s+/i, '');
    const value = dateOf(said, input.dateOrder);
    // `Review by: Ada` names who, and `Expires: never` no day.
    const isDay = value !== undefined || /^\W*\d/.test(said);
    return isDay && !isPlaceholder(line.text) ? [field(line, source, value, rank)] : [];
  };
  const conditions = of('revisit-when').flatMap(({ statement: { lines, source } }) => {
    const said = lines.filter(({ line }) => !isPlaceholder(line.text));
    const isList = said.slice(1).some(({ isItem }) => isItem);
    const line = joined(
      said.map((one) => trimmed(one.line)),
      isList ? '; ' : ' ',
    );
    return said.length > 0 ? [field(line, source, line.text)] : [];
  });
  const adoptions = of('adopted').flatMap(({ statement: { lines, source } }) =>
    lines.slice(0, 1).flatMap(({ line: whole }) => {
      const line = trimmed(whole);
      const said = isPlaceholder(line.text) ? undefined : adoptionIn(line.text);
      return said ? [{ said, line, source }] : [];
    }),
  );

  const disagreements: Disagreement[] = [];
  const choose = <T>(
    field: FieldName,
    found: readonly Candidate<T>[],
    same: (value: T) => string,
  ) => {
    // One of two titles may be the short form of the other.
    const isSame = (one: string, other: string) =>
      one === other ||
      (field === 'title' && (one.startsWith(`${other} `) || other.startsWith(`${one} `)));
    const [counts, ...others] = [...found].sort(
      (a, b) => a.rank - b.rank || ORDER.indexOf(a.source) - ORDER.indexOf(b.source),
    );
    if (!counts) return undefined;
    for (const other of others) {
      const isNumber = field === 'number';
      if (other.rank !== counts.rank && !isNumber) continue;
      if (counts.value === undefined || other.value === undefined) continue;
      if (!isSame(same(counts.value), same(other.value))) {
        disagreements.push({ name: field, counts: plain(counts), other: plain(other) });
      }
    }
    return plain(counts);
  };
  const text = (value: string) =>
    value
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const chosen = {
    title: choose('title', titles, text),
    number: choose('number', numbers, comparableNumber),
    status: choose('status', statuses, String),
    date: choose('date', dates, String),
    decisionMakers: choose('decision-makers', lists('decision-makers'), (value) =>
      value.map(text).sort().join(),
    ),
    tags: choose('tags', lists('tags'), (value) => value.map(text).sort().join()),
    reviewBy: choose('review-by', days('review-by'), String),
    revisitWhen: choose('revisit-when', conditions, text),
    provisionalUntil: choose('provisional-until', days('provisional-until'), String),
    adopted: choose(
      'adopted',
      adoptions.map(({ said, line, source }) => field(line, source, said.state)),
      String,
    ),
    adoptedOn: choose(
      'adopted-on',
      [
        ...days('adopted-on'),
        ...adoptions.flatMap(({ said, line, source }) => dayIn(partOf(line, said.rest), source, 1)),
      ],
      String,
    ),
  };
  return {
    ...(Object.fromEntries(
      Object.entries(chosen).filter(([, one]) => one !== undefined),
    ) as Partial<RecordFields>),
    relations: relationsIn([...statements, ...sentences]),
    disagreements,
  };
}

function plain<T>({ value, written, span, source }: Candidate<T>): Field<T> {
  return { value, written, span, source };
}

/** The line that says a statement's status, and which of the five it is. */
export function statusIn({
  lines,
  source,
}: Statement): { line: Line; value: Status | undefined } | undefined {
  const said = lines.filter(
    ({ line }) => !isPlaceholder(line.text) && !isGuidance(line.text) && !tellsRelation(line),
  );
  const boxes = said.filter(({ isChecked }) => isChecked !== undefined);
  const [first, ...rest] = boxes.length > 0 ? boxes.filter(({ isChecked }) => isChecked) : said;
  if (!first) return undefined;
  const entries = [first, ...rest].filter(({ isItem }) => isItem);
  const changes = changesIn(entries.map(({ line }) => splitEntry(line)));
  const newest = changes.at(-1);
  if (newest && (changes.length > 1 || /^\d{4}/.test(first.line.text.trim()))) {
    return { line: newest.status, value: statusOf(newest.status.text) };
  }
  const value = statusOf(first.line.text);
  // adr-tools adds a line of its own where a decision is replaced.
  const replaced =
    source === 'section' && value === 'Accepted'
      ? rest.find(({ line }) => /^\W*(?:super[sc]ee?ded|replaced)\s+by\b/i.test(line.text))
      : undefined;
  if (replaced) return { line: replaced.line, value: 'Superseded' };
  return { line: first.line, value };
}

/** Whether a line of a status says how the record relates to another and nothing of its status. */
function tellsRelation(line: Line): boolean {
  const [verb] = relationVerbs(line.text);
  if (!verb || statusOf(line.text) !== undefined) return false;
  return /^\W*$/.test(line.text.slice(0, verb.start)) && referencesIn(line).length > 0;
}

/** The day in `Accepted on 2024-03-01` and `Accepted (2024-03-01)`. */
export function dateOfStatus(line: Line): Line | undefined {
  const match =
    /^\W*[\p{L} ]{4,24}?(?:\s+(?:on|as of|since)\s+|\s*[,:(–—-]\s*(?:on\s+)?)(?=\d{1,4}[-/.]\d|\d{1,2}\s+[A-Z]|[A-Z][a-z]+\s+\d)/u.exec(
      line.text,
    );
  if (!match || statusOf(line.text) === undefined) return undefined;
  const date = partOf(line, match[0].length);
  const end = /^[^);,—–]*/.exec(date.text)?.[0].length ?? 0;
  const part = partOf(date, 0, end);
  return dateOf(part.text) !== undefined || isTwoWay(part.text) ? part : undefined;
}

function splitList(text: string): string[] {
  if (isPlaceholder(text)) return [];
  return withoutBraces(text)
    .split(/\s*[,;]\s*/)
    .map((part) => part.replace(/^(?:[\s*_`[\]]|[-–•]\s)+|[\s*_`[\]]+$/g, ''))
    .filter((part) => !isPlaceholder(part));
}

function joined(lines: readonly Line[], separator = ', '): Line {
  let text = '';
  const pieces = lines.flatMap((line) => {
    const gap = text === '' ? '' : /[,;]\s*$/.test(text) ? ' ' : separator;
    const at = text.length + gap.length;
    text += `${gap}${line.text}`;
    return line.pieces.map((piece) => ({ ...piece, at: piece.at + at }));
  });
  return { text, pieces };
}

/** The heading that titles a record: its first of the highest level, or one that gives a record's number. */
function headingsOf({ document, frontmatter, outline }: FieldsInput): Field<string>[] {
  const first = outline.all[0];
  const heading =
    (first?.depth === 1 ? first : undefined) ??
    (first && /^\W*m?adr\b/i.test(first.title) && readHeading(first.title).number
      ? first
      : undefined);
  if (heading && !NOT_A_TITLE.test(comparableLabel(heading.title))) {
    const written = linesOf(document, heading.heading.children)
      .map(({ text }) => text.trim())
      .join(' ')
      .trim();
    return [{ value: written, written, span: heading.span, source: 'heading' }];
  }
  const inYaml = heading ? undefined : titleInYaml(document, frontmatter);
  if (!inYaml) return [];
  const span = spanAt(document, inYaml.start, inYaml.end);
  return [{ value: inYaml.title, written: inYaml.title, span, source: 'heading' }];
}

/** Headings of a record's parts, where the record itself has none. */
const NOT_A_TITLE =
  /^(?:context|problem|status|date|decision|decision outcome|decision drivers|considered options|options|consequences|context and problem statement|problem statement|summary|background|rationale)$/;

function relationsIn(statements: readonly Statement[]): StatedRelation[] {
  const found = new Map<string, StatedRelation>();
  for (const relation of statements.flatMap(relationsOf)) {
    const { type, isInverse, isPartly, sections, reference } = relation;
    const key = `${type} ${isInverse} ${isPartly} ${sections.join('/')} ${reference.url ?? reference.text}`;
    if (!found.has(key)) found.set(key, relation);
  }
  return [...found.values()];
}

const MAY_TELL = /\b(?:super[sc]ee?d|replace|amend)/i;

/** Lines of the body in which the record says of itself that it replaces another, or is replaced. */
function sentencesOf(document: MarkdownDocument): Statement[] {
  if (!MAY_TELL.test(document.text)) return [];
  const paragraphs: Paragraph[] = [];
  walk(document.tree, (node, parents) => {
    if (node.type === 'paragraph' && parents.length < 5) paragraphs.push(node);
  });
  return paragraphs.flatMap((paragraph) => {
    const [start, end] = [
      paragraph.position?.start.offset ?? 0,
      paragraph.position?.end.offset ?? 0,
    ];
    if (!MAY_TELL.test(document.text.slice(start, end))) return [];
    return linesOf(document, paragraph.children)
      .map(trimmed)
      .filter(({ text }) => isRelationSentence(text))
      .map(
        (line): Statement => ({ label: '', lines: [{ line, isItem: true }], source: 'section' }),
      );
  });
}
