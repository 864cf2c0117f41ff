import { count } from '../report/count.ts';
import { makeReport, type Report } from '../report/report.ts';
import { ruleNotes, rulePage } from '../report/rule-notes.ts';
import { unifiedDiff } from '../report/unified.ts';
import { updatedBaseline } from '../session/baseline.ts';
import { fixAll } from '../session/fix.ts';
import { filesAmong } from '../session/named-paths.ts';
import { noRecordsIn } from '../session/no-records.ts';
import { openSession, type Session } from '../session/session.ts';
import { wantsColour } from './colour.ts';
import type { Command, CommandContext } from './command.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { LINT_OPTIONS, type LintRequest, readLintOptions, weighsEnough } from './lint-options.ts';
import { writeReport } from './lint-output.ts';

/** `docket lint`: judges every record of a repository. */
export const lint: Command = {
  name: 'lint',
  arguments: [
    {
      name: 'paths',
      optional: true,
      variadic: true,
      description: 'Report only these files, and files in these folders; all are read',
    },
  ],
  options: LINT_OPTIONS,
  notes: 'Exit code: 0 no errors, 1 errors or too many warnings, 2 could not run.',
  async run(values, context) {
    const request = readLintOptions(values, context);
    if (request.explain !== undefined) return explainTo(request.explain, request, context);
    const session = await open(request, context);
    if (request.updateBaseline) return updateBaseline(session, context);
    if (request.fix && request.dryRun) return showFixes(session, request, context);
    if (request.fix) await makeFixes(session, request, context);
    const report = await reportOn(session, request, context);
    await writeReport(report, request, context);
    const code = exitCode(report, request);
    if (!request.watch) return code;
    return exitCode(await watchOn(session, report, request, context), request);
  },
};

async function explainTo(
  rule: string,
  request: LintRequest,
  context: CommandContext,
): Promise<ExitCode> {
  const { stdout, env } = context;
  const [{ explanationPretty }, { explainRuleAt }] = await Promise.all([
    import('../report/explanation.ts'),
    import('../session/rules.ts'),
  ]);
  const { explanation, config, inForce } = await explainRuleAt(request.root, rule);
  const screen = {
    colour: wantsColour(request.colour, env, stdout),
    width: stdout.isTTY ? stdout.columns : undefined,
    page: rulePage(rule, config, env),
    inForce,
  };
  stdout.write(explanationPretty(explanation, screen));
  return EXIT.clean;
}

async function open(request: LintRequest, { env }: CommandContext): Promise<Session> {
  const { root, runsCode, base, rules } = request;
  const session = await openSession({ root, runsCode, base, only: rules, isLean: true, env });
  // Reading records first would keep their trees until all are read.
  await session.findings();
  if (session.fileCount > 0) return session;
  throw noRecordsIn(session);
}

async function watchOn(
  session: Session,
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
      session,
      first,
      context,
      signal: ending.signal,
      lint: () => reportOn(session, request, context),
      show: (report) => writeReport(report, request, context),
    });
  } finally {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  }
}

async function reportOn(
  session: Session,
  request: LintRequest,
  context: CommandContext,
): Promise<Report> {
  const { fresh, waived, gap, baseline } = await session.findings();
  if (gap !== undefined) context.stderr.write(`Note: waivers were not read: ${gap}\n`);
  const isAsked = await askedFiles(session, request, context);
  const told = fresh.filter(
    ({ severity, file }) => weighsEnough(severity, request.severity) && isAsked(file),
  );
  return makeReport({
    findings: told,
    waived,
    files: request.paths.length > 0 ? askedRecords(session, isAsked) : session.fileCount,
    textOf: (name) => (name === baseline.path ? baseline.text : session.textOf(name)),
    noteOf: ruleNotes(session, context.env),
  });
}

/** Tells which files are to be reported. */
async function askedFiles(
  session: Session,
  { changed, paths, root }: LintRequest,
  { cwd }: CommandContext,
): Promise<(file: string) => boolean> {
  const isNamed = paths.length > 0 ? filesAmong(root, cwd, paths) : () => true;
  if (changed === undefined) return isNamed;
  const files = new Set((await session.filesSince(changed)).map((file) => file.path));
  return (file) => isNamed(file) && files.has(file);
}

/** How many files that are to be reported are records, readable or not. */
function askedRecords({ corpus, unreadable }: Session, isAsked: (file: string) => boolean): number {
  const files = [...corpus.records.map(({ path }) => path), ...unreadable.map(({ file }) => file)];
  return new Set(files.filter(isAsked)).size;
}

async function makeFixes(
  session: Session,
  request: LintRequest,
  context: CommandContext,
): Promise<void> {
  const { stderr } = context;
  const isAsked = await askedFiles(session, request, context);
  const { rewrites, made, refused } = await fixAll(session, isAsked, true);
  const written = rewrites.length - refused.filter((file) => isAmong(rewrites, file)).length;
  if (made.length > 0) {
    stderr.write(`Fixed ${count(made.length, 'problem')} in ${count(written, 'file')}\n`);
  }
  for (const file of refused) {
    stderr.write(`Not fixed: ${file} changed while it was being checked; run the command again\n`);
  }
}

/** Prints what `--fix` would change; the exit code is that of the records as they are. */
async function showFixes(
  session: Session,
  request: LintRequest,
  context: CommandContext,
): Promise<ExitCode> {
  const report = await reportOn(session, request, context);
  const isAsked = await askedFiles(session, request, context);
  const { rewrites, made } = await fixAll(session, isAsked, false);
  context.stdout.write(unifiedDiff(rewrites));
  context.stderr.write(
    `Would fix ${count(made.length, 'problem')} in ${count(rewrites.length, 'file')}\n`,
  );
  return exitCode(report, request);
}

async function updateBaseline(session: Session, context: CommandContext): Promise<ExitCode> {
  const { change, kept, before, left } = updatedBaseline(await session.findings());
  await session.apply(() => ({ changes: [change] }));
  const than = before === undefined ? 'new file' : `${before} before`;
  context.stdout.write(`${change.path}: ${count(kept, 'known finding')}, ${than}\n`);
  if (left === 0) return EXIT.clean;
  context.stdout.write(
    `Left out: ${count(left, 'finding')}; a baseline only shrinks, and never covers security rules\n`,
  );
  return EXIT.findings;
}

function exitCode(report: Report, { maxWarnings }: LintRequest): ExitCode {
  return report.errors > 0 || report.warnings > maxWarnings ? EXIT.findings : EXIT.clean;
}

function isAmong(rewrites: readonly { readonly path: string }[], file: string): boolean {
  return rewrites.some((rewrite) => rewrite.path === file);
}
