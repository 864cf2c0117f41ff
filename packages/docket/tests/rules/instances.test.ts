import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../src/engine/examples.ts';
import { allRules, explainRule } from '../../src/engine/explanation.ts';
import { knownRules } from '../../src/engine/instances.ts';
import { lintCorpus } from '../../src/engine/lint.ts';
import { makeSettings, UnknownRuleError } from '../../src/engine/settings.ts';
import { type DocketConfig, readConfig } from '../../src/records/config.ts';
import { NEW_ADR } from '../../src/rules/support/example-base.ts';

const BRIEF = {
  rule: 'section-length',
  options: { section: 'context', maximum: 10 },
  severity: 'error',
  message: 'The context must fit on one screen',
  help: 'move figures into an appendix',
} as const;

function read(value: unknown): DocketConfig {
  const reading = readConfig(value);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.config;
}

function settingsOf(config: DocketConfig, only?: readonly string[]) {
  const made = makeSettings({ config, matches: (path, globs) => globs.includes(path), only });
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made.settings;
}

const found = (config: unknown, change?: { from: string; to: string }) =>
  lintCorpus(corpusOfFiles(patchedFiles(change ? [{ change: NEW_ADR, ...change }] : [])), {
    settings: settingsOf(read(config)),
  });

test('an instance finds under its own id, with its own weight and words', () => {
  expect(found({ instances: { 'context-brief': BRIEF } })).toMatchObject([
    {
      rule: 'context-brief',
      severity: 'error',
      file: NEW_ADR,
      span: { start: { line: 13 } },
      message: 'The context must fit on one screen',
      help: 'move figures into an appendix',
    },
  ]);
});

test('where it has no words of its own, the rule it is made of speaks', () => {
  const { message: _, help: __, ...plain } = BRIEF;
  expect(found({ instances: { 'context-brief': plain } })).toMatchObject([
    { message: 'Unexpected 18 words in section `Context`, expected at most 10', severity: 'error' },
  ]);
});

test('two instances of one rule stand side by side, each for the kinds it names', () => {
  const instances = {
    'makers-known': {
      rule: 'field-one-of',
      options: { field: 'decision-makers', values: ['Team'] },
    },
    'title-words': {
      rule: 'field-pattern',
      options: { field: 'title', patterns: ['Use *'] },
      kinds: ['spec'],
    },
    'title-plain': { rule: 'field-pattern', options: { field: 'title', patterns: ['Keep *'] } },
  };
  expect(found({ instances }).map(({ rule, file }) => [rule, file])).toEqual([
    ['title-plain', '.sdd/provenance/spec-0001-session-store.provenance.md'],
    ['title-plain', '.sdd/specification/spec-0001-session-store.md'],
    ['title-words', '.sdd/specification/spec-0001-session-store.md'],
    ['makers-known', NEW_ADR],
  ]);
});

test('it is set, overridden and silenced like any rule', () => {
  const instances = { 'context-brief': BRIEF };
  expect(found({ instances, rules: { 'context-brief': 'off' } })).toEqual([]);
  const overrides = [{ files: [NEW_ADR], rules: { 'context-brief': 'info' } }];
  expect(found({ instances, overrides })).toMatchObject([{ severity: 'info' }]);
  const comment = '<!-- docket-disable-next-line context-brief -- told in full on purpose -->';
  const silenced = { from: '## Context\n', to: `${comment}\n\n## Context\n` };
  expect(found({ instances }, silenced)).toEqual([]);
  expect(found({}, silenced)).toMatchObject([{ rule: 'disable-reason' }]);
});

test('it may be asked for alone, and explains itself by the rule it is made of', () => {
  const config = read({ instances: { 'context-brief': BRIEF } });
  expect(settingsOf(config, ['context-brief']).rules.map(({ id }) => id)).toEqual([
    'context-brief',
  ]);
  expect(() => settingsOf(config, ['context-breif'])).toThrow(UnknownRuleError);
  const { rules } = knownRules(config);
  expect(allRules(rules).find(({ id }) => id === 'context-brief')).toMatchObject({
    instanceOf: 'section-length',
    severity: 'error',
  });
  expect(explainRule('context-brief', rules)?.bad).toEqual(explainRule('section-length')?.bad);
  expect(explainRule('context-brief')).toBeUndefined();
});

test.each([
  ['title-length', BRIEF, 'instances.title-length', /is one of Docket's own rules/],
  ['a', { ...BRIEF, rule: 'section-lenght' }, 'instances.a.rule', /did you mean `section-length`/],
  ['a', { ...BRIEF, rule: 'status-known' }, 'instances.a.rule', /^expected `field-length`/],
  [
    'a',
    { ...BRIEF, options: { section: 'context', most: 3 } },
    'instances.a.options.most',
    /unknown key/,
  ],
])(
  'an instance that cannot be made is refused with its place: %s %o',
  (id, instance, key, message) => {
    const made = makeSettings({
      config: read({ instances: { [id]: instance } }),
      matches: () => true,
    });
    expect(made).toMatchObject({ problems: [{ key, message: expect.stringMatching(message) }] });
  },
);

test.each([
  ['Team A', { rule: 'section-length', options: {} }],
  ['a', { rule: 'section-length' }],
  ['a', { ...BRIEF, severity: 'off' }],
  ['a', { ...BRIEF, text: 'x' }],
])('a configuration with an instance of another form is refused: %s %o', (id, instance) => {
  expect(readConfig({ instances: { [id]: instance } })).toHaveProperty('problems');
});
