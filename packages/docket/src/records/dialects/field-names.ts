/** What the label of a value, a key or a heading names. */
export type FieldName =
  | 'title'
  | 'number'
  | 'status'
  | 'date'
  | 'decision-makers'
  | 'tags'
  | 'review-by'
  | 'revisit-when'
  | 'provisional-until'
  | 'adopted'
  | 'adopted-on';

interface Meaning {
  readonly name: FieldName;
  /** How near the label comes to what is asked: of two dates the one with the lower rank is the decision's. */
  readonly rank: number;
}

const LABELS: readonly (readonly [FieldName, readonly (readonly string[])[]])[] = [
  ['title', [['title', 'decision title']]],
  ['number', [['number', 'adr number', 'adr id', 'adr', 'id', 'decision id', 'record']]],
  ['status', [['status', 'adr status', 'decision status', 'current status', 'state']]],
  [
    'date',
    [
      ['date', 'decision date', 'date of decision', 'adr date'],
      [
        'date accepted',
        'accepted date',
        'accepted',
        'accepted on',
        'date decided',
        'decided',
        'decided on',
        'date approved',
        'approved on',
        'approval date',
      ],
      [
        'created',
        'date created',
        'created date',
        'created on',
        'created at',
        'creation date',
        'date started',
        'date documented',
        'date proposed',
        'proposed on',
        'start date',
        'introduced',
        'proposed',
      ],
      [
        'updated',
        'last updated',
        'last update',
        'date updated',
        'updated on',
        'last modified',
        'date revised',
        'revised',
        'last revised',
        'revdate',
      ],
    ],
  ],
  [
    'decision-makers',
    [
      [
        'decision makers',
        'decision maker',
        'deciders',
        'decider',
        'decided by',
        'decision taken by',
        'decision made by',
      ],
    ],
  ],
  ['tags', [['tags', 'tag', 'topics', 'keywords', 'categories', 'category']]],
  [
    'review-by',
    [
      [
        'review by',
        'to be reviewed by',
        'to be reviewed on',
        'review due',
        'review due date',
        'next review',
        'next review date',
        'next review on',
        'next review due',
        'revisit by',
        'revisit on',
        'revisit date',
      ],
    ],
  ],
  [
    'revisit-when',
    [
      [
        'revisit when',
        'revisit if',
        'review when',
        'review if',
        'reconsider when',
        'reconsider if',
        'review trigger',
        'review triggers',
        'revisit trigger',
        'revisit triggers',
      ],
    ],
  ],
  [
    'provisional-until',
    [
      [
        'provisional',
        'provisional until',
        'valid until',
        'in force until',
        'expires',
        'expires on',
        'expiry date',
        'expiration date',
      ],
    ],
  ],
  ['adopted', [['adopted', 'adoption', 'adoption status', 'implementation status']]],
  [
    'adopted-on',
    [
      [
        'adopted on',
        'adoption date',
        'date adopted',
        'implemented on',
        'implementation date',
        'date implemented',
      ],
    ],
  ],
];

const BY_LABEL: ReadonlyMap<string, Meaning> = new Map(
  LABELS.flatMap(([name, ranks]) =>
    ranks.flatMap((labels, rank) => labels.map((label) => [label, { name, rank }] as const)),
  ),
);

/** A label as labels are compared: without marks, brackets, case, and with spaces for what joins its words. */
export function comparableLabel(label: string): string {
  return label
    .replace(/\((?:s|optional|required|[A-Za-z-]{2,10})\)/gi, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[*`[\]"'“”]+/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[\s_-]+/g, ' ')
    .replace(/[\s:：.]+$/, '')
    .trim();
}

/** What a label names; `undefined` for one that is none of a record's fields. */
export function fieldOfLabel(label: string): Meaning | undefined {
  return BY_LABEL.get(label);
}
