/** Runs some work when there is a place for it: of what waits, the dearest first. */
export type InSlot = <T>(cost: number, work: () => Promise<T>) => Promise<T>;

/** As many places for work as there are processors to do it, so that what runs does not slow each other down. */
export function slots(places: number): InSlot {
  let free = Math.max(1, places);
  const waiting: { readonly cost: number; readonly start: () => void }[] = [];
  return async (cost, work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((start) => waiting.push({ cost, start }));
    try {
      return await work();
    } finally {
      waiting.sort((a, b) => b.cost - a.cost);
      const next = waiting.shift();
      // The place is handed on, so that nobody takes it in between.
      if (next) next.start();
      else free += 1;
    }
  };
}
