import { expect, test } from 'vitest';
import { findLogs, logAt } from '../../../src/records/discovery/find-logs.ts';

const DECISION =
  '# 1. Use queues\n\n## Status\n\nAccepted\n\n## Context\n\nx\n\n## Decision\n\ny\n';
const TEMPLATE =
  '# {short title}\n\n* Status: {proposed | accepted}\n\n## Context\n\n{What is the problem, and why now?}\n\n## Decision\n';
const PROSE = '# Welcome\n\nA page.\n';

function find(files: Readonly<Record<string, string>>) {
  const { logs, empty } = findLogs({ paths: Object.keys(files), read: (path) => files[path] });
  return {
    logs: Object.fromEntries(
      logs.map(({ folder, records }) => [
        folder,
        records.map((path) => path.slice(folder === '.' ? 0 : folder.length + 1)),
      ]),
    ),
    leftOut: logs.flatMap(({ leftOut }) => leftOut.map(({ path, reason }) => `${path}: ${reason}`)),
    foundBy: [...new Set(logs.map(({ foundBy }) => foundBy))],
    empty: empty.map(({ folder }) => folder),
  };
}

test('what another tool left decides before any well-known folder', () => {
  expect(
    find({
      '.adr-dir': 'doc/arch\n',
      'doc/arch/0001-a.md': DECISION,
      'docs/adr/0001-b.md': DECISION,
    }),
  ).toMatchObject({ logs: { 'doc/arch': ['0001-a.md'] }, foundBy: ['other tool'] });
  const log4brains =
    'project:\n  adrFolder: ./docs/adr\n  packages:\n    - name: web\n      adrFolder: ./web/adr\n';
  expect(
    find({
      '.log4brains.yml': log4brains,
      'docs/adr/20200101-a.md': DECISION,
      'web/adr/20200102-b.md': DECISION,
    }).logs,
  ).toEqual({ 'docs/adr': ['20200101-a.md'], 'web/adr': ['20200102-b.md'] });
  const catalog = 'metadata:\n  annotations:\n    backstage.io/adr-location: records\n';
  expect(
    find({ 'svc/catalog-info.yaml': catalog, 'svc/records/0001-a.md': DECISION }).logs,
  ).toEqual({
    'svc/records': ['0001-a.md'],
  });
  expect(find({ 'adrs.toml': 'adr_dir = "log"\n', 'log/0001-a.md': DECISION }).logs).toEqual({
    log: ['0001-a.md'],
  });
  expect(find({ '.archgate/adrs/ARCH-001-a.md': DECISION }).foundBy).toEqual(['other tool']);
});

test('a file of another tool that names nothing leads on to the well-known folders', () => {
  expect(find({ '.adr-dir': 'gone\n', 'docs/decisions/0001-a.md': DECISION })).toMatchObject({
    logs: { 'docs/decisions': ['0001-a.md'] },
    empty: ['gone'],
  });
  expect(find({ '.adr-dir': '../outside\n', '../outside/0001-a.md': DECISION }).logs).toEqual({});
});

test.each([
  'docs/adr',
  'docs/adrs',
  'doc/adr',
  'docs/decisions',
  'docs/architecture/decisions',
  'adr',
  'ADR',
  'architecture-decision-record',
  '.adr',
  'packages/web/docs/adr',
  'architecture/decisions',
  'arch/adr',
  'docs/Architecture Decision Records',
  'docs/09_architecture_decisions',
  'docs/design-decisions',
])('%s is well known', (folder) => {
  expect(find({ [`${folder}/0001-a.md`]: DECISION }).logs).toEqual({ [folder]: ['0001-a.md'] });
});

test('a log may begin with one record in any language, among others it must read like a decision', () => {
  const italian = '# 1. Usare le code\n\n## Stato\n\nAccettato\n\n## Decisione\n\ny\n';
  expect(find({ 'docs/adr/0001-code.md': italian }).logs).toEqual({ 'docs/adr': ['0001-code.md'] });
  expect(find({ 'docs/adr/0001-code.md': italian, 'docs/adr/altro.md': PROSE }).logs).toEqual({});
  expect(find({ 'game/decisions/0001-attack.md': PROSE }).logs).toEqual({});
});

test('files that say by their names what they are, among others', () => {
  expect(
    find({
      'docs/architecture/adr-001-a.md': DECISION,
      'docs/architecture/adr-002-b.md': PROSE,
      'docs/architecture/overview.md': PROSE,
      'docs/architecture/network.md': PROSE,
      'docs/architecture/storage.md': PROSE,
      'docs/guide/adr-001-how-to.md': PROSE,
    }),
  ).toMatchObject({
    logs: { 'docs/architecture': ['adr-001-a.md', 'adr-002-b.md'] },
    leftOut: [
      'docs/architecture/network.md: no decision',
      'docs/architecture/overview.md: no decision',
      'docs/architecture/storage.md: no decision',
    ],
  });
});

test('decisions among the sources of a site', () => {
  expect(find({ 'site/src/content/docs/adr/0001-a.md': DECISION }).logs).toEqual({
    'site/src/content/docs/adr': ['0001-a.md'],
  });
});

test('several logs are several logs, and those of tests are none', () => {
  expect(
    find({
      'docs/adr/0001-a.md': DECISION,
      'packages/web/docs/adr/0001-b.md': DECISION,
      'packages/core/tests/docs/adr/0001-c.md': DECISION,
    }).logs,
  ).toEqual({ 'docs/adr': ['0001-a.md'], 'packages/web/docs/adr': ['0001-b.md'] });
});

test('the root, where it holds numbered decisions', () => {
  expect(
    find({ 'README.md': PROSE, 'adr-001-a.md': DECISION, 'adr-002-b.md': DECISION }),
  ).toMatchObject({
    logs: { '.': ['adr-001-a.md', 'adr-002-b.md'] },
    leftOut: ['README.md: index'],
  });
});

test('last, folders by name and then by what their texts are like', () => {
  expect(
    find({ 'docs/madr/decisions/001-a.md': DECISION, 'docs/proposals/a.md': DECISION }).logs,
  ).toEqual({
    'docs/madr': ['decisions/001-a.md'],
  });
  expect(
    find({ 'docs/log/a.md': DECISION, 'docs/log/b.md': DECISION, 'docs/guides/c.md': PROSE }),
  ).toMatchObject({
    logs: { 'docs/log': ['a.md', 'b.md'] },
    foundBy: ['content'],
  });
  expect(find({ 'docs/guides/c.md': PROSE, 'README.md': PROSE }).logs).toEqual({});
});

test('index, template and annex are left out, and said to be', () => {
  const files = {
    'docs/adr/README.md': PROSE,
    'docs/adr/index.md': PROSE,
    'docs/adr/AGENTS.md': PROSE,
    'docs/adr/template.md': TEMPLATE,
    'docs/adr/0000-adr-template.md': TEMPLATE,
    'docs/adr/0001-a.md': DECISION,
    'docs/adr/0002-told-in-prose.md': PROSE,
    'docs/adr/review-progress.md': PROSE,
    'docs/adr/web/0001-b.md': DECISION,
    'docs/adr/design/guide.md': PROSE,
    'docs/adr/0003-c.adoc': '= C\n',
  };
  expect(find(files)).toMatchObject({
    logs: {
      'docs/adr': ['0001-a.md', '0002-told-in-prose.md', '0003-c.adoc', 'web/0001-b.md'],
    },
    leftOut: [
      'docs/adr/0000-adr-template.md: template',
      'docs/adr/AGENTS.md: index',
      'docs/adr/README.md: index',
      'docs/adr/design/guide.md: annex',
      'docs/adr/index.md: index',
      'docs/adr/review-progress.md: annex',
      'docs/adr/template.md: template',
    ],
  });
});

test.each([
  ['ADR000-template.md', '# ADRXXX: Title\n\n## Status\n\nAccepted | Pending | Superseded\n'],
  ['adr-000-template.md', '# ADR-NNN: Short title\n\n**Status:** Proposed\n\n## Decision\n'],
  ['0000-template.md', '# One\n\n## Status\n\nProposed, Accepted, Rejected or Superseded\n'],
])('a numbered template whose title or status is open: %s', (name, text) => {
  expect(
    find({
      [`docs/adr/${name}`]: text,
      'docs/adr/0001-a.md': DECISION,
      'docs/adr/0002-b.md': PROSE,
    }).leftOut,
  ).toEqual([`docs/adr/${name}: template`]);
});

test('a decision about a template is a record, and what has no status and date is the template', () => {
  const text = (facts: string) => `# 2. Use a custom template\n\n${facts}${PROSE}`;
  const files = {
    'docs/adr/0001-a.md': DECISION,
    'docs/adr/0002-use-a-custom-template.md': text('Date: 2019-12-18\n\n## Status\n\nAccepted\n\n'),
    'docs/adr/0003-custom-template.md': text('Date: YYYY-MM-DD\n\n## Status\n\nAccepted\n\n'),
    'docs/adr/0004-custom-template.md': text(
      'Date: YYYY-MM-DD, e.g. 2024-05-01\n\n## Status\n\nAccepted\n\n',
    ),
    'docs/adr/0005-use-our-template.md': text(
      '| **Status** | Accepted |\n| **Date** | 2019-12-18 |\n\n',
    ),
  };
  expect(find(files)).toMatchObject({
    logs: {
      'docs/adr': ['0001-a.md', '0002-use-a-custom-template.md', '0005-use-our-template.md'],
    },
    leftOut: [
      'docs/adr/0003-custom-template.md: template',
      'docs/adr/0004-custom-template.md: template',
    ],
  });
});

test('a file called template that is a record', () => {
  expect(
    find({ 'docs/adr/0000-adr-template.md': DECISION, 'docs/adr/0001-a.md': DECISION }).logs,
  ).toEqual({
    'docs/adr': ['0000-adr-template.md', '0001-a.md'],
  });
});

test('a folder for each record', () => {
  expect(
    find({
      'docs/decisions/README.md': PROSE,
      'docs/decisions/2022-01-02-a/README.md': DECISION,
      'docs/decisions/2022-01-02-a/details.md': DECISION,
      'docs/decisions/2022-03-b/README.md': DECISION,
    }),
  ).toMatchObject({
    logs: { 'docs/decisions': ['2022-01-02-a/README.md', '2022-03-b/README.md'] },
    leftOut: ['docs/decisions/2022-01-02-a/details.md: annex', 'docs/decisions/README.md: index'],
  });
});

test('names without number or day', () => {
  expect(find({ 'docs/adr/use-queues.md': DECISION, 'docs/adr/how-to.md': PROSE })).toMatchObject({
    logs: { 'docs/adr': ['use-queues.md'] },
    leftOut: ['docs/adr/how-to.md: no decision'],
  });
});

test('a folder that the configuration names', () => {
  const files: Record<string, string> = {
    'log/0001-a.md': DECISION,
    'log/0002-b.md': DECISION,
    'log/README.md': PROSE,
  };
  expect(logAt('log', { paths: Object.keys(files), read: (path) => files[path] })).toMatchObject({
    foundBy: 'configuration',
    records: ['log/0001-a.md', 'log/0002-b.md'],
  });
});

test('AsciiDoc and reStructuredText read like decisions, too', () => {
  const asciidoc = '= Use queues\n:status: accepted\n\n== Context\n\nx\n\n== Decision\n\ny\n';
  const restructured = 'Use queues\n==========\n\n:Status: Accepted\n\nDecision\n--------\n\ny\n';
  expect(
    find({
      'notes/queues.adoc': asciidoc,
      'notes/caches.rst': restructured,
      'notes/index.adoc': '= Notes\n',
      'guide/a.adoc': '= Guide\n\nA page.\n',
      'guide/b.rst': 'Guide\n=====\n\nA page.\n',
    }),
  ).toMatchObject({
    logs: { notes: ['caches.rst', 'queues.adoc'] },
    leftOut: ['notes/index.adoc: index'],
    foundBy: ['content'],
  });
  const template =
    '= {short title}\n:status: {proposed | accepted}\n\n== Decision\n\n{insert data}\n';
  expect(
    find({
      'docs/adr/0001-a.adoc': asciidoc,
      'docs/adr/0002-b.adoc': asciidoc,
      'docs/adr/x.adoc': template,
    }).leftOut,
  ).toEqual(['docs/adr/x.adoc: template']);
});
