import { setTimeout as wait } from 'node:timers/promises';

/** How often something is tried, and the milliseconds before the second attempt, which double with each. */
export interface Patience {
  readonly attempts: number;
  readonly pause: number;
}

const patience: Patience = { attempts: 4, pause: 500 };

/**
 * Does something, and again where it failed for a passing reason.
 *
 * @param isPassing whether an error may be gone at the next attempt, and what was done by then can be done again
 * @throws what the last attempt threw
 */
export async function retried<T>(
  work: () => T | Promise<T>,
  isPassing: (error: unknown) => boolean,
  { attempts, pause }: Patience = patience,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error;
      await wait(pause * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}
