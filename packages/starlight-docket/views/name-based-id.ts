import { createHash } from 'node:crypto';

/** A name-based UUID (version 5 layout), so that what it names keeps its identity when the site moves. */
export function nameBasedId(name: string): string {
  const hash = createHash('sha1').update(`docket ${name}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  const parts = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ].map(([a, b]) => hex.slice(a, b));
  return parts.join('-');
}
