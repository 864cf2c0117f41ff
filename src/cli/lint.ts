import path from 'node:path';
import { NoWorkspaceError, openWorkspace, type Workspace } from '../io/workspace.ts';
import { FORMATS, type FormatName } from '../report/formats.ts';
import { makeReport } from '../report/report.ts';
import { lintRecord } from '../rules/remark.ts';
import { wantsColour } from './colour.ts';
import { type Command, CommandError, type OptionTable, type OptionValues } from './command.ts';
import { EXIT, type ExitCode } from './exit.ts';

const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

const OPTIONS: OptionTable = {
  root: {
    type: 'string',
    value: 'DIR',
    description: 'Folder that holds docs/adr and .sdd; by default the current one',
  },
  format: {
    type: 'string',
    value: 'NAME',
    choices: FORMAT_NAMES,
    description: 'How to report; by default pretty',
  },
  quiet: { type: 'boolean', short: 'q', description: 'Report errors only, no warnings' },
  color: { type: 'boolean', negatable: true, description: 'Colour the report' },
};

/** `docket lint`: judges every record of a repository. */
export const lint: Command = {
  name: 'lint',
  options: OPTIONS,
  notes: 'Exit code: 0 no errors, 1 errors, 2 could not run.',
  async run(values, context) {
    const format = (values.format ?? 'pretty') as FormatName;
    const root = path.resolve(context.cwd, typeof values.root === 'string' ? values.root : '.');
    const workspace = await open(root);
    const report = reportOn(workspace, values.quiet === true);
    context.stdout.write(
      FORMATS[format](report, {
        colour: wantsColour(colourFlag(values), context.env, context.stdout),
        width: context.stdout.isTTY ? context.stdout.columns : undefined,
      }),
    );
    return exitCode(report.errors);
  },
};

function reportOn({ corpus, findings, fileCount }: Workspace, errorsOnly: boolean) {
  const all = [...findings, ...corpus.records.flatMap((record) => lintRecord(record, corpus))];
  return makeReport({
    findings: errorsOnly ? all.filter((finding) => finding.severity === 'error') : all,
    files: fileCount,
    textOf: (file) => corpus.byPath(file)?.document.text,
  });
}

async function open(root: string): Promise<Workspace> {
  try {
    const workspace = await openWorkspace(root);
    if (workspace.fileCount > 0) return workspace;
    throw new CommandError(
      `No records under ${root}: its folders hold no Markdown files`,
      'copy docs/adr/template.md to write the first one, or name another folder with --root',
    );
  } catch (error) {
    if (!(error instanceof NoWorkspaceError)) throw error;
    const [what = '', ...rest] = error.message.split('. ');
    throw new CommandError(what, rest.join('. ').replace(/\.$/, ''));
  }
}

function colourFlag(values: OptionValues): boolean | undefined {
  return typeof values.color === 'boolean' ? values.color : undefined;
}

function exitCode(errors: number): ExitCode {
  return errors > 0 ? EXIT.findings : EXIT.clean;
}
