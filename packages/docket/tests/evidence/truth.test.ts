import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createContext } from '../../src/evidence/context.ts';
import { type JudgedRecord, judgeIn } from '../../src/evidence/judge.ts';
import { readHistory } from '../../src/io/git.ts';
import { readBlobs } from '../../src/io/git-blobs.ts';
import type { KnownHistory } from '../../src/records/history.ts';
import { GitRepo } from '../support/git-repo.ts';
import { judgeRepository } from '../support/judged.ts';
import { dice, makeWorld, type World } from '../support/world.ts';
import {
  buildRepository,
  corpusOf,
  historyOf,
  outlineOf,
  subjectOf,
} from '../support/world-history.ts';

const rolls = fc.array(fc.nat(), { minLength: 8, maxLength: 60 });

function judgeWorld(world: World): JudgedRecord[] {
  const corpus = corpusOf(world);
  const history = historyOf(world);
  const context = createContext(corpus, history);
  const judged = corpus.provenances.map((record) => judgeIn(context, record));
  expect(context.wanted).toEqual(new Set());
  return judged;
}

/** Contradicted claims as record and row. */
function contradictedIn(judged: readonly JudgedRecord[]): { record: string; claim: string }[] {
  return judged.flatMap(({ record, claims }) =>
    claims
      .filter(({ verdict }) => verdict.kind === 'contradicted')
      .map(({ claim }) => ({ record: record.path, claim: claim.id })),
  );
}

function expectLandings(world: World, judged: readonly JudgedRecord[]): void {
  expect(judged.map(({ record }) => record.path).sort()).toEqual([...world.landings.keys()].sort());
  for (const { record, landing } of judged) {
    const index = world.landings.get(record.path) ?? -1;
    const step = world.steps[index];
    if (landing.kind !== 'landed' || !step) throw new Error(`No landing of ${record.path}`);
    expect(landing.commit.subject).toBe(subjectOf(step, index));
  }
}

test('no true claim is contradicted in 300 histories', { timeout: 180_000 }, () => {
  const seen = { records: 0, verified: 0, open: 0, moves: 0, merges: 0 };
  fc.assert(
    fc.property(rolls, (numbers) => {
      const world = makeWorld(dice(numbers));
      const judged = judgeWorld(world);
      expect(contradictedIn(judged)).toEqual([]);
      expectLandings(world, judged);
      seen.records += judged.length;
      for (const { claims, landing } of judged) {
        seen.verified += claims.filter(({ verdict }) => verdict.kind === 'verified').length;
        seen.open += claims.filter(({ verdict }) => verdict.kind !== 'verified').length;
        if (landing.kind === 'landed' && landing.commit.parents.length > 1) seen.merges += 1;
        if (claims.some(({ now }) => now?.kind === 'renamed')) seen.moves += 1;
      }
    }),
    { numRuns: 300 },
  );
  // Guards against a generator that makes nothing worth judging, and a judge that decides nothing.
  expect(seen.records).toBeGreaterThan(300);
  expect(seen.merges).toBeGreaterThan(30);
  expect(seen.moves).toBeGreaterThan(30);
  expect(seen.verified).toBeGreaterThan(seen.open * 20);
});

test('one false row is found in 300 histories, and nothing else', { timeout: 180_000 }, () => {
  fc.assert(
    fc.property(rolls, (numbers) => {
      const world = makeWorld(dice(numbers), true);
      expect(world.planted).toHaveLength(1);
      expect(contradictedIn(judgeWorld(world))).toEqual(
        world.planted.map(({ record, path }) => ({ record, claim: `artifact:${path}` })),
      );
    }),
    { numRuns: 300 },
  );
});

test('the same holds in real repositories, and Git tells the same', {
  timeout: 180_000,
}, async () => {
  const seen = { runs: 0, planted: 0, found: 0 };
  await fc.assert(
    fc.asyncProperty(rolls, fc.boolean(), async (numbers, plant) => {
      const world = makeWorld(dice(numbers), plant);
      const repo = await GitRepo.create();
      await buildRepository(world, repo);
      const judged = await judgeRepository(repo.root);
      expectLandings(world, judged);
      const planted = world.planted.map(({ record, path }) => ({
        record,
        claim: `artifact:${path}`,
      }));
      const found = contradictedIn(judged);
      expect(planted).toEqual(expect.arrayContaining(found));
      seen.planted += planted.length;
      seen.found += found.length;
      const [made, real] = [historyOf(world), await readHistory(repo.root)];
      if (real.kind === 'unknown') throw new Error(real.message);
      expect(outlineOf(real, await textsOf(repo.root, real))).toEqual(
        outlineOf(made, (blob) => made.texts.get(blob) ?? ''),
      );
      seen.runs += 1;
    }),
    { numRuns: 30, endOnFailure: true },
  );
  expect(seen.runs).toBe(30);
  // Where a merge adds to its branch, either may be the work, and a row that is false of one of them is not decided.
  expect(seen.found).toBeGreaterThanOrEqual(seen.planted - 1);
});

async function textsOf(root: string, history: KnownHistory): Promise<(blob: string) => string> {
  const ids = [...history.commits.values()].flatMap(({ changes }) =>
    changes.flatMap(({ before, after }) => [before, after].filter((id) => id !== undefined)),
  );
  const texts = await readBlobs(root, { ids: [...new Set(ids)], partial: false });
  return (blob) => texts.get(blob) ?? '';
}
