import path from 'node:path';
import {
  BASELINE_FILE,
  type Baseline,
  readBaseline,
  unusedEntries,
  weigh,
} from '../engine/baseline.ts';
import { isSecurityRule } from '../engine/security.ts';
import { type Waived, waive } from '../engine/waivers.ts';
import { ConfigError, matchesGlobs } from '../io/config.ts';
import { readWaivers } from '../io/waivers.ts';
import { readOptional } from '../io/write.ts';
import type { DocketConfig } from '../records/config.ts';
import { compareFindings, type Finding } from '../records/finding.ts';

/** What was found in a repository, told apart by what is to be made of it. Every list is sorted by file and place. */
export interface Findings {
  /** What nobody has let stand: for people to fix. Entries of the baseline that match nothing are among it. */
  readonly fresh: readonly Finding[];
  /** What the baseline knows. */
  readonly known: readonly Finding[];
  /** Findings of security rules that the default branch lets stand. */
  readonly waived: readonly Waived[];
  /** Why there may be waivers that were not read. */
  readonly gap: string | undefined;
  readonly baseline: BaselineFile;
}

/** The file of known findings as it reads. */
export interface BaselineFile {
  /** Relative to the root. */
  readonly path: string;
  /** `undefined` where there is no such file. */
  readonly text: string | undefined;
  readonly baseline: Baseline | undefined;
}

/** What findings are weighed by. */
export interface Weighing {
  readonly root: string;
  readonly config: DocketConfig;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether every rule was asked: only then is an entry of the baseline known to stand for nothing. */
  readonly isComplete: boolean;
}

/**
 * Tells findings apart by waivers and baseline. Git is asked for waivers only where a security rule found something.
 * @throws {ConfigError} where the baseline cannot be read
 */
export async function weighFindings(
  found: readonly Finding[],
  { root, config, env, isComplete }: Weighing,
): Promise<Findings> {
  const file = await readBaselineFile(root, config);
  const mayBeWaived = found.some(({ rule }) => isSecurityRule(rule));
  const { waivers, gap } = mayBeWaived ? await readWaivers(root, env) : { waivers: [] };
  const { findings, waived } = waive(found, waivers, matchesGlobs);
  const { path: name, text, baseline } = file;
  if (text === undefined || baseline === undefined) {
    return { fresh: findings, known: [], waived, gap, baseline: file };
  }
  const { fresh, known, unused } = weigh(findings, baseline);
  const left = isComplete ? unusedEntries(baseline, name, text, unused) : [];
  return { fresh: [...fresh, ...left].sort(compareFindings), known, waived, gap, baseline: file };
}

async function readBaselineFile(root: string, config: DocketConfig): Promise<BaselineFile> {
  const name = config.baseline ?? BASELINE_FILE;
  const text = await readOptional(path.join(root, name));
  if (text === undefined) return { path: name, text, baseline: undefined };
  try {
    return { path: name, text, baseline: readBaseline(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `Cannot read the baseline \`${name}\`: ${reason}`,
      'restore the file, or delete it and run `docket lint --update-baseline`',
    );
  }
}
