import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { parseRequest, usage } from './lint/arguments.ts';
import { type CleanRuns, openCleanRuns } from './lint/cache.ts';
import { changedFiles } from './lint/changed.ts';
import { type Chosen, type Job, jobOf } from './lint/jobs.ts';
import { type Needs, supply } from './lint/needs.ts';
import { block, exitCode, judge, type Result, summary } from './lint/report.ts';
import { type InSlot, slots } from './lint/slots.ts';
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
  if (fresh) rmSync(`${cacheFolder}/types`, { recursive: true, force: true });
  const runs = openCleanRuns(root, `${cacheFolder}/lint`);
  const jobs = selected.map((task) => jobOf(task, runs, fresh));
  const needed = jobs.filter(({ isSpared }) => !isSpared);
  const width = Math.max(...selected.map(({ name }) => name.length));

  const inSlot = slots(availableParallelism());
  const wanted = new Set(needed.flatMap(({ task }) => task.needs));
  const needs = supply(wanted, print, fresh ? undefined : runs);
  const outcomes = new Map(
    [...jobs]
      .sort((a, b) => b.task.cost - a.task.cost)
      .map((job) => [job, job.isSpared ? spared(job.task) : runJob(job, needs, runs, inSlot)]),
  );
  const running = jobs.map((job) => outcomes.get(job));
  const results: Result[] = [];
  for (const promise of running) {
    const result = await promise;
    if (!result) continue;
    results.push(result);
    print(block(result, width));
  }
  print(`\n${summary(results, (performance.now() - started) / 1000)}`);
  return exitCode(results);
}

async function spared({ name }: Task): Promise<Result> {
  return { name, verdict: 'unchanged', seconds: 0, output: '' };
}

async function runJob(
  { task, state, files }: Job,
  needs: Partial<Needs>,
  runs: CleanRuns,
  inSlot: InSlot,
): Promise<Result> {
  try {
    // What a check needs is made in its own place: otherwise the dearest would lose the place to others meanwhile.
    const outcomes = await inSlot(task.cost, async () => {
      await Promise.all(task.needs.map((need) => needs[need]));
      const lychee = task.needs.includes('lychee') ? await needs.lychee : undefined;
      return Promise.all(task.commands(lychee ? { lychee } : {}, files).map(runCommand));
    });
    const result = judge(task.name, task.problemCodes, outcomes);
    // A run on the files that Git calls changed says nothing about the others.
    if (state && task.files === undefined && result.verdict === 'clean') {
      runs.remember(task.name, state);
    }
    return colours ? result : { ...result, output: stripVTControlCharacters(result.output) };
  } catch (error) {
    return { name: task.name, verdict: 'broken', seconds: 0, output: messageOf(error) };
  }
}

function runCommand(command: Command): Promise<Outcome> {
  // Node keeps what it compiled, so that the tools start faster the next time.
  const compiled = process.env.NODE_COMPILE_CACHE ?? `${cacheFolder}/compiled`;
  const env = {
    NODE_COMPILE_CACHE: compiled,
    ...(colours ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
  };
  return run({ ...command, env }, { capture: true });
}
