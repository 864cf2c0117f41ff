import type { RelationType } from '../relation.ts';

/** What a relation word says: the relation, and which of the two records states it of the other. */
export interface RelationMeaning {
  readonly type: RelationType;
  /** Whether the other record is the one that has the relation: `Amended by` on the amended record. */
  readonly isInverse: boolean;
}

const own = (type: RelationType): RelationMeaning => ({ type, isInverse: false });
const inverse = (type: RelationType): RelationMeaning => ({ type, isInverse: true });

/** Relation words as labels and headings have them, without regard to case, hyphens and underscores. */
const LABELS: readonly (readonly [RelationMeaning, readonly string[]])[] = [
  [
    own('supersedes'),
    ['supersedes', 'supersede', 'supercedes', 'replaces', 'obsoletes', 'supplants'],
  ],
  [
    own('superseded-by'),
    [
      'superseded by',
      'superceded by',
      'replaced by',
      'obsoleted by',
      'supplanted by',
      'succeeded by',
    ],
  ],
  [own('amends'), ['amends', 'modifies', 'updates decision', 'corrects']],
  [inverse('amends'), ['amended by', 'modified by', 'corrected by']],
  [
    own('refines'),
    [
      'refines',
      'clarifies',
      'extends',
      'elaborates',
      'supplements',
      'complements',
      'builds on',
      'builds upon',
    ],
  ],
  [
    inverse('refines'),
    [
      'refined by',
      'clarified by',
      'extended by',
      'elaborated by',
      'supplemented by',
      'complemented by',
    ],
  ],
  [own('depends-on'), ['depends on', 'dependencies', 'requires', 'based on']],
  [inverse('depends-on'), ['required by', 'prerequisite for', 'dependents']],
  [
    own('related'),
    [
      'related',
      'related to',
      'relates to',
      'relate to',
      'related adrs',
      'related adr',
      'related madrs',
      'related decisions',
      'related decision',
      'related records',
      'see also',
      'linked to',
      'links to',
    ],
  ],
];

const BY_LABEL: ReadonlyMap<string, RelationMeaning> = new Map(
  LABELS.flatMap(([meaning, labels]) => labels.map((label) => [label, meaning] as const)),
);

/**
 * The relation that a label names, as `comparableLabel` gives it. A label that names two, such as
 * `Supersedes / Superseded by`, names none.
 */
export function relationOfLabel(
  label: string,
): (RelationMeaning & { isPartly: boolean }) | undefined {
  const [, partly, rest = label] = /^(partly |partially |in part )?(.*)$/.exec(label) ?? [];
  const meaning = BY_LABEL.get(rest);
  return meaning && { ...meaning, isPartly: partly !== undefined };
}

/** A relation word in running text. */
export interface RelationVerb extends RelationMeaning {
  /** Offsets of the words in the text. */
  readonly start: number;
  readonly end: number;
  readonly isPartly: boolean;
}

const PART = '(?:partly|partially|in\\s+part)';
/** `Parts of this ADR were`, before the word. */
const PARTS_OF_IT =
  /\b(?:parts?|some|aspects?|portions?|sections?|elements?)\s+of\s+(?:this|the|it)\b[^.;:]{0,24}$/i;
/** What may stand between `superseded` and `by`. */
const GAP = '(?:\\s+\\([^()]{0,80}\\)|\\s+(?!by\\b)[\\w-]+){0,6}\\s+by\\b(?:\\s*:)?';
const VERBS: readonly (readonly [RelationMeaning, string])[] = [
  [own('superseded-by'), `(?:super[sc]ee?ded|replaced|obsoleted|supplanted|deprecated)${GAP}`],
  [own('supersedes'), '(?:super[sc]ee?des?|replaces?|obsoletes?|supplants?)\\b(?:\\s*:)?'],
  [inverse('amends'), `(?:amended|modified)${GAP}`],
  [own('amends'), '(?:amends?|modifies)\\b(?:\\s*:)?'],
  [inverse('refines'), `(?:refined|clarified|extended|supplemented|complemented)${GAP}`],
  [
    own('refines'),
    '(?:refines|clarifies|extends|supplements|complements|elaborates|builds\\s+(?:up)?on)\\b(?:\\s*:)?',
  ],
  [own('depends-on'), '(?:depends\\s+on|requires)\\b(?:\\s*:)?'],
  [own('related'), '(?:relate[sd]?\\s+to|see\\s+also)\\b(?:\\s*:)?'],
];

// A word that is joined to another, as in `search/replace`, names a thing and says nothing of a record.
const VERB = new RegExp(
  VERBS.map(
    ([, words]) => `((?:${PART}\\s+)?(?<![\\w/-])(?:${words})(?![/-]\\w)(?:\\s+${PART})?)`,
  ).join('|'),
  'gi',
);

/** What makes a relation one that is denied, or only thought of. */
const UNREAL =
  /\b(?:not|never|without|may|might|could|would|will|should|shall|if|unless|until|before|when|can|cannot)\b[^.;:,\n]{0,24}$|n['’]t\b[^.;:,\n]{0,24}$|\bto\s+$/i;

/** The relation words of a text in order, without those that are denied or only possible. */
export function relationVerbs(text: string): RelationVerb[] {
  return [...text.matchAll(VERB)].flatMap((match) => {
    const index = match.slice(1).findIndex((group) => group !== undefined);
    const meaning = VERBS[index]?.[0];
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (!meaning || UNREAL.test(before)) return [];
    const isPartly =
      new RegExp(PART, 'i').test(match[0]) ||
      new RegExp(`\\b${PART}\\s*$`, 'i').test(before) ||
      PARTS_OF_IT.test(before);
    return [{ ...meaning, start: match.index, end: match.index + match[0].length, isPartly }];
  });
}
