import {
  type Changes,
  type Corpus,
  changeKind,
  excerpt,
  findingWords,
  type GovernedChange,
  governedAnswer,
  governedFiles,
  governedTitle,
  lacksAcknowledgement,
  outlineOfChange,
  type Piece,
  type RecordChange,
  relationWords,
  resultWords,
  sectionWords,
  sideOf,
  silencingWords,
  verdictWords,
} from 'docket/records';
import { type RecordRef, refTo } from '../record-ref.ts';
import { recordUrl } from '../urls.ts';

/** A record that differs, as the page of changes shows it. */
export interface RecordDifference {
  /** Fragment of its part of the page. */
  readonly fragment: string;
  readonly title: string;
  /** Its page; `undefined` where it is gone. */
  readonly url: string | undefined;
  readonly kind: ReturnType<typeof changeKind>;
  /** What happened to it, in words. */
  readonly outline: string;
  readonly parts: readonly DifferentPart[];
}

/** A frontmatter key or a section that differs. */
export interface DifferentPart {
  readonly name: string;
  /** Where it stands in the record; `undefined` where it is gone. */
  readonly url: string | undefined;
  readonly pieces: readonly Piece[];
}

/** A list of changes under a heading. */
export interface ChangeList {
  readonly title: string;
  readonly items: readonly string[];
}

/** A decision that governs files of the change, as the page of changes shows it. */
export interface GovernedView {
  readonly ref: RecordRef | undefined;
  /** Id and title, where it has no page. */
  readonly name: string;
  readonly outcome: string | undefined;
  /** The decisions that replaced it; `undefined` for one in force. */
  readonly supersededBy: readonly string[] | undefined;
  readonly files: readonly string[];
  readonly answer: string;
  /** Whether it has to be named and nothing names it. */
  readonly isMissing: boolean;
}

/** The page of changes. */
export interface ChangesView {
  readonly governed: { readonly title: string; readonly decisions: readonly GovernedView[] };
  readonly records: readonly RecordDifference[];
  readonly lists: readonly ChangeList[];
}

// Characters of unchanged text on each side of a change.
const REACH = 160;

/** What the page of changes shows. Records in the order of the site, lists only where they have items. */
export function changesView(changes: Changes, corpus: Corpus, base: string): ChangesView {
  const { records, relations, verdicts, silencings, violations } = changes;
  const lists: readonly ChangeList[] = [
    {
      title: 'Relations',
      items: relations.map(
        (one) => `${one.kind === 'added' ? 'Now' : 'No longer'}: ${relationWords(one)}`,
      ),
    },
    {
      title: 'Agent decisions to review',
      items: records.flatMap((change) =>
        change.agentDecisions
          .filter(({ needsReview }) => needsReview)
          .map(({ decision, rationale }) => `${sideOf(change).id}: ${decision} (${rationale})`),
      ),
    },
    {
      title: 'Validation results',
      items: records.flatMap((change) => change.results.map((one) => resultWords(change, one))),
    },
    { title: 'Evidence', items: verdicts.map(verdictWords) },
    { title: 'Rules silenced by a comment', items: silencings.map(silencingWords) },
    { title: 'Rule violations added', items: violations.added.map(findingWords) },
    { title: 'Rule violations fixed', items: violations.fixed.map(findingWords) },
  ];
  return {
    governed: {
      title: governedTitle(changes.governed),
      decisions: changes.governed.map((change) => governedView(change, corpus, base)),
    },
    records: records.map((change) => differenceOf(change, corpus, base)),
    lists: lists.filter(({ items }) => items.length > 0),
  };
}

function governedView(change: GovernedChange, corpus: Corpus, base: string): GovernedView {
  const { id, title, path, status, supersededBy, outcome } = change;
  const record = corpus.byPath(path);
  return {
    ref: record && refTo(base, record),
    name: `${id} ${title}`,
    outcome,
    supersededBy: status === 'Superseded' ? supersededBy : undefined,
    files: governedFiles(change),
    answer: governedAnswer(change),
    isMissing: lacksAcknowledgement(change),
  };
}

function differenceOf(change: RecordChange, corpus: Corpus, base: string): RecordDifference {
  const record = change.after && corpus.byPath(change.after.path);
  const { id, title } = sideOf(change);
  const both = change.before !== undefined && change.after !== undefined;
  const fields = change.fields.map(({ key, before, after }): DifferentPart => {
    const pieces: Piece[] = [];
    if (before !== undefined) pieces.push({ kind: 'removed', text: before });
    if (before !== undefined && after !== undefined) pieces.push({ kind: 'same', text: '\n' });
    if (after !== undefined) pieces.push({ kind: 'added', text: after });
    return { name: key, url: undefined, pieces };
  });
  const sections = change.sections.map(
    (section): DifferentPart => ({
      name: sectionWords(section),
      url: record && section.slug !== undefined ? recordUrl(base, record, section.slug) : undefined,
      pieces: excerpt(section.pieces, REACH),
    }),
  );
  return {
    fragment: id.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
    title,
    url: record && recordUrl(base, record),
    kind: changeKind(change),
    outline: outlineOfChange(change),
    // A record that is wholly new or gone has no earlier text to be held against.
    parts: both ? [...fields, ...sections] : [],
  };
}
