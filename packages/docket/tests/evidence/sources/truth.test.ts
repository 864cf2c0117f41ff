import { expect, test } from 'vitest';
import { createContext } from '../../../src/evidence/context.ts';
import { judgeFile } from '../../../src/evidence/judge-file.ts';
import { sourceOf } from '../../../src/evidence/sources/index.ts';
import { claimWorld, diceOf, NO_RECORDS } from '../../support/claim-world.ts';

const HISTORIES = 10_000;

test(`no true claim is contradicted in ${HISTORIES} histories of all sources`, {
  timeout: 600_000,
}, () => {
  const seen = { plain: 0, verified: 0, planted: 0, contradicted: 0, late: 0 };
  const sources = new Map<string, number>();
  for (let seed = 0; seed < HISTORIES; seed += 1) {
    const world = claimWorld(diceOf(seed), seed % 2 === 0);
    const context = createContext(NO_RECORDS, world.history);
    for (const file of world.files) {
      const source = sourceOf(file.path);
      if (!source) throw new Error(`${file.path} belongs to no source`);
      sources.set(source.name, (sources.get(source.name) ?? 0) + 1);
      const { claims } = judgeFile(context, source, file, new Set());
      for (const { claim, verdict, signs } of claims) {
        const isFalse = world.planted.has(claim.id);
        if (verdict.kind === 'contradicted' && !isFalse) {
          throw new Error(`Seed ${seed}, ${source.name}: ${claim.claim}: ${verdict.reason}`);
        }
        if (isFalse) seen.planted += 1;
        if (isFalse && verdict.kind === 'contradicted') seen.contradicted += 1;
        if (world.plain.has(claim.id)) seen.plain += 1;
        if (world.plain.has(claim.id) && verdict.kind === 'verified') seen.verified += 1;
        if (signs.some(({ kind }) => kind === 'late')) seen.late += 1;
      }
      expect(claims.filter(({ claim }) => world.planted.has(claim.id))).toHaveLength(
        world.planted.size,
      );
    }
    expect(context.wanted).toEqual(new Set());
  }
  expect(seen.verified / seen.plain).toBeGreaterThanOrEqual(0.9);
  expect(seen.contradicted / seen.planted).toBeGreaterThanOrEqual(0.99);
  // Guards against a generator that makes nothing worth judging.
  expect([...sources.values()].every((times) => times > HISTORIES / 10)).toBe(true);
  expect(sources.size).toBe(5);
  expect(seen.planted).toBe(HISTORIES / 2);
  expect(seen.plain).toBeGreaterThan(HISTORIES);
  expect(seen.late).toBeGreaterThan(HISTORIES / 20);
});
