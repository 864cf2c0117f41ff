import type { RuleFacts } from 'docket/records';

/** Rules about one matter. */
export interface RuleGroup {
  readonly title: string;
  readonly slug: string;
  readonly rules: readonly RuleFacts[];
}

/** The matters rules are about, with the openings of the ids that belong to each; the longest decides. */
const MATTERS: readonly (readonly [title: string, slug: string, prefixes: readonly string[]])[] = [
  ['Files and numbers', 'files', ['file', 'line', 'number', 'title', 'merge', 'address', 'size']],
  [
    'Frontmatter',
    'frontmatter',
    ['frontmatter', 'field', 'date', 'decision', 'description', 'status', 'tags'],
  ],
  ['Sections', 'sections', ['section', 'heading', 'template', 'table']],
  ['Options, risks and decisions', 'options', ['option', 'options', 'risk', 'agent', 'decisions']],
  ['Relations', 'relations', ['relation', 'rests', 'supersession', 'spec']],
  ['Code', 'code', ['governs', 'marker']],
  ['Reviews and adoption', 'reviews', ['review', 'adoption']],
  [
    'History',
    'history',
    [
      ...['decision-amended', 'number-reused', 'number-taken', 'proposed'],
      ...['status-change', 'status-transition'],
    ],
  ],
  [
    'Provenance',
    'provenance',
    [
      'provenance',
      'ratification',
      'result',
      'results',
      'artifact',
      'artifacts',
      'executed',
      'steps',
      'step',
    ],
  ],
  [
    'Links and text',
    'links',
    [
      'link',
      'look',
      'citation',
      'path',
      'mention',
      'image',
      'html',
      'diagram',
      'code',
      'control',
      'nesting',
      'secret',
      'text',
      'remark-lint:no',
    ],
  ],
  ['Silenced findings', 'silenced', ['disable', 'baseline']],
];

/** Groups rules by matter, in the order a reader meets them; rules of no known matter come last. */
export function ruleGroups(rules: readonly RuleFacts[]): RuleGroup[] {
  const matterOf = (rule: RuleFacts): number => {
    const words = rule.id.split('-');
    for (let length = words.length; length > 0; length -= 1) {
      const opening = words.slice(0, length).join('-');
      const index = MATTERS.findIndex(([, , prefixes]) => prefixes.includes(opening));
      if (index >= 0) return index;
    }
    return -1;
  };
  const groups: RuleGroup[] = MATTERS.map(([title, slug], index) => ({
    title,
    slug,
    rules: rules.filter((rule) => matterOf(rule) === index),
  }));
  groups.push({ title: 'Other', slug: 'other', rules: rules.filter((rule) => matterOf(rule) < 0) });
  return groups.filter((group) => group.rules.length > 0);
}
