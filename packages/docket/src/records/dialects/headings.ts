import type { RecordKind } from '../layout.ts';

/** What a section is for, whatever its heading says. */
export const ROLES = [
  'context',
  'drivers',
  'options',
  'decision',
  'consequences',
  'positive',
  'negative',
  'risks',
  'confirmation',
  'agent-decisions',
  'references',
  'governs',
  'task',
  'metadata',
  'provenance',
  'steps',
  'actions',
  'decisions',
  'deviations',
  'artifacts',
  'results',
] as const;

/** What a section is for, whatever its heading says. */
export type Role = (typeof ROLES)[number];

/** Headings that play a role. */
export type Headings = Readonly<Partial<Record<Role, readonly string[]>>>;

/** The words of MADR, of Nygard's form and of Docket's own templates, by kind of record. */
export const VOCABULARY: Readonly<Record<RecordKind, Headings>> = {
  adr: {
    context: ['Context', 'Context and Problem Statement', 'Problem Statement', 'Background'],
    drivers: ['Decision Drivers', 'Drivers', 'Decision Criteria'],
    options: [
      'Options Considered',
      'Considered Options',
      'Options',
      'Alternatives',
      'Alternatives Considered',
      'Considered Alternatives',
    ],
    decision: ['Decision', 'Decision Outcome'],
    consequences: ['Consequences'],
    positive: ['Positive', 'Positive Consequences'],
    negative: ['Negative', 'Negative Consequences'],
    risks: ['Risks'],
    confirmation: ['Confirmation', 'Validation'],
    'agent-decisions': ['Agent Decisions'],
    references: ['References', 'More Information', 'Links'],
    governs: ['Governs', 'Governed Files'],
  },
  spec: {
    task: ['Task'],
    metadata: ['Metadata'],
    provenance: ['Provenance Record'],
    steps: ['Validation steps'],
  },
  provenance: {
    actions: ['Actions Taken'],
    decisions: ['Decisions Made'],
    deviations: ['Deviations from Spec'],
    artifacts: ['Artifacts Produced'],
    results: ['Validation Results'],
  },
};

/** The roles of a level in the order in which Docket's own templates have them; `top` stands below the title. */
export const ORDER: Readonly<
  Record<RecordKind, Readonly<Partial<Record<Role | 'top', readonly Role[]>>>>
> = {
  adr: {
    top: [
      'context',
      'drivers',
      'options',
      'decision',
      'consequences',
      'agent-decisions',
      'references',
    ],
    consequences: ['positive', 'negative', 'risks'],
  },
  spec: { top: ['task', 'metadata', 'provenance', 'steps'] },
  provenance: { top: ['actions', 'decisions', 'deviations', 'artifacts', 'results'] },
};

/** A heading as headings are compared: without regard to case and white space. */
export function comparableHeading(title: string): string {
  return title.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The role that a heading plays by some words; `undefined` where they do not have it. */
export function roleByWords(words: Headings, title: string): Role | undefined {
  const wanted = comparableHeading(title);
  return (Object.keys(words) as Role[]).find((role) =>
    words[role]?.some((heading) => comparableHeading(heading) === wanted),
  );
}
