import type { RuleSummary } from './model.ts';

/** Rules about one matter. */
export interface RuleGroup {
  readonly title: string;
  readonly slug: string;
  readonly rules: readonly RuleSummary[];
}

/** The matters rules are about, with the first words of the ids that belong to each. */
const MATTERS: readonly (readonly [title: string, slug: string, prefixes: readonly string[]])[] = [
  ['Files and numbers', 'files', ['file', 'number', 'title', 'merge']],
  ['Frontmatter', 'frontmatter', ['frontmatter', 'date', 'description', 'status', 'tags']],
  ['Sections', 'sections', ['section', 'template', 'table']],
  ['Options, risks and decisions', 'options', ['option', 'options', 'risk', 'agent', 'decisions']],
  ['Relations', 'relations', ['relation', 'supersession', 'spec']],
  [
    'Provenance',
    'provenance',
    ['provenance', 'result', 'results', 'artifact', 'artifacts', 'executed', 'steps', 'step'],
  ],
  [
    'Links and text',
    'links',
    ['link', 'mention', 'image', 'html', 'diagram', 'code', 'control', 'nesting', 'secret', 'text'],
  ],
];

/** Groups rules by matter, in the order a reader meets them; rules of no known matter come last. */
export function ruleGroups(rules: readonly RuleSummary[]): RuleGroup[] {
  const matterOf = (rule: RuleSummary): number => {
    const [first = ''] = rule.id.split('-');
    return MATTERS.findIndex(([, , prefixes]) => prefixes.includes(first));
  };
  const groups: RuleGroup[] = MATTERS.map(([title, slug], index) => ({
    title,
    slug,
    rules: rules.filter((rule) => matterOf(rule) === index),
  }));
  groups.push({ title: 'Other', slug: 'other', rules: rules.filter((rule) => matterOf(rule) < 0) });
  return groups.filter((group) => group.rules.length > 0);
}
