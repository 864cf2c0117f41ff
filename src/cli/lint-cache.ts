import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG_FILE } from '../io/config-module.ts';
import { inputsOf, isUnchanged, readKept, type Witness, writeKept } from '../io/kept-result.ts';
import { ownAttributesFile } from '../io/known-files.ts';
import type { CommandContext } from './command.ts';
import type { ExitCode } from './exit.ts';
import { today } from './today.ts';

/** A call of `docket lint`. */
export type LintCall = Pick<CommandContext, 'cwd' | 'env' | 'stdout'> & {
  /** Arguments after the name of the program. */
  readonly argv: readonly string[];
};

/**
 * Writes the result that an earlier run with the same inputs left, without loading what judges records.
 * @returns its exit code; `undefined` where nothing was kept, or anything it rests on may be another today
 */
export async function replayLint(call: LintCall): Promise<ExitCode | undefined> {
  if (call.argv[0] !== 'lint' || !mayKeep(call.env) || call.argv.includes('--no-cache')) return;
  const root = path.resolve(call.cwd, rootIn(call.argv));
  const key = keyOf(call, new Date());
  const kept = readKept(fileFor(root, key));
  if (kept?.key !== key || kept.root !== root) return;
  try {
    if (!(await isUnchanged(kept))) return;
  } catch {
    // Whatever cannot be looked at is told by the run itself.
    return;
  }
  call.stdout.write(kept.output);
  return kept.code as ExitCode;
}

/** What `keepLint` needs besides the call. */
export interface LintResult extends Omit<Witness, 'others'> {
  /** The baseline, read or looked for. */
  readonly baseline: string;
  readonly output: string;
  readonly code: ExitCode;
}

/** Keeps the result of a plain run, which only looked at files, for the next one. */
export async function keepLint(call: LintCall, result: LintResult): Promise<void> {
  const { root, baseline, output, code, ...witness } = result;
  const attributes = ownAttributesFile(root);
  const others = [
    ...[CONFIG_FILE, baseline, ...(attributes === undefined ? [] : [attributes])],
    ...attributesAbove(root),
    ...ownFiles(),
  ];
  const inputs = await inputsOf({ ...witness, root, others });
  if (!inputs) return;
  // A run over midnight is of the day on which it began, and on the next day nobody asks for that.
  const key = keyOf(call, new Date(result.began));
  writeKept(fileFor(root, key), { key, root, inputs, output, code });
}

/** Whether results are kept at all: by the package, whose files tell when it changes, and where nobody forbids it. */
export function mayKeep(env: CommandContext['env']): boolean {
  return OWN_FILE.endsWith('.js') && !['off', '0', 'false'].includes(env['DOCKET_CACHE'] ?? '');
}

const OWN_FILE = fileURLToPath(import.meta.url);

/** What the command is made of: its own files, and the parser's. */
function ownFiles(): string[] {
  const folder = path.dirname(OWN_FILE);
  const package_ = path.basename(folder) === 'lib' ? path.dirname(folder) : folder;
  const chunks = readdirSync(path.join(package_, 'lib')).map((name) => path.join('lib', name));
  const parser = fileURLToPath(import.meta.resolve('satteri'));
  return [
    ...['docket.js', 'read-ahead.js', ...chunks].map((file) => path.join(package_, file)),
    ...[parser, path.join(path.dirname(path.dirname(parser)), 'package.json')],
  ];
}

/** Attributes that Git takes from the folders above the root. */
function attributesAbove(root: string): string[] {
  const above = path.dirname(root);
  const file = path.join(above, '.gitattributes');
  return above === root ? [] : [file, ...attributesAbove(above)];
}

/** The folder that `--root` names. A wrong guess only looks in a place where nothing fits. */
function rootIn(argv: readonly string[]): string {
  const at = argv.findLastIndex((word) => word === '--root' || word.startsWith('--root='));
  const word = argv[at] ?? '';
  return word === '--root' ? (argv[at + 1] ?? '.') : word.slice('--root='.length) || '.';
}

/** All of a call that its result depends on. */
function keyOf({ argv, cwd, env, stdout }: LintCall, at: Date): string {
  const named = [
    'DOCKET_SITE',
    'DOCKET_BASE',
    'FORCE_COLOR',
    'NO_COLOR',
    'TERM',
    'SOURCE_DATE_EPOCH',
  ];
  return JSON.stringify([
    process.version,
    process.platform,
    OWN_FILE,
    cwd,
    argv,
    today(env, at),
    named.map((name) => env[name] ?? null),
    stdout.isTTY === true,
    stdout.columns ?? null,
  ]);
}

function fileFor(root: string, key: string): string {
  const modules = path.join(root, 'node_modules');
  const cache = existsSync(modules) ? path.join(modules, '.cache') : path.join(root, '.cache');
  return path.join(cache, 'docket', `${nameFor(key)}.json`);
}

/** A short name (FNV-1a). Two keys may share one: what is kept says whose it is. */
function nameFor(key: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
