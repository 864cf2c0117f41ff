import { Writable } from 'node:stream';
import { serveOverHttp } from '../agents/http.ts';
import { serveOverPipes } from '../agents/stdio.ts';
import { Workspaces } from '../agents/workspaces.ts';
import { safeLine } from '../report/screen-text.ts';
import { allowedRoot } from '../session/allowed-root.ts';
import { rootFor } from '../session/root.ts';
import { type Command, type CommandContext, CommandError, type OptionValues } from './command.ts';
import { noteUnrunCode } from './config-code.ts';
import { EXIT } from './exit.ts';

const PORT = 4322;

/** `docket mcp`: answers agents about the decisions of a repository. */
export const mcp: Command = {
  name: 'mcp',
  options: {
    root: {
      type: 'string',
      value: 'DIR',
      repeatable: true,
      description:
        'Folder that may be asked about, with all below it; the first is asked where a question names none (default: found from the current folder up)',
    },
    http: {
      type: 'boolean',
      description: 'Answer over HTTP on this machine only, instead of standard input and output',
    },
    port: {
      type: 'string',
      value: 'NUMBER',
      description: `Port for --http, 0 for any that is free (default: ${PORT})`,
    },
  },
  notes: [
    'Speaks the Model Context Protocol. It reads and writes nothing.',
    'Ends when its input ends, or with Ctrl+C.',
    'Exit code: 0 ended, 2 could not start.',
  ].join('\n'),
  async run(values, context) {
    const roots = rootsOf(values, context.cwd);
    const { stdin, stdout, stderr } = context;
    for (const root of roots) noteUnrunCode(root, stderr);
    const workspaces = new Workspaces(roots);
    const onError = (error: Error) => stderr.write(`docket mcp: ${safeLine(error.message)}\n`);
    if (values.http === true) {
      await untilInterrupted((signal) =>
        serveOverHttp(workspaces, {
          port: portOf(values),
          signal,
          onReady: (address) => stderr.write(`Listening on ${address}, press Ctrl+C to stop\n`),
          onError,
        }),
      );
      return EXIT.clean;
    }
    if (!stdin) throw new CommandError('There is no standard input to read from', 'use `--http`');
    await serveOverPipes(workspaces, { stdin, stdout: streamTo(stdout), onError });
    return EXIT.clean;
  },
};

function rootsOf({ root }: OptionValues, cwd: string): readonly string[] {
  const named = Array.isArray(root) && root.length > 0 ? root.map(String) : undefined;
  const folders = named?.map((folder) => rootFor(cwd, folder)) ?? [rootFor(cwd)];
  // A folder that is not there is said now, and not with the first question.
  return folders.map(({ folder }) => allowedRoot([folder], folder));
}

function portOf({ port = String(PORT) }: OptionValues): number {
  const number = /^\d{1,5}$/.test(String(port)) ? Number(port) : Number.NaN;
  if (number <= 65_535) return number;
  throw new CommandError(`\`${String(port)}\` is no port`, 'give a number from 0 to 65535');
}

function streamTo(output: CommandContext['stdout']): Writable {
  return new Writable({
    decodeStrings: false,
    write(chunk: string | Buffer, _encoding, done) {
      output.write(String(chunk));
      done();
    },
  });
}

async function untilInterrupted(run: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  try {
    await run(ending.signal);
  } finally {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  }
}
