import { watch } from 'chokidar';
import { pathBelow } from '../io/path-below.ts';
import { compareFindings, type Finding } from '../records/finding.ts';
import type { Report } from '../report/report.ts';
import type { CommandContext } from './command.ts';

/** What `--watch` needs. */
export interface WatchInput {
  /** Absolute path. */
  readonly root: string;
  /** The report that was shown first. */
  readonly first: Report;
  readonly context: CommandContext;
  readonly signal: AbortSignal;
  /** Judges the repository as it is now, where some paths may have changed. */
  lint(paths: ReadonlySet<string>): Promise<Report>;
  /** Shows a report. */
  show(report: Report): Promise<void>;
}

/** Folders that change without a record changing. */
const IGNORED = /(?:^|\/)(?:node_modules|\.git|\.astro|\.cache|dist)(?:\/|$)/;

/** Changes that arrive this close together, in milliseconds, are judged at once. */
const TOGETHER = 80;

/**
 * Judges the repository again whenever a file below its root changes, until the signal is given. What is shown is the
 * difference: findings that are new, in full; those that are gone, by name; nothing where both are the same.
 * @returns the last report
 */
export async function watchLint(input: WatchInput): Promise<Report> {
  const { root, context, signal } = input;
  let shown = input.first;
  for await (const paths of batches(root, signal, context)) {
    let next: Report;
    try {
      next = await input.lint(paths);
    } catch (error) {
      // Half-written files and a broken configuration are put right by the next change.
      context.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      continue;
    }
    const gone = without(shown.findings, next.findings);
    const fresh = without(next.findings, shown.findings);
    shown = next;
    if (gone.length === 0 && fresh.length === 0) continue;
    for (const finding of gone) {
      context.stdout.write(`fixed[${finding.rule}]: ${finding.file}: ${finding.message}\n`);
    }
    await input.show({ ...next, findings: fresh });
  }
  return shown;
}

/** The findings of `all` that `others` does not hold. A finding that only moved to another line is the same one. */
function without(all: readonly Finding[], others: readonly Finding[]): Finding[] {
  const left = new Map<string, number>();
  for (const finding of others) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  return [...all].sort(compareFindings).filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    left.set(keyOf(finding), count - 1);
    return count <= 0;
  });
}

function keyOf({ rule, severity, file, message, help }: Finding): string {
  return [rule, severity, file, message, help].join('\0');
}

/** Yields the paths of every burst of changes below a folder, until the signal is given. */
async function* batches(
  root: string,
  signal: AbortSignal,
  { stderr }: CommandContext,
): AsyncGenerator<ReadonlySet<string>> {
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (file) => IGNORED.test(pathBelow(root, file) ?? ''),
  });
  const state = { isDirty: false, wake: () => {} };
  let paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, file) => {
    paths.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      state.isDirty = true;
      state.wake();
    }, TOGETHER);
  });
  watcher.once('ready', () => stderr.write(`Watching ${root}, press Ctrl+C to stop\n`));
  signal.addEventListener('abort', () => state.wake());
  try {
    while (!signal.aborted) {
      if (state.isDirty) {
        state.isDirty = false;
        const burst = paths;
        paths = new Set();
        yield burst;
      } else {
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
    }
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
}
