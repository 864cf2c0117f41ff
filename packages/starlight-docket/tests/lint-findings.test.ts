import { expect, test } from 'vitest';
import { judge } from '../../docket/src/engine/judge.ts';
import { NEW_ADR, OLD_ADR } from '../../docket/src/rules/support/example-base.ts';
import { countWords, findingsByFile, findingsIn, ruleLink } from '../views/lint-findings.ts';
import { inEnglish } from '../words/english.ts';
import { exampleModel } from './site-context.ts';

const example = exampleModel(
  { change: NEW_ADR, from: 'status: Accepted', to: 'status: Acepted' },
  { change: OLD_ADR, from: '- Sessions survive.', to: '- Sessions [survive](nowhere.md).' },
);
const [status, link] = [NEW_ADR, OLD_ADR].map((file) => {
  const found = judge(example.corpus).find((finding) => finding.file === file);
  if (!found) throw new Error(`Expected a finding in ${file}`);
  return found;
});
if (!status || !link) throw new Error('Expected two findings');

test('findings of a file come with line, rule and mend, errors first', () => {
  const late = {
    ...status,
    rule: 'later',
    span: { ...status.span, start: { line: 99, column: 1, offset: 900 } },
  };
  const findings = [{ ...status, severity: 'warning' as const }, link, late];
  expect(findingsIn(findings, NEW_ADR)).toMatchObject([
    { severity: 'error', line: 99, rule: 'later' },
    { severity: 'warning', line: 4, rule: 'status-known', help: 'write `Accepted`' },
  ]);
  expect(findingsIn(findings, 'docs/adr/other.md')).toEqual([]);
});

test('files with errors come first, each with its page', () => {
  const findings = [
    { ...link, severity: 'warning' as const },
    status,
    { ...status, file: 'docs/adr/adr-006-binary.md' },
  ];
  const unread = [{ path: 'docs/adr/adr-006-binary.md', slug: 'adr/adr-006-binary' }];
  expect(
    findingsByFile({ ...example, findings, unread }).map(({ path, label, url }) => [
      path,
      label,
      url,
    ]),
  ).toEqual([
    [NEW_ADR, 'ADR-002', '/base/adr/adr-002-keep-sessions-in-redis/'],
    ['docs/adr/adr-006-binary.md', undefined, '/base/adr/adr-006-binary/'],
    [OLD_ADR, 'ADR-001', '/base/adr/adr-001-keep-sessions-in-memory/'],
  ]);
});

test.each([
  [['error'], '1 error'],
  [['warning', 'error', 'error'], '2 errors and 1 warning'],
  [['info', 'warning', 'error', 'info'], '1 error, 1 warning and 2 notes'],
  [[], ''],
] as const)('%j are counted in words', (severities, words) => {
  expect(
    countWords(
      inEnglish,
      severities.map((severity) => ({ severity })),
    ),
  ).toBe(words);
});

test('only a rule that has a page is linked', () => {
  const rules = [{ id: 'status-known' }] as unknown as typeof example.rules;
  expect(ruleLink({ rules, base: '/base/', hasReference: true }, 'status-known')).toBe(
    '/base/reference/rules/status-known/',
  );
  expect(ruleLink({ rules, base: '/base/', hasReference: true }, 'somebody-elses')).toBeUndefined();
  expect(ruleLink({ rules, base: '/base/', hasReference: false }, 'status-known')).toBeUndefined();
});
