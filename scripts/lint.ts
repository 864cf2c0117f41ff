import { stripVTControlCharacters } from 'node:util';
import { parseRequest, usage } from './lint/arguments.ts';
import { type CleanRuns, openCleanRuns } from './lint/cache.ts';
import { changedFiles } from './lint/changed.ts';
import { type Needs, supply } from './lint/needs.ts';
import { block, exitCode, judge, type Result, summary } from './lint/report.ts';
import { type Task, tasks } from './lint/tasks.ts';
import { type Command, type Outcome, run } from './support/process.ts';
import { cacheFolder, root } from './support/root.ts';
import { messageOf } from './support/text.ts';

const colours = process.stdout.isTTY && !process.env.NO_COLOR;
const print = (text: string) => process.stdout.write(`${text}\n`);

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  const request = parseRequest(
    argv,
    tasks.map(({ name }) => name),
  );
  switch (request.kind) {
    case 'help':
      print(usage(tasks));
      return 0;
    case 'wrong':
      process.stderr.write(`${request.why}\n\n${usage(tasks)}\n`);
      return 2;
    case 'run':
      return lint(chosen(request.names, request.changed), request.fresh);
  }
}

/** A check, and the files it is to look at; all of them where none are named. */
interface Chosen extends Task {
  readonly files: readonly string[] | undefined;
}

function chosen(names: readonly string[], changed: boolean): Chosen[] {
  const asked = tasks.filter(({ name }) => names.includes(name));
  if (!changed) return asked.map((task) => ({ ...task, files: undefined }));
  const all = changedFiles();
  return asked.flatMap((task) => {
    const files = all.filter((file) => task.concerns?.test(file));
    return files.length === 0 ? [] : [{ ...task, files }];
  });
}

async function lint(selected: readonly Chosen[], fresh: boolean): Promise<number> {
  if (selected.length === 0) {
    print('Lint: no changed file concerns a check');
    return 0;
  }
  const started = performance.now();
  const runs = openCleanRuns(root, `${cacheFolder}/lint`);
  const unchanged = selected.filter(
    ({ name, reads }) => !fresh && reads !== undefined && runs.isClean(name, reads),
  );
  const needed = selected.filter((task) => !unchanged.includes(task));
  const needs = supply(new Set(needed.flatMap((task) => task.needs)), print);
  const width = Math.max(...selected.map(({ name }) => name.length));

  const running = selected.map((task) =>
    unchanged.includes(task) ? skipped(task) : runTask(task, needs, runs),
  );
  const results: Result[] = [];
  for (const promise of running) {
    const result = await promise;
    results.push(result);
    print(block(result, width));
  }
  print(`\n${summary(results, (performance.now() - started) / 1000)}`);
  return exitCode(results);
}

/** The result of a check that was clean on the very files that are there. */
async function skipped({ name }: Task): Promise<Result> {
  return { name, verdict: 'unchanged', seconds: 0, output: '' };
}

async function runTask(task: Chosen, needs: Partial<Needs>, runs: CleanRuns): Promise<Result> {
  try {
    // A run on some files says nothing about the others.
    const key = task.reads && task.files === undefined ? runs.keyOf(task.reads) : undefined;
    await Promise.all(task.needs.map((need) => needs[need]));
    const lychee = task.needs.includes('lychee') ? await needs.lychee : undefined;
    const commands = task.commands(lychee ? { lychee } : {}, task.files);
    const outcomes = await Promise.all(commands.map(runCommand));
    const result = judge(task.name, task.problemCodes, outcomes);
    if (key !== undefined && result.verdict === 'clean') runs.remember(task.name, key);
    return colours ? result : { ...result, output: stripVTControlCharacters(result.output) };
  } catch (error) {
    return { name: task.name, verdict: 'broken', seconds: 0, output: messageOf(error) };
  }
}

function runCommand(command: Command): Promise<Outcome> {
  const env = colours ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  return run({ ...command, env }, { capture: true });
}
