import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { replaceOutput } from '../../src/io/output-folder.ts';
import { joinCorpora } from '../../src/records/join.ts';
import { nameInLog } from '../../src/records/key.ts';
import { logsOf } from '../../src/records/logs.ts';
import { openOtherLogs } from '../../src/session/logs/open-logs.ts';
import { openSession } from '../../src/session/session.ts';
import { company } from '../support/company.ts';
import { NEW } from '../support/example-repo.ts';
import { GitRepo } from '../support/git-repo.ts';
import { servedAs } from '../support/served-repository.ts';

async function open({ main, cache, served }: Awaited<ReturnType<typeof company>>) {
  for (const [address, root] of Object.entries(served)) servedAs(address, root);
  const session = await openSession({ root: main.root, today: '2026-03-09' });
  const told: string[] = [];
  const { logs, closed } = await openOtherLogs(session, { cache, tell: (text) => told.push(text) });
  const others = logs.map((log) => ({ ...log, corpus: log.session.corpus }));
  return { session, logs, closed, told, corpus: joinCorpora(session.corpus, others) };
}

test('logs of other repositories are joined, and a number never means that of another', async () => {
  const { session, corpus, closed, told } = await open(await company());
  expect(
    logsOf(corpus.adrs, corpus.layout).map(({ id, title, count }) => [id, title, count]),
  ).toEqual([
    ['platform', 'Platform', 2],
    ['payments', 'payments', 2],
    ['billing', 'Billing', 1],
    ['billing-web', 'Billing: web', 1],
  ]);
  const relations = corpus.adrs.flatMap((adr) =>
    corpus
      .relationsFrom(adr)
      .map(({ type, to }) => `${nameInLog(adr)} ${type} ${to && nameInLog(to)}`),
  );
  expect(relations).toEqual([
    'billing-web/ADR-0001 supersedes billing/ADR-0001',
    'payments/ADR-0001 amends payments/ADR-0002',
    'ADR-001 superseded-by ADR-002',
    'payments/ADR-0002 depends-on billing/ADR-0001',
    'ADR-002 supersedes ADR-001',
  ]);
  // Records of the repository itself are the ones that its session judges.
  expect(corpus.byPath(NEW)).toBe(session.corpus.byPath(NEW));
  expect(corpus.byPath('payments:/doc/adr/0001-take-cards.md')?.id).toBe('ADR-0001');
  expect(corpus.byId('ADR-001')?.key.log).toBe('');
  expect(closed.map(({ id, help }) => [id, help])).toEqual([
    ['gone', expect.stringContaining('git ls-remote')],
  ]);
  expect(told.toSorted().at(-1)).toMatch(/^Log 3 of 3: /);
});

test('of a fetched repository only what may be records, and what they show, is on disk', async () => {
  const { logs } = await open(await company());
  const billing = logs.find(({ id }) => id === 'billing');
  const { session } = billing ?? {};
  const { existing, shown } = session?.corpus.surroundings ?? {};
  expect([...(existing ?? [])].sort()).toEqual(
    expect.arrayContaining(['docs/decisions/img/pay.png', 'src/pay.ts']),
  );
  expect([...(shown ?? [])]).toEqual(['docs/decisions/img/pay.png']);
  // A file that was left out is there all the same.
  const findings = (await session?.findings())?.fresh ?? [];
  expect(findings.filter(({ file }) => file.startsWith('docs/decisions/'))).toEqual([]);
});

test('a site that was built in a repository is no log of it', async () => {
  const { main } = await company();
  const hub = await GitRepo.create();
  const built = await GitRepo.folder();
  const text = await readFile(path.join(main.root, NEW), 'utf8');
  await built.write({ 'payments/adr/0001-take-cards.md': text, 'index.html': '<p>' });
  const logs = [{ id: 'payments', root: '../payments' }];
  await hub.write({ 'docket.config.json': JSON.stringify({ logs }) });
  replaceOutput(built.root, path.join(hub.root, 'public'));
  const session = await openSession({ root: hub.root });
  expect(session.discovery?.logs).toEqual([]);
  expect(session.corpus.records).toEqual([]);
});
