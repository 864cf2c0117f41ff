import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { run } from '../../packages/docket/tests/support/installed-docket.ts';
import { ROOT } from '../../packages/docket/tests/support/repository.ts';

const action = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.object({
    using: z.literal('composite'),
    steps: z.array(
      z.strictObject({
        name: z.string().optional(),
        id: z.string().optional(),
        if: z.string().optional(),
        uses: z.string().optional(),
        with: z.record(z.string(), z.unknown()).optional(),
        shell: z.literal('bash').optional(),
        'working-directory': z.string().optional(),
        env: z.record(z.string(), z.string()).optional(),
        run: z.string().optional(),
      }),
    ),
  }),
});

/** What `action.yml` says. */
export async function readAction() {
  return action.parse(parse(await readFile(path.join(ROOT, 'action.yml'), 'utf8')));
}

/** A run of the action: what each step printed by its name, what the run says of itself, and what it gives. */
export interface ActionRun {
  /** By name of the step, in their order; of a step that only uses another action, what it is given. */
  readonly steps: ReadonlyMap<string, string>;
  /** Names of the steps that failed. */
  readonly failed: readonly string[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/**
 * Runs the steps of `action.yml` as a runner of GitHub does: expressions by GitHub's own library, commands by Bash with
 * its options, outputs, paths and the summary by files. Other actions are not run.
 *
 * @param github the context `github`, as far as the action asks for it
 * @param env of the job
 */
export async function runAction(
  cwd: string,
  inputs: Readonly<Record<string, string>>,
  github: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string>>,
): Promise<ActionRun> {
  const { inputs: declared, outputs, runs } = await readAction();
  const temporary = await mkdtemp(path.join(tmpdir(), 'docket-action-'));
  onTestFinished(() => rm(temporary, { recursive: true, force: true }));
  const file = (name: string): string => path.join(temporary, name);
  const found: Record<string, { outputs: Record<string, string> }> = {};
  const failed: string[] = [];
  const contexts = (given: object) => ({ github, inputs: given, steps: found });
  const defaults = Object.entries(declared).map(([name, { default: text }]) => [
    name,
    expand(text, { github }),
  ]);
  const given = { ...Object.fromEntries(defaults), ...inputs };
  const steps = new Map<string, string>();
  for (const name of ['path', 'summary']) await writeFile(file(name), '');
  for (const step of runs.steps) {
    const name = step.name ?? step.uses ?? '';
    const condition = step.if?.replace(/^\$\{\{|\}\}$/g, '');
    // Without a condition, a step runs where none before it failed.
    if (condition === undefined ? failed.length > 0 : !truth(condition, contexts(given))) continue;
    if (step.run === undefined) {
      steps.set(
        name,
        JSON.stringify(step.with, (_, value) => expanded(value, contexts(given))),
      );
      continue;
    }
    await writeFile(file('output'), '');
    const paths = (await readFile(file('path'), 'utf8')).split('\n').reverse();
    const own = Object.entries(step.env ?? {}).map(([key, text]) => [
      key,
      expand(text, contexts(given)),
    ]);
    await writeFile(file('script.sh'), step.run);
    const { code, stdout, stderr } = await run(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', file('script.sh')],
      {
        cwd: path.resolve(cwd, expand(step['working-directory'] ?? '.', contexts(given))),
        env: {
          ...env,
          ...Object.fromEntries(own),
          PATH: [...paths, path.dirname(process.execPath), process.env['PATH']]
            .filter(Boolean)
            .join(path.delimiter),
          RUNNER_TEMP: temporary,
          GITHUB_ACTION_PATH: ROOT,
          GITHUB_OUTPUT: file('output'),
          GITHUB_PATH: file('path'),
          GITHUB_STEP_SUMMARY: file('summary'),
        },
      },
    );
    steps.set(name, stdout + stderr);
    if (code !== 0) failed.push(name);
    const lines = (await readFile(file('output'), 'utf8')).split('\n').filter(Boolean);
    const values = lines.map((line) => [
      line.slice(0, line.indexOf('=')),
      line.slice(line.indexOf('=') + 1),
    ]);
    if (step.id !== undefined) found[step.id] = { outputs: Object.fromEntries(values) };
  }
  const results = Object.entries(outputs).map(([name, { value }]) => [
    name,
    expand(value, contexts(given)),
  ]);
  return {
    steps,
    failed,
    summary: await readFile(file('summary'), 'utf8'),
    outputs: Object.fromEntries(results),
  };
}

function expanded(value: unknown, contexts: object): unknown {
  return typeof value === 'string' ? expand(value, contexts) : value;
}

function expand(text: string, contexts: object): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression) =>
    evaluate(expression, contexts).coerceString(),
  );
}

function truth(condition: string, contexts: object): boolean {
  const value = evaluate(condition, contexts).coerceString();
  return value !== 'false' && value !== '' && value !== '0';
}

const CANCELLED = {
  name: 'cancelled',
  minArgs: 0,
  maxArgs: 0,
  call: () => new data.BooleanData(false),
};

function evaluate(expression: string, contexts: object): data.ExpressionData {
  const tokens = new Lexer(expression.trim()).lex().tokens;
  const tree = new Parser(tokens, Object.keys(contexts), [CANCELLED]).parse();
  const values = JSON.parse(JSON.stringify(contexts), data.reviver);
  return new Evaluator(tree, values, new Map([['cancelled', CANCELLED]])).evaluate();
}
