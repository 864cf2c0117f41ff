import type { RuleFacts } from 'docket/records';
import type { Translate, WordKey } from '../words/say.ts';

/** Rules about one matter. */
export interface RuleGroup {
  readonly title: string;
  readonly slug: string;
  readonly rules: readonly RuleFacts[];
}

/** The matters rules are about, with the openings of the ids that belong to each; the longest decides. */
const MATTERS: readonly (readonly [title: WordKey, slug: string, prefixes: readonly string[]])[] = [
  ['docket.rules.files', 'files', ['file', 'line', 'number', 'title', 'merge', 'address', 'size']],
  [
    'docket.rules.frontmatter',
    'frontmatter',
    ['frontmatter', 'field', 'date', 'decision', 'description', 'status', 'tags'],
  ],
  ['docket.rules.sections', 'sections', ['section', 'heading', 'template', 'table']],
  ['docket.rules.options', 'options', ['option', 'options', 'risk', 'agent', 'decisions']],
  ['docket.rules.relations', 'relations', ['relation', 'rests', 'supersession', 'spec']],
  ['docket.rules.code', 'code', ['governs', 'marker']],
  ['docket.rules.reviews', 'reviews', ['review', 'adoption']],
  [
    'docket.rules.history',
    'history',
    [
      ...['decision-amended', 'number-reused', 'number-taken', 'proposed'],
      ...['status-change', 'status-transition'],
    ],
  ],
  [
    'docket.rules.provenance',
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
    'docket.rules.links',
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
  ['docket.rules.silenced', 'silenced', ['disable', 'baseline']],
];

/** Groups rules by matter, in the order a reader meets them; rules of no known matter come last. */
export function ruleGroups(t: Translate, rules: readonly RuleFacts[]): RuleGroup[] {
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
    title: t(title),
    slug,
    rules: rules.filter((rule) => matterOf(rule) === index),
  }));
  groups.push({
    title: t('docket.rules.other'),
    slug: 'other',
    rules: rules.filter((rule) => matterOf(rule) < 0),
  });
  return groups.filter((group) => group.rules.length > 0);
}
