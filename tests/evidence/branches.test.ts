import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { JudgedRecord } from '../../src/evidence/judge.ts';
import { type BranchWorld, makeBranchWorld } from '../support/branch-world.ts';
import { GitRepo } from '../support/git-repo.ts';
import { judgeRepository } from '../support/judged.ts';
import { dice } from '../support/world.ts';

/** How many repositories are made; thousands by hand. */
const HISTORIES = Number(process.env['DOCKET_HISTORIES'] ?? 40);
const SEED = Number(process.env['DOCKET_SEED'] ?? 1);

/** Numbers that look like chance, always the same for a seed. */
function numbers(seed: number): number[] {
  const digest = createHash('sha512').update(String(seed)).digest();
  return Array.from({ length: digest.length / 4 }, (_, index) => digest.readUInt32LE(index * 4));
}

interface Count {
  rows: number;
  verified: number;
  contradicted: string[];
}

/** Counts the claims of a repository that are true; what is contradicted among them with all that led there. */
function countTrue(judged: readonly JudgedRecord[], world: BranchWorld, name: string): Count {
  const count: Count = { rows: 0, verified: 0, contradicted: [] };
  for (const { record, claims } of judged) {
    for (const { claim, verdict } of claims) {
      const isPlanted = world.planted.some(
        (planted) => planted.record === record.path && planted.claim === claim.id,
      );
      if (isPlanted) continue;
      if (claim.kind === 'artifact') {
        count.rows += 1;
        if (verdict.kind === 'verified') count.verified += 1;
      }
      if (verdict.kind === 'contradicted') {
        const reason = `${verdict.reason} (${verdict.evidence})`;
        count.contradicted.push(
          [`${name}: ${record.path}: ${claim.claim}: ${reason}`, ...world.story].join('\n  '),
        );
      }
    }
  }
  return count;
}

test(`no true claim is contradicted in ${HISTORIES} repositories, and nearly all are verified`, {
  timeout: HISTORIES * 10_000,
}, async () => {
  const total: Count = { rows: 0, verified: 0, contradicted: [] };
  const lies = { planted: 0, found: 0 };
  const missed: string[] = [];
  const open: string[] = [];
  const clones = { claims: 0, verified: 0, contradicted: [] as string[] };
  for (let history = 0; history < HISTORIES; history += 1) {
    const repo = await GitRepo.create();
    const roll = dice(numbers(SEED * 100_000 + history));
    const world = await makeBranchWorld(repo, roll, history % 2 === 1);
    const judged = await judgeRepository(path.join(repo.root, world.prefix));
    const name = `seed ${SEED} history ${history}`;
    const count = countTrue(judged, world, name);
    total.rows += count.rows;
    total.verified += count.verified;
    total.contradicted.push(...count.contradicted);
    for (const { record, claims } of judged) {
      for (const { claim, verdict } of claims) {
        const isPlanted = world.planted.some(
          (planted) => planted.record === record.path && planted.claim === claim.id,
        );
        if (!isPlanted && claim.kind === 'artifact' && verdict.kind !== 'verified')
          open.push(
            [
              `${name}: ${record.path}: ${claim.claim}: ${JSON.stringify(verdict)}`,
              ...world.story,
            ].join('\n  '),
          );
      }
    }
    for (const planted of world.planted) {
      const found = judged
        .find(({ record }) => record.path === planted.record)
        ?.claims.find(({ claim }) => claim.id === planted.claim);
      lies.planted += 1;
      if (found?.verdict.kind === 'contradicted') lies.found += 1;
      else
        missed.push(
          [
            `${name}: ${planted.record}: ${found?.claim.claim}: ${JSON.stringify(found?.verdict)}`,
            ...world.story,
          ].join('\n  '),
        );
    }
    const options = [
      ['--depth', String(1 + roll(8)), ...(roll(2) === 0 ? ['--no-single-branch'] : [])],
      ['--filter=blob:none', ...(roll(3) === 0 ? ['--depth', String(2 + roll(6))] : [])],
      ['--filter=tree:0'],
    ][history % 5 === 4 ? 2 : history % 2];
    const branch = world.head === 'main' ? [] : ['--branch', world.head];
    const clone = await repo.clone(...(options ?? []), ...branch);
    const seen = countTrue(
      await judgeRepository(path.join(clone.root, world.prefix)),
      world,
      `${name} ${options?.join(' ')}`,
    );
    clones.claims += seen.rows;
    clones.verified += seen.verified;
    clones.contradicted.push(...seen.contradicted);
  }
  if (process.env['DOCKET_HISTORIES'] !== undefined) {
    process.stdout.write(
      `${total.rows} true rows, ${total.verified} verified, ${total.contradicted.length} claims contradicted; ` +
        `${lies.found} of ${lies.planted} false rows found; in clones ${clones.claims} true rows, ` +
        `${clones.verified} verified, ${clones.contradicted.length} claims contradicted\n${[...total.contradicted.slice(0, 6), ...clones.contradicted.slice(0, 6), '--- missed', ...missed.slice(0, 12), '--- open', ...open.slice(0, 12)].join('\n')}\n`,
    );
  }
  expect(total.contradicted).toEqual([]);
  expect(clones.contradicted).toEqual([]);
  expect(total.verified / total.rows).toBeGreaterThan(0.9);
  expect(lies.found / lies.planted).toBeGreaterThanOrEqual(0.99);
});
