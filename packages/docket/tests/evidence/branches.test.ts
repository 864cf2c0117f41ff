import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { JudgedClaim } from '../../src/evidence/judge.ts';
import { type BranchWorld, makeBranchWorld } from '../support/branch-world.ts';
import { GitRepo } from '../support/git-repo.ts';
import { judgeRepository } from '../support/judged.ts';
import { type Dice, dice } from '../support/world.ts';

/** How many repositories are made. By hand, with figures: `DOCKET_HISTORIES=500 DOCKET_SEED=2`. */
const HISTORIES = Number(process.env['DOCKET_HISTORIES'] ?? 30);
const SEED = Number(process.env['DOCKET_SEED'] ?? 1);

/** What came of the claims of many repositories. */
class Tally {
  rows = 0;
  verified = 0;
  lies = 0;
  found = 0;
  /** True claims that are contradicted, with the story of the repository. */
  readonly contradicted: string[] = [];
  /** False rows that are not contradicted, likewise. */
  readonly missed: string[] = [];

  async add(root: string, world: BranchWorld, name: string): Promise<void> {
    for (const { record, claims } of await judgeRepository(path.join(root, world.prefix))) {
      for (const entry of claims) {
        const isLie = world.planted.some(
          (lie) => lie.record === record.path && lie.claim === entry.claim.id,
        );
        const line = [`${name}: ${record.path}: ${told(entry)}`, ...world.story].join('\n  ');
        if (isLie) this.#lie(entry, line);
        else this.#truth(entry, line);
      }
    }
  }

  #truth({ claim, verdict }: JudgedClaim, line: string): void {
    if (verdict.kind === 'contradicted') this.contradicted.push(line);
    if (claim.kind !== 'artifact') return;
    this.rows += 1;
    if (verdict.kind === 'verified') this.verified += 1;
  }

  #lie({ verdict }: JudgedClaim, line: string): void {
    this.lies += 1;
    if (verdict.kind === 'contradicted') this.found += 1;
    else this.missed.push(line);
  }

  toString(): string {
    const { rows, verified, contradicted, found, lies } = this;
    return `${rows} true rows, ${verified} verified; ${contradicted.length} true claims contradicted; ${found} of ${lies} false rows found`;
  }
}

function told({ claim, verdict }: JudgedClaim): string {
  return `${claim.claim}: ${JSON.stringify(verdict)}`;
}

test(`in ${HISTORIES} repositories nothing true is contradicted, and what is false is found`, {
  timeout: HISTORIES * 20_000,
}, async () => {
  const [whole, lacking] = [new Tally(), new Tally()];
  for (let history = 0; history < HISTORIES; history += 1) {
    const repo = await GitRepo.create();
    const roll = dice(numbers(SEED * 100_000 + history));
    const world = await makeBranchWorld(repo, roll, history % 2 === 1);
    const name = `seed ${SEED}, history ${history}`;
    await whole.add(repo.root, world, name);
    const options = cloneOptions(roll);
    const clone = await repo.clone(...options, '--branch', world.head);
    await lacking.add(clone.root, world, `${name}, ${options.join(' ')}`);
    await repo.remove();
    await clone.remove();
  }
  if (process.env['DOCKET_HISTORIES'] !== undefined) {
    process.stdout.write(`Whole: ${whole}\nClones: ${lacking}\n${whole.missed.join('\n')}\n`);
  }
  expect(whole.contradicted).toEqual([]);
  expect(lacking.contradicted).toEqual([]);
  expect(whole.verified).toBeGreaterThan(whole.rows * 0.9);
  expect(whole.found).toBeGreaterThanOrEqual(whole.lies * 0.99);
  // Guards against a generator that makes nothing worth judging, and clones of which nothing can be said.
  expect(whole.rows).toBeGreaterThan(HISTORIES * 10);
  expect(whole.lies).toBe(Math.floor(HISTORIES / 2));
  expect(lacking.verified).toBeGreaterThan(lacking.rows * 0.25);
});

/** A clone that lacks commits, contents, folders, or several of them. */
function cloneOptions(roll: Dice): string[] {
  const depth = ['--depth', String(1 + roll(9))];
  switch (roll(6)) {
    case 0:
    case 1:
      return depth;
    case 2:
      return [...depth, '--no-single-branch'];
    case 3:
      return ['--filter=blob:none'];
    case 4:
      return ['--filter=blob:none', ...depth];
    default:
      return roll(3) === 0 ? ['--filter=tree:0'] : ['--filter=blob:none', '--no-single-branch'];
  }
}

/** Numbers that look like chance, always the same for a seed. */
function numbers(seed: number): number[] {
  const digest = createHash('sha512').update(String(seed)).digest();
  return Array.from({ length: digest.length / 4 }, (_, index) => digest.readUInt32LE(index * 4));
}
