import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { DocketConfig } from '../../src/records/config.ts';
import type { Corpus } from '../../src/records/corpus.ts';
import { nameInLog } from '../../src/records/key.ts';
import { logsOf } from '../../src/records/logs.ts';
import { relationGroups } from '../../src/records/query.ts';
import { wireGraph } from '../../src/records/wire.ts';
import { openSession } from '../../src/session/session.ts';
import { exampleRepo, NEW, OLD } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';

const PAYMENTS = 'services/payments/docs/adr';

/** The example repository with the same two decisions again in a log of its own. */
async function twoLogs(edit: (text: string) => string = (text) => text) {
  const repo = await exampleRepo();
  const own = (file: string) => readFile(path.join(repo.root, file), 'utf8');
  const config: DocketConfig = {
    logs: [
      { id: 'platform', title: 'Platform', root: '.' },
      { id: 'payments', title: 'Payments', root: 'services/payments' },
    ],
  };
  const copied = (text: string) =>
    text.replace(/^spec: .*\n/m, '').replaceAll('](../../.sdd', '](../../../../.sdd');
  await repo.commit('Add a log', {
    'docket.config.json': JSON.stringify(config),
    [OLD.replace('docs/adr', PAYMENTS)]: copied(await own(OLD)),
    [NEW.replace('docs/adr', PAYMENTS)]: edit(copied(await own(NEW))),
  });
  return repo;
}

function relationsIn(corpus: Corpus) {
  return corpus.adrs.flatMap((adr) =>
    corpus
      .relationsFrom(adr)
      .map(({ type, to }) => `${nameInLog(adr)} ${type} ${to && nameInLog(to)}`),
  );
}

test('two logs of one repository with the same numbers are held to the template each by itself', async () => {
  const { root } = await twoLogs();
  const session = await openSession({ root, today: '2026-03-09' });
  const { corpus } = session;
  expect(logsOf(corpus.adrs, corpus.layout)).toEqual([
    { name: '', id: 'platform', title: 'Platform', count: 2 },
    { name: 'payments', id: 'payments', title: 'Payments', count: 2 },
  ]);
  expect(corpus.adrs.map(nameInLog)).toEqual([
    'ADR-001',
    'payments/ADR-001',
    'ADR-002',
    'payments/ADR-002',
  ]);
  expect(new Set(corpus.adrs.map(({ address }) => address)).size).toBe(2);
  expect(relationsIn(corpus)).toEqual([
    'ADR-001 superseded-by ADR-002',
    'payments/ADR-001 superseded-by payments/ADR-002',
    'ADR-002 supersedes ADR-001',
    'payments/ADR-002 supersedes payments/ADR-001',
  ]);
  expect((await session.findings()).fresh).toEqual([]);
  expect(wireGraph(corpus).edges).toEqual([
    { from: 'ADR-002', to: 'ADR-001', type: 'supersedes' },
    { from: 'payments/ADR-002', to: 'payments/ADR-001', type: 'supersedes' },
  ]);
});

test('a relation and a citation name a record of another log with the log before it', async () => {
  const { root } = await twoLogs((text) =>
    text
      .replace('supersedes: [ADR-001]', '$&\ndepends-on: [platform/ADR-002]')
      .replace('Sticky routing', 'As platform/ADR-002 and other/ADR-009 say, sticky routing'),
  );
  const session = await openSession({ root, today: '2026-03-09' });
  const { corpus } = session;
  const [by] = corpus.adrs.filter(({ path }) => path === NEW.replace('docs/adr', PAYMENTS));
  const to = corpus.byPath(NEW);
  expect(relationsIn(corpus)).toContain('payments/ADR-002 depends-on ADR-002');
  expect(by && corpus.referencesFrom(by).map(({ to: other }) => other)).toContain(to);
  expect(to?.kind === 'adr' && relationGroups(corpus, to)).toContainEqual({
    label: 'Required by',
    entries: [{ id: 'payments/ADR-002', record: by }],
  });
  const { fresh } = await session.findings();
  expect(fresh.map(({ rule, found, help }) => [rule, found, help])).toEqual([
    [
      'mention-linked',
      'first mention of `platform/ADR-002` without a link',
      'write `[platform/ADR-002](../../../../docs/adr/adr-002-keep-sessions-in-redis.md)`',
    ],
  ]);
});

test('what a log does not hold is missing there, although another log has the number', async () => {
  const { root } = await twoLogs((text) =>
    text.replace('supersedes: [ADR-001]', '$&\nrelated: [payments/ADR-003, ledger/ADR-001]'),
  );
  const { fresh } = await (await openSession({ root, today: '2026-03-09' })).findings();
  expect(fresh.map(({ rule, found }) => [rule, found])).toEqual([
    ['relation-target', '`payments/ADR-003` in `related`'],
    ['relation-target', '`ledger/ADR-001` in `related`'],
  ]);
});

const NYGARD = (number: number, title: string, more = '') =>
  `# ${number}. ${title}\n\nDate: 2024-01-0${number}\n\n## Status\n\nAccepted\n${more}\n## Context\n\nA.\n\n## Decision\n\nB.\n\n## Consequences\n\nC.\n`;

test('logs in any form have the names of the configuration, and the rest is the main log', async () => {
  const repo = await GitRepo.create();
  await repo.commit('Start', {
    'docket.config.json': JSON.stringify({
      logs: [
        { id: 'pay', title: 'Payments', root: 'services/payments' },
        { id: 'web', root: 'web', paths: { adr: 'choices' } },
      ],
    }),
    'docs/adr/0001-main.md': NYGARD(1, 'Main'),
    'docs/adr/0002-more.md': NYGARD(2, 'More'),
    'services/payments/doc/adr/0001-pay.md': NYGARD(1, 'Pay'),
    'services/payments/doc/adr/0002-cash.md': NYGARD(2, 'Cash', '\nSupersedes ADR-0001\n'),
    'web/choices/0001-react.md': NYGARD(1, 'React'),
    'web/choices/0003-vite.md': NYGARD(3, 'Vite', '\nSupersedes ADR-0004\n'),
    'docs/adr/0004-last.md': NYGARD(4, 'Last'),
  });
  const { corpus } = await openSession({ root: repo.root });
  expect(corpus.adrs.map((adr) => `${nameInLog(adr)} ${adr.address}`)).toEqual([
    'ADR-0001 0001-main',
    'pay/ADR-0001 0001-pay',
    'web/ADR-0001 0001-react',
    'ADR-0002 0002-more',
    'pay/ADR-0002 0002-cash',
    'web/ADR-0003 0003-vite',
    'ADR-0004 0004-last',
  ]);
  expect(logsOf(corpus.adrs, corpus.layout).map(({ name, title }) => [name, title])).toEqual([
    ['pay', 'Payments'],
    ['web', 'web'],
    ['', 'Main'],
  ]);
  // A number of another log is not the one that is meant.
  expect(relationsIn(corpus)).toEqual([
    'pay/ADR-0002 supersedes pay/ADR-0001',
    'web/ADR-0003 supersedes undefined',
  ]);
});

test.each([
  ...['log', 'files', 'pages'].map((id) => [
    [{ id, root: '.' }],
    'docket.config.json:1:11: logs.0.id: expected another word: pages of the site have this one in their addresses',
  ]),
  [
    [{ id: 'Pay', root: '.' }],
    'docket.config.json:1:11: logs.0.id: expected lower-case words joined by hyphens, such as `payments`',
  ],
  [
    [
      { id: 'a', root: '.' },
      { id: 'a', root: 'b' },
    ],
    'docket.config.json:1:33: logs.1.id: expected each id once, and `a` is one of an earlier log',
  ],
  [
    [{ id: 'a', root: 'nowhere' }],
    'docket.config.json:1:20: logs.0.root: there is no folder `nowhere` under',
  ],
])('of the logs %j it is said what is wrong', async (logs, message) => {
  const repo = await exampleRepo();
  await repo.commit('Configure', { 'docket.config.json': JSON.stringify({ logs }) });
  const open = async () => (await openSession({ root: repo.root })).corpus;
  await expect(open()).rejects.toThrow(message);
});
