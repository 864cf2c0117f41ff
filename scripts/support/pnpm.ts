import type { Command } from './process.ts';

/** pnpm as it was started; the way to it is in the environment of each of its scripts. */
export function pnpm(...args: readonly string[]): Command {
  const own = process.env['npm_execpath'];
  if (own && /\.[cm]?js$/.test(own)) return { file: process.execPath, args: [own, ...args] };
  return own ? { file: own, args } : { file: 'npx', args: ['--yes', 'pnpm@12', ...args] };
}
