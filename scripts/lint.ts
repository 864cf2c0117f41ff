import { availableParallelism } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { parseRequest, usage } from './lint/arguments.ts';
import { changedFiles } from './lint/changed.ts';
import { type Needs, supply } from './lint/needs.ts';
import { block, exitCode, judge, type Result, summary } from './lint/report.ts';
import { type InSlot, slots } from './lint/slots.ts';
import { type Task, tasks } from './lint/tasks.ts';
import { type Command, type Outcome, run } from './support/process.ts';
import { cacheFolder } from './support/root.ts';
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
      return lint(chosen(request.names, request.changed));
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

async function lint(selected: readonly Chosen[]): Promise<number> {
  if (selected.length === 0) {
    print('Lint: no check applies to the changed files');
    return 0;
  }
  const started = performance.now();
  const width = Math.max(...selected.map(({ name }) => name.length));

  const inSlot = slots(availableParallelism());
  const needs = supply(new Set(selected.flatMap((task) => task.needs)), print);
  const running = new Map(
    [...selected]
      .sort((a, b) => b.cost - a.cost)
      .map((task) => [task, runTask(task, needs, inSlot)]),
  );
  const results: Result[] = [];
  for (const task of selected) {
    const result = await running.get(task);
    if (!result) continue;
    results.push(result);
    print(block(result, width));
  }
  print(`\n${summary(results, (performance.now() - started) / 1000)}`);
  return exitCode(results);
}

async function runTask(task: Chosen, needs: Partial<Needs>, inSlot: InSlot): Promise<Result> {
  try {
    // What a check needs is made in its own place: otherwise the dearest would lose the place to others meanwhile.
    const outcomes = await inSlot(task.cost, async () => {
      await Promise.all(task.needs.map((need) => needs[need]));
      const lychee = task.needs.includes('lychee') ? await needs.lychee : undefined;
      return Promise.all(task.commands(lychee ? { lychee } : {}, task.files).map(runCommand));
    });
    const result = judge(task.name, task.problemCodes, outcomes);
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
