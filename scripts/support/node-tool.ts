import { readFileSync } from 'node:fs';
import type { Command } from './process.ts';
import { root } from './root.ts';

/**
 * The command that runs a program of an installed npm package on the present Node, without the
 * wrappers in `node_modules/.bin` that differ from system to system.
 *
 * @throws Error when the package is not installed or has no such program.
 */
export function nodeTool(packageName: string, program: string, args: readonly string[]): Command {
  const folder = `${root}/node_modules/${packageName}`;
  let bin: string | Record<string, string> | undefined;
  try {
    bin = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')).bin;
  } catch (error) {
    throw new Error(
      `The package \`${packageName}\` is not in \`node_modules\`; run \`npx --yes pnpm@12 install\``,
      { cause: error },
    );
  }
  const file = typeof bin === 'string' ? bin : bin?.[program];
  if (!file) {
    throw new Error(
      `The package \`${packageName}\` has no program \`${program}\` under \`bin\` in its \`package.json\`; correct the name in \`scripts/\``,
    );
  }
  return { file: process.execPath, args: [`${folder}/${file}`, ...args] };
}
