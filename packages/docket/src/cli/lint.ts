import path from 'node:path';
import {
  type Baseline,
  baselineText,
  nextBaseline,
  readBaseline,
  unusedEntries,
  weigh,
} from '../engine/baseline.ts';
import { loadConfig } from '../io/config.ts';
import { readOptional } from '../io/write.ts';
import { makeReport, type Report } from '../report/report.ts';
import { obeyWaivers } from '../session/obey-waivers.ts';
import { wantsColour } from './colour.ts';
import { type Command, type CommandContext, CommandError } from './command.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { diffOf, fixAll } from './lint-fix.ts';
import { ruleNotes, rulePage } from './lint-notes.ts';
import { LINT_OPTIONS, type LintRequest, readLintOptions, weighsEnough } from './lint-options.ts';
import { writeReport } from './lint-output.ts';
import { baselineFile, type LintSession, openLintSession } from './lint-session.ts';
import { saving, writing } from './writing.ts';

/** `docket lint`: judges every record of a repository. */
export const lint: Command = {
  name: 'lint',
  options: LINT_OPTIONS,
  notes: 'Exit code: 0 no errors, 1 errors or too many warnings, 2 could not run.',
  async run(values, context) {
    const request = readLintOptions(values, context);
    if (request.explain !== undefined) return explainTo(request.explain, request, context);
    const session = await openLintSession(request, context);
    if (request.updateBaseline) return updateBaseline(session, context);
    if (request.fix && request.dryRun) return showFixes(session, request, context);
    if (request.fix) await makeFixes(session, context);
    const report = await reportOn(session, request, context);
    await writeReport(report, request, context);
    const code = exitCode(report, request);
    if (!request.watch) return code;
    return exitCode(await watchOn(session.workspace.root, report, request, context), request);
  },
};

async function explainTo(
  rule: string,
  request: LintRequest,
  context: CommandContext,
): Promise<ExitCode> {
  const { stdout, env } = context;
  const { explain } = await import('./lint-explain.ts');
  const config = await loadConfig(request.root, { runsCode: false }).catch(() => ({}));
  stdout.write(
    explain(rule, {
      colour: wantsColour(request.colour, env, stdout),
      width: stdout.isTTY ? stdout.columns : undefined,
      page: rulePage(rule, config, env),
    }),
  );
  return EXIT.clean;
}

async function watchOn(
  root: string,
  first: Report,
  request: LintRequest,
  context: CommandContext,
): Promise<Report> {
  const { watchLint } = await import('./lint-watch.ts');
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  try {
    return await watchLint({
      root,
      first,
      context,
      signal: ending.signal,
      lint: async () => reportOn(await openLintSession(request, context), request, context),
      show: async (report) => {
        await writeReport(report, request, context);
      },
    });
  } finally {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  }
}

async function reportOn(
  session: LintSession,
  request: LintRequest,
  context: CommandContext,
): Promise<Report> {
  const { corpus, fileCount } = session.workspace;
  const file = baselineFile(session);
  const known = await baselineOf(session);
  const {
    findings: found,
    waived,
    gap,
  } = await obeyWaivers(session.workspace.root, session.lint());
  if (gap !== undefined) context.stderr.write(`Note: waivers were not read: ${gap}\n`);
  const { fresh, unused } = known
    ? weigh(found, known.baseline)
    : { fresh: found, unused: [] as const };
  const left =
    known && request.rules === undefined
      ? unusedEntries(known.baseline, file, known.text, unused)
      : [];
  const told = [...fresh, ...left].filter(
    (finding) =>
      weighsEnough(finding.severity, request.severity) &&
      (session.changed === undefined || session.changed.has(finding.file)),
  );
  return makeReport({
    findings: told,
    waived,
    files: fileCount,
    textOf: (name) =>
      name === file ? known?.text : (session.textOf(name) ?? corpus.byPath(name)?.document.text),
    noteOf: ruleNotes(session.workspace.config, context.env),
  });
}

async function makeFixes(session: LintSession, { stderr }: CommandContext): Promise<void> {
  const { rewrites, made, refused } = await fixAll(session, true);
  const written = rewrites.length - refused.filter((file) => isAmong(rewrites, file)).length;
  if (made.length > 0) {
    stderr.write(`Fixed ${count(made, 'problem')} in ${count({ length: written }, 'file')}\n`);
  }
  for (const file of refused) {
    stderr.write(`Not fixed: ${file} changed while it was being checked; run the command again\n`);
  }
}

/** Prints what `--fix` would change; the exit code is that of the records as they are. */
async function showFixes(
  session: LintSession,
  request: LintRequest,
  context: CommandContext,
): Promise<ExitCode> {
  const report = await reportOn(session, request, context);
  const { rewrites, made } = await fixAll(session, false);
  context.stdout.write(diffOf(rewrites));
  context.stderr.write(`Would fix ${count(made, 'problem')} in ${count(rewrites, 'file')}\n`);
  return exitCode(report, request);
}

async function updateBaseline(session: LintSession, context: CommandContext): Promise<ExitCode> {
  const file = baselineFile(session);
  const known = await baselineOf(session);
  const findings = session.lint();
  const next = nextBaseline(findings, known?.baseline);
  const change = saving(file, known?.text, baselineText(next));
  await writing(session.workspace.root, async (write) => write([change]));
  const kept = next.findings.reduce((sum, entry) => sum + entry.count, 0);
  const before = known?.baseline.findings.reduce((sum, entry) => sum + entry.count, 0);
  const than = before === undefined ? 'new file' : `${before} before`;
  context.stdout.write(`${file}: ${count({ length: kept }, 'known finding')}, ${than}\n`);
  const fresh = findings.length - kept;
  if (fresh === 0) return EXIT.clean;
  context.stdout.write(
    `Left out: ${count({ length: fresh }, 'finding')}; a baseline only shrinks, and never covers security rules\n`,
  );
  return EXIT.findings;
}

async function baselineOf(
  session: LintSession,
): Promise<{ readonly baseline: Baseline; readonly text: string } | undefined> {
  const file = baselineFile(session);
  const text = await readOptional(path.join(session.workspace.root, file));
  if (text === undefined) return undefined;
  try {
    return { baseline: readBaseline(text), text };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `Cannot read the baseline \`${file}\`: ${reason}`,
      'restore the file, or delete it and run `docket lint --update-baseline`',
    );
  }
}

function exitCode(report: Report, { maxWarnings }: LintRequest): ExitCode {
  return report.errors > 0 || report.warnings > maxWarnings ? EXIT.findings : EXIT.clean;
}

function isAmong(rewrites: readonly { readonly path: string }[], file: string): boolean {
  return rewrites.some((rewrite) => rewrite.path === file);
}

function count({ length }: { readonly length: number }, noun: string): string {
  return `${length} ${noun}${length === 1 ? '' : 's'}`;
}
