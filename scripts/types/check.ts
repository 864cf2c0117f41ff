import { availableParallelism } from 'node:os';
import path from 'node:path';
import { nodeTool } from '../support/node-tool.ts';
import { describeEnd, run } from '../support/process.ts';
import { root as repository } from '../support/root.ts';
import { inSources, readFindings, type TypeFinding } from './findings.ts';
import { writeOverlay } from './overlay.ts';

/**
 * Checks the types of all TypeScript files and Astro components of a project in one run, which remembers what it
 * found: the next one looks only at what changed and what depends on that.
 * @param folder where the texts made from the components are kept, below the root
 * @throws Error where TypeScript could not run
 */
export async function checkTypes(
  folder: string,
  root: string = repository,
): Promise<readonly TypeFinding[]> {
  const overlay = writeOverlay(root, folder);
  return inSources(await tsc(overlay.project, folder, root), overlay, root);
}

/** What is wrong only where the declarations are published, which they are not. */
const DECLARATION_ONLY = /^TS(?:2742|2883|4[01]\d\d|7056)$/;

/**
 * Checks the files of one `tsconfig.json`.
 * @param folder where what was found is remembered
 * @throws Error where TypeScript could not run
 */
export async function tsc(
  project: string,
  folder: string,
  root: string = repository,
): Promise<readonly TypeFinding[]> {
  const outcome = await run(
    nodeTool('typescript-native', 'tsc', [
      ...['-p', project, '--pretty', 'false', '--incremental'],
      // Each checker works out for itself what they share, and there are other checks to run.
      ...['--checkers', String(Math.max(1, availableParallelism() >> 1))],
      ...['--tsBuildInfoFile', path.join(folder, 'tsconfig.tsbuildinfo')],
      // By its declarations TypeScript sees whether a changed file is another to those that import it.
      ...['--noEmit', 'false', '--declaration', '--emitDeclarationOnly'],
      ...['--rootDir', root, '--outDir', path.join(folder, 'declarations')],
    ]),
    { capture: true, cwd: root },
  );
  const findings = readFindings(outcome.output);
  const ended = outcome.kind === 'exited' && [0, 1, 2].includes(outcome.code);
  if (!ended || (outcome.code !== 0 && findings.length === 0)) {
    throw new Error(`\`tsc\` ${describeEnd(outcome)}\n\n${outcome.output.trim()}`);
  }
  return findings.filter(({ code }) => !DECLARATION_ONLY.test(code));
}
