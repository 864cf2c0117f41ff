import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { nodeTool } from '../support/node-tool.ts';
import { type Command, describeEnd, run, succeeded } from '../support/process.ts';
import { cacheFolder } from '../support/root.ts';
import { type Counts, countPlaywright, countVitest } from './counts.ts';

/** One step of a test run. */
export interface Stage {
  readonly name: string;
  /** Stages without whose success this one has no sense. */
  readonly after: readonly string[];
  /**
   * Runs the stage, which may ask what earlier ones came to; a stage of tests returns what its
   * report counts.
   *
   * @throws StageError when it fails.
   */
  run(passed: (stage: string) => boolean): Promise<Counts | undefined>;
}

/** The failure of a stage, with the counts of those tests that ran all the same. */
export class StageError extends Error {
  readonly counts: Counts | undefined;

  constructor(message: string, counts?: Counts) {
    super(message);
    this.name = 'StageError';
    this.counts = counts;
  }
}

const unitReport = `${cacheFolder}/reports/unit.json`;
const browserReport = `${cacheFolder}/reports/browser.json`;

/** Vitest, on screen and into a report. */
export function unitTests(): Promise<Counts> {
  const command = nodeTool('vitest', 'vitest', [
    ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  ]);
  return counted(command, unitReport, countVitest);
}

/** Playwright on the built site, on screen and into a report. */
export function browserTests(): Promise<Counts> {
  const command = nodeTool('playwright', 'playwright', ['test', '--reporter=list,json']);
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport };
  return counted({ ...command, env }, browserReport, countPlaywright);
}

/**
 * Runs a command with its output on the screen.
 *
 * @throws StageError when it fails.
 */
export async function plain(command: Command): Promise<undefined> {
  const outcome = await run(command, { capture: false });
  if (!succeeded(outcome)) throw new StageError(describeEnd(outcome));
}

async function counted(
  command: Command,
  report: string,
  read: (text: string) => Counts,
): Promise<Counts> {
  // A report from an earlier run must never be taken for the one of this run.
  rmSync(report, { force: true });
  mkdirSync(dirname(report), { recursive: true });
  const outcome = await run(command, { capture: false });

  let text: string;
  try {
    text = readFileSync(report, 'utf8');
  } catch {
    throw new StageError(`${describeEnd(outcome)} and left no report`);
  }
  const counts = read(text);
  if (!succeeded(outcome)) throw new StageError(describeEnd(outcome), counts);
  if (counts.passed + counts.failed === 0) throw new StageError('ran no test', counts);
  return counts;
}
