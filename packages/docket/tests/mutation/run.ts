/*
 * Breaks real records of this repository, one way for each rule, and sees whether the packaged command finds exactly
 * that: `node packages/docket/tests/mutation/run.ts [rule …]`. It works on a clone in a temporary folder and ends with 1 where a break
 * is not caught.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cacheFolder } from '../../../../scripts/support/root.ts';
import { buildJavaScript } from '../../build/javascript.ts';
import { RULES } from '../../src/rules/index.ts';
import { MUTATIONS, type Mutation } from './mutations.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

interface Found {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
}

// Below the project's own node_modules, so that the bundle finds its one dependency.
const packed = path.join(cacheFolder, 'mutation-docket');
const clone = await mkdtemp(path.join(tmpdir(), 'docket-mutation-'));
const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
    cwd: clone,
    stdio: 'pipe',
  });
};
/** Seconds that the command believes to be in the future. */
let later = 0;

const at = (file: string): string => path.join(clone, file);
const read = (file: string): Promise<string> => readFile(at(file), 'utf8');
async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(at(file)), { recursive: true });
  await writeFile(at(file), text);
}

/** What the packaged command finds, as a process of its own. */
function lint(args: readonly string[] = []): Found[] {
  const now = String(Math.floor(Date.now() / 1000) + later);
  const run = spawnSync(
    process.execPath,
    [path.join(packed, 'docket.js'), 'lint', '--root', clone, '--format', 'json', ...args],
    { encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, SOURCE_DATE_EPOCH: now } },
  );
  if (run.stdout === '') throw new Error(run.stderr);
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: readonly Found[] };
  return diagnostics.map(({ rule, file, line }) => ({ rule, file, line }));
}

/** The text a mutation puts in; `@…` stands for what is read from the repository. */
async function textOf({ to }: Mutation): Promise<string> {
  if (to.includes('@guidance')) {
    const [comment = ''] =
      /<!--(?! docket:)[\s\S]*?-->/.exec(await read('docs/adr/template.md')) ?? [];
    return to.replace('@guidance', comment);
  }
  if (to.includes('@placeholder')) {
    const [text = ''] = /^\{[^{}\n]+\}$/m.exec(await read('docs/adr/template.md')) ?? [];
    return to.replace('@placeholder', text);
  }
  const copy = /^@(\d*)(docs\/.*)$/.exec(to);
  if (!copy) return to;
  const [, number = '', source = ''] = copy;
  const text = await read(source);
  return number === '' ? text : text.replaceAll('ADR-013', `ADR-${number}`);
}

/** Makes the break; returns the file that has it. */
async function apply(mutation: Mutation): Promise<string> {
  const { file, from, rename: name } = mutation;
  const to = await textOf(mutation);
  if (name !== undefined) {
    await rename(at(file), at(name));
    return name;
  }
  if (from === undefined) {
    await write(file, to);
    return file;
  }
  const text = await read(file);
  const has = typeof from === 'string' ? text.includes(from) : from.test(text);
  if (!has) throw new Error(`${mutation.rule}: ${file} has no \`${from}\``);
  await write(
    file,
    typeof from === 'string' ? text.replace(from, () => to) : text.replace(from, to),
  );
  return file;
}

async function withHistory(mutation: Mutation): Promise<readonly string[]> {
  switch (mutation.history) {
    case 'committed':
      if (mutation.rule === 'status-change-alone') {
        const text = await read(mutation.file);
        await write(mutation.file, text.replace('## Context\n', '## Context\n\nOther words.\n'));
      }
      await apply(mutation);
      git('commit', '--quiet', '--all', '--message', 'Break it');
      return ['--base', 'start'];
    case 'default branch':
      await apply(mutation);
      git('commit', '--quiet', '--all', '--message', 'Ask for more');
      git('update-ref', 'refs/remotes/origin/HEAD', 'HEAD');
      return [];
    case 'deleted':
      await write('docs/adr/adr-960-gone.md', 'Gone.\n');
      git('add', '--all');
      git('commit', '--quiet', '--message', 'Add');
      await rm(at('docs/adr/adr-960-gone.md'));
      git('commit', '--quiet', '--all', '--message', 'Delete');
      await apply(mutation);
      return ['--base', 'start'];
    case 'branch':
      git('checkout', '--quiet', '-b', 'other');
      await write('docs/adr/adr-960-of-another-branch.md', 'Other.\n');
      git('add', '--all');
      git('commit', '--quiet', '--message', 'Other');
      git('checkout', '--quiet', 'work');
      await apply(mutation);
      return ['--base', 'start'];
    case 'later':
      await apply(mutation);
      git('commit', '--quiet', '--all', '--message', 'Propose it');
      later = 400 * 24 * 60 * 60;
      return ['--base', 'start'];
    default:
      await apply(mutation);
      return [];
  }
}

function restore(): void {
  later = 0;
  git('checkout', '--quiet', '--force', '-B', 'work', 'start');
  git('clean', '--quiet', '-fd');
  git('update-ref', 'refs/remotes/origin/HEAD', 'start');
  try {
    git('branch', '--quiet', '-D', 'other');
  } catch {
    // There is none after most mutations.
  }
}

const key = ({ rule, file, line }: Found): string => `${file}:${line} ${rule}`;

async function judge(mutation: Mutation, before: ReadonlySet<string>): Promise<string | undefined> {
  const args = await withHistory(mutation);
  const file = mutation.in ?? mutation.rename ?? mutation.file;
  const found = lint(args).filter((finding) => !before.has(key(finding)));
  const wanted =
    mutation.at ?? (await textOf(mutation)).split('\n').find((line) => line !== '') ?? '';
  const lines = existsSync(at(file)) ? (await read(file)).split('\n') : [];
  const places = lines.flatMap((line, index) => (`${line}\n`.includes(wanted) ? [index + 1] : []));
  const own = found.filter((finding) => finding.rule === mutation.rule);
  const others = found.filter(
    (finding) => finding.rule !== mutation.rule && !(mutation.also ?? []).includes(finding.rule),
  );
  const isThere = own.some(
    (finding) => finding.file === file && (places.includes(finding.line) || wanted === ''),
  );
  if (isThere && others.length === 0) return undefined;
  const what = found.map(key).join('\n    ') || 'nothing';
  return `expected ${mutation.rule} at ${file}:${places.join(' or ')}, found\n    ${what}`;
}

const only = process.argv.slice(2);
const chosen = MUTATIONS.filter(({ rule }) => only.length === 0 || only.includes(rule));
const untried = RULES.filter(({ id }) => !MUTATIONS.some(({ rule }) => rule === id));
const escaped: string[] = untried.map(({ id }) => `${id}: no mutation`);
try {
  await buildJavaScript(packed);
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, clone], { stdio: 'pipe' });
  await symlink(path.join(ROOT, 'node_modules'), path.join(clone, 'node_modules'));
  await writeFile(path.join(clone, '.git/info/exclude'), 'node_modules\n');
  git('checkout', '--quiet', '-B', 'work');
  git('tag', 'start');
  const before = new Set(lint().map(key));
  for (const mutation of chosen) {
    const problem = await judge(mutation, before).catch((error: unknown) => String(error));
    if (problem !== undefined) escaped.push(`${mutation.rule}: ${problem}`);
    restore();
  }
} finally {
  await rm(clone, { recursive: true, force: true });
}
for (const line of escaped) process.stdout.write(`${line}\n`);
const total = chosen.length + (only.length === 0 ? untried.length : 0);
process.stdout.write(`${total - escaped.length} of ${total} caught\n`);
process.exitCode = escaped.length === 0 ? 0 : 1;
