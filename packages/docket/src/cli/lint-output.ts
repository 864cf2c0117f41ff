import { FORMATS, type FormatName } from '../report/formats.ts';
import type { FormatOptions, Report } from '../report/report.ts';
import { saveOutput } from '../session/save-output.ts';
import { typedPath } from '../session/typed-path.ts';
import { VERSION } from '../session/version.ts';
import { wantsColour } from './colour.ts';
import { type CommandContext, CommandError } from './command.ts';
import type { LintRequest, OutputFile } from './lint-options.ts';

/** Writes a report to standard output, and to the files that were asked for. */
export async function writeReport(
  report: Report,
  request: LintRequest,
  context: CommandContext,
): Promise<void> {
  const { stdout, cwd } = context;
  const common = { prefix: prefixOf(cwd, request.root), version: VERSION };
  const screen: FormatOptions = {
    ...common,
    colour: wantsColour(request.colour, context.env, stdout),
    width: stdout.isTTY ? stdout.columns : undefined,
  };
  for (const { format, file } of request.outputs) {
    const text = FORMATS[format](report, { ...common, colour: false, width: undefined });
    await saveOutput({ cwd, name: file }, text, `--output ${format}=FILE`);
  }
  stdout.write(FORMATS[request.format](report, screen));
}

/** The way from the working directory to the root, where that lies below it; annotations start there. */
function prefixOf(cwd: string, root: string): string {
  const way = typedPath(cwd, cwd, root);
  return way ? `${way}/` : '';
}

/**
 * Reads `FORMAT=FILE`.
 * @throws {CommandError} for any other form
 */
export function readOutput(value: string): OutputFile {
  const names = Object.keys(FORMATS) as FormatName[];
  const [name = '', ...rest] = value.split('=');
  const file = rest.join('=');
  const format = names.find((candidate) => candidate === name);
  if (format && file !== '') return { format, file };
  throw new CommandError(
    `\`--output\` takes \`FORMAT=FILE\`, not \`${value}\`; the formats are ${names.map((one) => `\`${one}\``).join(', ')}`,
    'for example: `--output sarif=lint.sarif`',
  );
}
