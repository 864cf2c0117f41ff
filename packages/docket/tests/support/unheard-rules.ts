import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BadExample } from '../../src/engine/define.ts';
import { patchedFiles } from '../../src/engine/examples.ts';
import { RULES } from '../../src/rules/index.ts';
import { fixtureRepo } from './fixture-repo.ts';
import { GitRepo } from './git-repo.ts';
import type { InstalledDocket } from './installed-docket.ts';

interface LintJson {
  readonly diagnostics: readonly {
    readonly file: string;
    readonly rule: string;
    readonly line: number;
  }[];
}

/** The rules that an installed command does not find in a bad example of their own, each with what it said instead. */
export async function unheardRules(docket: InstalledDocket): Promise<string[]> {
  const missing: string[] = [];
  const waiting = [...RULES];
  const work = async (): Promise<void> => {
    for (let rule = waiting.pop(); rule; rule = waiting.pop()) {
      const { bad } = rule.examples;
      const example = bad.find(isPlain) ?? bad.find(isConfigured) ?? bad.find(hasHistory);
      const [wanted] = example?.finds ?? [];
      if (!example || !wanted) {
        missing.push(`${rule.id}: no example without options and with a history`);
        continue;
      }
      const lint = hasHistory(example) ? lintHistory : lintPlain;
      const { stdout, stderr } = await lint(docket, example, rule.id);
      const { diagnostics } = JSON.parse(stdout || '{"diagnostics":[]}') as LintJson;
      const id = rule.id;
      if (!diagnostics.some(({ rule: found, line }) => found === id && line === wanted.line)) {
        missing.push(`${id}:${wanted.line} ${stderr}${JSON.stringify(diagnostics)}`);
      }
    }
  };
  await Promise.all([work(), work()]);
  return missing;
}

function isPlain({ facts, options }: Example): boolean {
  return facts?.commits === undefined && options === undefined;
}

function isConfigured({ facts, options }: Example): boolean {
  return facts?.commits === undefined && options !== undefined;
}

function hasHistory({ facts, options }: Example): boolean {
  return facts?.commits !== undefined && options === undefined;
}

type Example = BadExample & { readonly options?: unknown };

function lintEnv({ facts }: Example): NodeJS.ProcessEnv {
  if (facts?.today === undefined) return {};
  return { SOURCE_DATE_EPOCH: String(Date.parse(`${facts.today}T12:00:00Z`) / 1000) };
}

async function lintPlain(docket: InstalledDocket, example: Example, rule: string) {
  await using repo = await fixtureRepo(example.patches);
  if (example.options !== undefined) {
    const config = { profile: 'strict', rules: { [rule]: { options: example.options } } };
    await writeFile(path.join(repo.root, 'docket.config.json'), JSON.stringify(config));
  }
  const args = ['lint', '--root', repo.root, '--format', 'json'];
  return await docket.run(args, { env: lintEnv(example) });
}

/** Commits the history of an example in a real repository, and judges it from its first commit on. */
async function lintHistory(docket: InstalledDocket, example: Example) {
  const { commits = [], branches = {} } = example.facts ?? {};
  const root = await mkdtemp(path.join(tmpdir(), 'docket-history-'));
  try {
    const repo = await GitRepo.at(root);
    let files: ReadonlyMap<string, string> = new Map();
    const step = async (next: ReadonlyMap<string, string>): Promise<void> => {
      const gone = [...files.keys()].filter((file) => !next.has(file));
      files = next;
      await repo.write({
        ...Object.fromEntries(gone.map((file) => [file, null])),
        ...Object.fromEntries(next),
      });
    };
    for (const [index, { subject, day, patches }] of commits.entries()) {
      await step(index === 0 ? patchedFiles(patches) : patchedFiles(patches, files));
      await repo.commit(subject, {}, { date: `${day}T12:00:00Z` });
      if (index === 0) await repo.git('branch', 'base');
    }
    for (const [branch, paths] of Object.entries(branches)) {
      await repo.git('switch', '--quiet', '-c', branch, 'base');
      await repo.commit(branch, Object.fromEntries(paths.map((file) => [file, 'x\n'])));
      await repo.git('switch', '--quiet', 'main');
    }
    await step(patchedFiles(example.patches));
    const args = ['lint', '--root', root, '--format', 'json', '--base', 'base'];
    return await docket.run(args, { env: lintEnv(example) });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
