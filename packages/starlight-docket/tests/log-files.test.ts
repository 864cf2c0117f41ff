import { expect, test } from 'vitest';
import { corpusOfFiles, patchedFiles } from '../../docket/src/engine/examples.ts';
import { buildCorpus } from '../../docket/src/records/corpus.ts';
import { lifeOf } from '../../docket/src/records/life.ts';
import { readRecord } from '../../docket/src/records/record.ts';
import { siteFiles } from '../build/files/site-files.ts';
import { logGraphs } from '../views/graph/graph-pages.ts';
import { decisionsByTag, logOf, sameLog } from '../views/log.ts';
import { logFiles } from '../views/log-files.ts';
import { refTo } from '../views/record-ref.ts';
import { inEnglish } from '../words/english.ts';
import { exampleContext } from './site-context.ts';

const PAYMENTS = 'payments/docs/adr';
const site = new URL('https://docs.example.org');

/** The example repository with its decisions once more, in a log of their own. */
function twoLogs() {
  const files = patchedFiles([]);
  const { layout, templates, surroundings, records } = corpusOfFiles(files);
  const places = [
    { id: 'platform', name: '', title: 'Platform', root: '.', folder: 'docs/adr' },
    { id: 'payments', name: 'payments', title: 'Payments', root: 'payments', folder: PAYMENTS },
  ];
  const both = { ...layout, adr: { ...layout.adr, places } };
  const copies = [...files].flatMap(([path, text]) =>
    /^docs\/adr\/adr-/.test(path)
      ? readRecord(
          'adr',
          { path: path.replace('docs/adr', PAYMENTS), text },
          { layout: both, templates },
        )
      : [],
  );
  const corpus = buildCorpus({
    records: [...records, ...copies],
    layout: both,
    templates,
    surroundings,
  });
  const { history, ...context } = exampleContext();
  const lives = corpus.adrs.map((adr) => lifeOf(corpus, adr, []));
  return { ...context, corpus, name: 'Shop', history: { ...history, lives } };
}

test('the log of all tells the log of each decision, and a tag those that decided about it', () => {
  const { corpus, base } = twoLogs();
  const { rows, logs } = logOf(corpus, base);
  expect(rows.map(({ ref, log }) => [ref.label, ref.url, log])).toEqual([
    ['payments/ADR-002', '/base/payments/adr/adr-002-keep-sessions-in-redis/', 'Payments'],
    ['ADR-002', '/base/adr/adr-002-keep-sessions-in-redis/', 'Platform'],
    ['payments/ADR-001', '/base/payments/adr/adr-001-keep-sessions-in-memory/', 'Payments'],
    ['ADR-001', '/base/adr/adr-001-keep-sessions-in-memory/', 'Platform'],
  ]);
  expect(logs).toEqual([
    { value: 'Platform', count: 2 },
    { value: 'Payments', count: 2 },
  ]);
  expect(
    decisionsByTag(corpus, base)
      .get('redis')
      ?.map(({ log }) => log),
  ).toEqual(['Platform', 'Payments']);
  const [, own] = corpus.adrs;
  expect(own && sameLog(corpus, own).map((adr) => refTo(base, adr).label)).toEqual([
    'payments/ADR-001',
    'payments/ADR-002',
  ]);
});

test('each log has a drawing of its own', () => {
  const { corpus, base } = twoLogs();
  expect(
    logGraphs(corpus, base).map(({ title, view }) => [
      title,
      view.drawing.edges.map(({ sentence: { of, ...values } }) => inEnglish(of, values)),
    ]),
  ).toEqual([
    ['Platform', ['ADR-002 supersedes ADR-001']],
    ['Payments', ['payments/ADR-002 supersedes payments/ADR-001']],
  ]);
});

test('each log has feeds, a list and JSON of its own decisions', () => {
  const files = new Map(logFiles(twoLogs(), site).map(({ path, content }) => [path, content()]));
  expect([...files.keys()]).toEqual(
    ['platform', 'payments'].flatMap((log) =>
      [
        'feeds/decisions.atom.xml',
        'feeds/decisions.rss.xml',
        'feeds/statuses.atom.xml',
        'feeds/statuses.rss.xml',
        'llms.txt',
        'timeline/lives.json',
        'api/records.json',
      ].map((path) => `${log}/${path}`),
    ),
  );
  const records = JSON.parse(files.get('payments/api/records.json') ?? '') as {
    records: { id: string; log?: string }[];
  };
  expect(records.records.map(({ id, log }) => [id, log])).toEqual([
    ['payments/ADR-001', 'payments'],
    ['payments/ADR-002', 'payments'],
  ]);
  const feed = files.get('payments/feeds/decisions.atom.xml') ?? '';
  expect(feed).toContain('https://docs.example.org/base/payments/feeds/decisions.atom.xml');
  expect(feed).toContain('payments/ADR-002');
  expect(feed).not.toContain('/base/adr/');
  expect(files.get('platform/llms.txt')).not.toContain('payments/ADR');
  const { history: _, ...one } = { ...exampleContext(), name: 'Shop' };
  expect(logFiles({ ...one, history: exampleContext().history }, site)).toEqual([]);
});

test('no two records of two logs share a file of the site', () => {
  const paths = siteFiles(twoLogs(), site).map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(
    expect.arrayContaining([
      'adr/002/index.html',
      'payments/adr/002/index.html',
      'payments/adr/index.html',
      'payments/index.html',
      'api/records/ADR-002.json',
      'api/records/payments/ADR-002.json',
    ]),
  );
});
