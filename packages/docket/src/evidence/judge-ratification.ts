import type { RatificationConfig } from '../records/config.ts';
import { DEFAULT_AGENTS, type Ratification, type Standing } from '../records/ratification.ts';

/** The outcome of holding a signature against the keys that may sign. */
export type Signature =
  | { readonly kind: 'good'; readonly key: string; readonly owners: readonly string[] }
  | { readonly kind: 'bad'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a ratification is judged by. */
export interface RatificationCase {
  readonly stated: Ratification;
  readonly signature: Signature;
  readonly policy: RatificationConfig;
  /** Digest of what it is about as it reads now; `undefined` where there is no such thing. */
  readonly now: string | undefined;
}

/** How far a ratification is good; whether what it is about reads otherwise, only where a person's word stands. Pure. */
export function judgeRatification({
  stated: { signer, digest },
  signature,
  policy,
  now,
}: RatificationCase):
  | Standing['kind']
  | { readonly refused: string }
  | { readonly unknown: string } {
  if (signature.kind === 'unknown') return { unknown: signature.reason };
  if (signature.kind === 'bad') return { refused: signature.reason };
  const { key, owners } = signature;
  const isAmong = (list: readonly string[]) => {
    const names = new Set(list.map((name) => name.toLowerCase()));
    return [signer, key, ...owners].find((name) => names.has(name.toLowerCase()));
  };
  const agent = isAmong(policy.agents ?? DEFAULT_AGENTS);
  if (agent !== undefined) return { refused: `the key belongs to an agent, \`${agent}\`` };
  if (policy.humans && isAmong(policy.humans) === undefined) {
    return { refused: `neither ${signer} nor the key is among the people that may ratify` };
  }
  if (now === undefined) return 'gone';
  return now === digest ? 'holds' : 'changed';
}
