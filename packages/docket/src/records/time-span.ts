const DAYS = { d: 1, w: 7, m: 30, y: 365 } as const;

/** Reads `30d`, `6w`, `3m` (of 30 days) or `1y` as days; a number alone is days. `undefined` for anything else. */
export function daysOf(written: string): number | undefined {
  const [, amount, unit = 'd'] = /^(\d{1,4})\s*([dwmy])?$/i.exec(written.trim()) ?? [];
  return amount === undefined
    ? undefined
    : Number(amount) * DAYS[unit.toLowerCase() as keyof typeof DAYS];
}
