import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { patchedFiles } from '../../docket/src/engine/examples.ts';
import { NEW_ADR, OLD_ADR, PROVENANCE, SPEC } from '../../docket/src/rules/support/example-base.ts';
import { GitRepo } from '../../docket/tests/support/git-repo.ts';
import { buildSite } from './support/site-build.ts';

const MINUTES = 60_000;

/** The example repository with a history, and a record that claims to have changed a file that it left alone. */
async function repository(): Promise<GitRepo> {
  const files = patchedFiles([
    {
      change: PROVENANCE,
      from: '| `docs/adr/adr-002-keep-sessions-in-redis.md` | Created |',
      to: `| \`${NEW_ADR}\` | Created |\n| \`${OLD_ADR}\` | Modified |`,
    },
  ]);
  const work = new Set([NEW_ADR, PROVENANCE, SPEC]);
  const texts = [...files];
  const repo = await GitRepo.create();
  await repo.commit('start', Object.fromEntries(texts.filter(([name]) => !work.has(name))));
  await repo.commit('work', Object.fromEntries(texts.filter(([name]) => work.has(name))));
  return repo;
}

test('a claim that Git contradicts is shown on the page of its record, on the findings page and in the data', {
  timeout: 3 * MINUTES,
}, async () => {
  const repo = await repository();
  await repo.git('remote', 'add', 'origin', 'https://code.example.org/team/shop.git');
  const landing = await repo.git('rev-parse', 'HEAD');
  const { code, output, dist } = await buildSite(repo.root, {
    DOCKET_BASE: '/deep/base',
  });
  expect(output).toContain('Complete!');
  expect(code).toBe(0);
  const page = (name: string) => readFile(path.join(dist, name, 'index.html'), 'utf8');

  const record = await page('provenance/spec-0001-session-store');
  const row = record
    .split('<tr>')
    .find((part) => part.includes('id="claim-artifact-docs-adr-adr-001'));
  expect(row).toContain('Contradicted</span></summary>');
  expect(row).toContain('the landing does not change it');
  expect(record).toContain(`href="https://code.example.org/team/shop/blob/${landing}/${NEW_ADR}"`);
  expect(record).toMatch(/1 contradicted/);

  const findings = await page('findings');
  expect(findings).toContain(
    'href="/deep/base/provenance/spec-0001-session-store/#claim-artifact-docs-adr-adr-001-keep-sessions-in-memory-md"',
  );
  expect(record).toContain('id="claim-artifact-docs-adr-adr-001-keep-sessions-in-memory-md"');
  expect(await page('adr/adr-001-keep-sessions-in-memory')).toContain('Contradicted</span>');
  const data = JSON.parse(await readFile(path.join(dist, 'trace.json'), 'utf8'));
  expect(data.specifications[0].executions[0].claims.contradicted).toBe(1);
});

test('a repository that Git cannot read is built, and its pages say why nothing was held against it', {
  timeout: 3 * MINUTES,
}, async () => {
  const repo = await repository();
  const parent = await repo.git('rev-parse', 'HEAD~1');
  const object = path.join(repo.root, '.git/objects', parent.slice(0, 2), parent.slice(2));
  await chmod(object, 0o644);
  await writeFile(object, 'garbage');
  const { code, output, dist } = await buildSite(repo.root);
  expect(output).toContain('Complete!');
  expect(code).toBe(0);
  const read = (name: string) => readFile(path.join(dist, name, 'index.html'), 'utf8');
  const reason = /could be checked against Git: Git could not read the repository/;
  expect(await read('provenance/spec-0001-session-store')).toMatch(reason);
  expect(await read('findings')).toMatch(reason);
});
