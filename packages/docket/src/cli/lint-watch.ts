import { compareFindings, type Finding, messageOf } from '../records/finding.ts';
import type { Report } from '../report/report.ts';
import { follow } from '../session/follow.ts';
import type { Session } from '../session/session.ts';
import type { CommandContext } from './command.ts';

/** What `--watch` needs. */
export interface WatchInput {
  readonly session: Session;
  /** The report that was shown first. */
  readonly first: Report;
  readonly context: CommandContext;
  readonly signal: AbortSignal;
  /** Reports on the repository as it was read last. */
  lint(): Promise<Report>;
  /** Shows a report. */
  show(report: Report): Promise<void>;
}

/**
 * Judges the repository again whenever a file below its root changes, until the signal is given. What is shown is the
 * difference: findings that are new, in full; those that are gone, by name; nothing where both are the same.
 * @returns the last report
 */
export async function watchLint(input: WatchInput): Promise<Report> {
  const { session, signal } = input;
  const { stdout, stderr } = input.context;
  const onReady = () => stderr.write(`Watching ${session.root}, press Ctrl+C to stop\n`);
  let shown = input.first;
  for await (const step of follow(session, signal, onReady)) {
    let next: Report;
    try {
      if ('error' in step) throw step.error;
      next = await input.lint();
    } catch (error) {
      // Half-written files and a broken configuration are put right by the next change.
      stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      continue;
    }
    const gone = without(shown.findings, next.findings);
    const fresh = without(next.findings, shown.findings);
    shown = next;
    if (gone.length === 0 && fresh.length === 0) continue;
    for (const finding of gone) {
      stdout.write(`fixed[${finding.rule}]: ${finding.file}: ${messageOf(finding)}\n`);
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

function keyOf(finding: Finding): string {
  const { rule, severity, file, help } = finding;
  return [rule, severity, file, messageOf(finding), help].join('\0');
}
