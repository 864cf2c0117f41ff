/** A number with its noun: `1 file`, `2 files`, `2 statuses`. */
export function count(amount: number, noun: string): string {
  const ending = noun.endsWith('s') ? 'es' : 's';
  return `${amount} ${noun}${amount === 1 ? '' : ending}`;
}
