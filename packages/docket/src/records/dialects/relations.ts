import type { FieldSource } from '../field.ts';
import type { Line } from './line.ts';
import { sectionsNamed } from './part-words.ts';
import { type RecordReference, referencesIn } from './references.ts';
import { type RelationMeaning, relationOfLabel, relationVerbs } from './relation-words.ts';
import type { Statement } from './statement.ts';

/** A relation that a record states of itself, before it is known which record is meant. */
export interface StatedRelation extends RelationMeaning {
  /** Whether only a part of the decision is concerned. */
  readonly isPartly: boolean;
  /** The sections that are named, where it is about those alone. */
  readonly sections: readonly string[];
  readonly reference: RecordReference;
  readonly source: FieldSource;
  /** Offsets of the reference in the source. */
  readonly start: number;
  readonly end: number;
}

type Told = RelationMeaning & { readonly isPartly: boolean };

const PART =
  /\b(?:partly|partially|in\s+part|(?:parts?|aspects?|portions?|sections?|elements?)\s+(?:\w+\s+){0,4}of)\b/i;
const MOST_FILLER = 60;
/** What may stand between two records of one list: `ADR-1 (queues), ADR-2 and the ADR-3`. */
const BETWEEN =
  /^\s*(?:\([^()]*\)?\s*|§+\s*[\w./-]+\s*)*(?:[,;&/+]|\band\b)?\s*(?:\band\b)?\s*(?:the\s+|also\s+)?$/i;

/** The relations that a statement of a record makes. */
export function relationsOf(statement: Statement): StatedRelation[] {
  const labelled = labelledRelation(statement);
  const found: StatedRelation[] = [];
  /** A word at the end of a line, which tells of the lines below: `Supersedes:` over a list. */
  let open: Told | undefined = labelled;
  for (const { line, isItem } of statement.lines) {
    if (labelled && SAYS_NONE.test(line.text)) continue;
    const verbs = relationVerbs(line.text);
    const own = verbs.filter(({ start }) => {
      const before = line.text.slice(0, start);
      if (statement.label === 'status' || opensSentence(before)) return true;
      return labelled !== undefined && /[,;(]\s*(?:and\s+|also\s+)?$/i.test(before);
    });
    const [firstVerb] = own;
    const before = firstVerb?.start ?? line.text.length;
    if (open) {
      const told = listFrom(line, { told: open, from: 0, to: before, source: statement.source });
      found.push(...told);
      if (!labelled && !isItem && told.length > 0) open = undefined;
    }
    for (const [index, verb] of own.entries()) {
      const to = own[index + 1]?.start ?? line.text.length;
      found.push(...listFrom(line, { told: verb, from: verb.end, to, source: statement.source }));
      const isLast = index === own.length - 1;
      if (isLast && !labelled) {
        open = /^\W*$/.test(line.text.slice(verb.end)) ? verb : undefined;
      }
    }
  }
  return found;
}

/** A value that says there is none, whatever it goes on to tell: `N/A (was ADR-1)`. */
const SAYS_NONE = /^\W*(?:n\/a|none|nothing|not applicable)(?![\p{L}\p{N}])/iu;

const SUBJECT =
  /^\W*(?:(?:this|the\s+present)\s+(?:m?adr|decision(?:\s+record)?|record|document|proposal|rfc)(?:\s+(?:is|was|has\s+been|also|hereby|therefore|now))*|(?:it|we)(?:\s+(?:is|was|also|hereby|therefore|now))*|effectively|now|partly|partially|in\s+part|and)?\s*(?:in\s+part|partly|partially)?\s*$/i;

/** Whether what stands before a relation word leaves the record itself as the one that is told of. */
function opensSentence(before: string): boolean {
  return SUBJECT.test(
    before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1),
  );
}

/** The relation that the label of a statement names: `Superseded by: …`, `Superseded: in May by …`. */
function labelledRelation({ label, lines }: Statement): ReturnType<typeof relationOfLabel> {
  const isBy = /^[^.;]{0,40}\bby\b/i.test(lines[0]?.line.text ?? '');
  return relationOfLabel(label) ?? (isBy ? relationOfLabel(`${label} by`) : undefined);
}

interface Stretch {
  readonly told: Told;
  readonly from: number;
  readonly to: number;
  readonly source: FieldSource;
}

/** The records that follow one another from a place in a line. */
function listFrom(line: Line, { told, from, to, source }: Stretch): StatedRelation[] {
  const found: StatedRelation[] = [];
  let at = from;
  let isInPart = told.isPartly;
  for (const reference of referencesIn(line, from === 0)) {
    if (reference.at < from || reference.at >= to) continue;
    const between = line.text.slice(at, reference.at);
    const isNext =
      found.length === 0
        ? between.length <= MOST_FILLER && !/[.;!?]\s/.test(between)
        : BETWEEN.test(between);
    if (!isNext) break;
    const after = line.text.slice(reference.end, to);
    // `some aspects of ADR-1 and ADR-2` is said of the whole list.
    if (found.length === 0) isInPart ||= PART.test(between);
    const sections = sectionsNamed(between, after);
    const isPartly =
      isInPart ||
      sections.length > 0 ||
      /^\s*\([^()]*\b(?:partly|partially|in part)\b/i.test(after);
    const first = line.pieces.find((piece) => piece.at + piece.length > reference.at);
    const last = line.pieces.findLast((piece) => piece.at < reference.end);
    const { type, isInverse } = told;
    found.push({
      type,
      isInverse,
      isPartly,
      sections,
      reference,
      source,
      start: placeIn(first, reference.at),
      end: placeIn(last, reference.end),
    });
    at = reference.end;
  }
  return found;
}

/** The place in the source of an offset in the text of a line. */
function placeIn(piece: Line['pieces'][number] | undefined, at: number): number {
  if (!piece) return 0;
  const isPlain = piece.end - piece.start === piece.length;
  if (isPlain) return piece.start + Math.min(Math.max(at - piece.at, 0), piece.length);
  return at <= piece.at ? piece.start : piece.end;
}

const PROSE =
  /^\W*(?:(?:this|the\s+present)\s+(?:m?adr|decision(?:\s+record)?|record|document|proposal|rfc)|we)\s+(?:is\s+|was\s+|has\s+been\s+|also\s+|hereby\s+|therefore\s+|now\s+)*(?:partly\s+|partially\s+|in\s+part\s+)?(?:super[sc]ee?de[sd]?|replaces?|replaced|amends?|amended)\b/i;

/** Whether a line of the body may say that the record takes the place of another, or has lost its own. */
export function isRelationSentence(text: string): boolean {
  return PROSE.test(text);
}
