import path from 'node:path';
import { otherLogs } from '../records/config-logs.ts';
import { count } from '../report/count.ts';
import { safeLine } from '../report/screen-text.ts';
import { openSession } from '../session/session.ts';
import { buildSite, previewSite, SITE_FOLDER, serveRecords } from '../session/site/site.ts';
import { readSpecFolders } from '../session/spec-folders.ts';
import type { Command, OptionTable, OptionValues } from './command.ts';
import { CONFIG_CODE_OPTION, mayRunCode } from './config-code.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { ROOT_OPTION, rootOf } from './root.ts';
import { offerSitePackages } from './site/offer-packages.ts';

const OUT_OPTION: OptionTable = {
  out: {
    type: 'string',
    value: 'DIR',
    description: `Folder of the site (default: ${SITE_FOLDER} in the root)`,
  },
};

const SERVER_OPTIONS: OptionTable = {
  port: { type: 'string', value: 'NUMBER', description: 'Port to listen on (default: 4321)' },
  host: {
    type: 'string',
    value: 'ADDRESS',
    description: 'Address to listen on (default: 127.0.0.1, which only this machine reaches)',
  },
};

const NEEDS =
  'Needs the package starlight-docket beside docket, or in a repository whose code may run.\nWhere it is missing, a terminal is asked whether to install it there.';

/** `docket build`: makes the site of any repository with decisions, or with specifications of other tools. */
export const build: Command = {
  name: 'build',
  options: { ...OUT_OPTION, ...ROOT_OPTION, ...CONFIG_CODE_OPTION },
  notes: `${NEEDS}\nThe folder keeps itself out of Git and is replaced as a whole; one with other files is refused.\nExit code: 0 built, 2 could not be built.`,
  async run(values, context) {
    const { cwd, env } = context;
    const root = rootOf(values, cwd);
    const runsCode = mayRunCode(root, values, context);
    const { config, corpus } = await openSession({ root, env, runsCode, mayLackRecords: true });
    const { length: others } = otherLogs(config);
    const { length: specs } = (await readSpecFolders(root, corpus)).folders;
    const held = [
      ...(corpus.records.length > 0 || others + specs === 0
        ? [count(corpus.records.length, 'record')]
        : []),
      ...(specs > 0 ? [`${count(specs, 'specification')} of other tools`] : []),
      ...(others > 0 ? [`${count(others, 'log')} of other repositories`] : []),
    ];
    await offerSitePackages(root, { runsCode }, context);
    const started = performance.now();
    const out = outOf(values, cwd, root);
    context.stderr.write(`Building the site of ${held.join(', ')} …\n`);
    const { pages, bytes } = await buildSite(root, out, { runsCode }, (progress) =>
      context.stderr.write(`${safeLine(progress)}\n`),
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    const isHere = root === cwd;
    const shown = typeof values.out === 'string' ? values.out : isHere ? SITE_FOLDER : out;
    context.stdout.write(
      `${shown}: ${count(pages, 'page')}, ${(bytes / 1e6).toFixed(1)} MB, built in ${seconds} s\n`,
    );
    context.stderr.write('Look at it with `docket preview`\n');
    return EXIT.clean;
  },
};

/** `docket dev`: serves the records while people work on them. */
export const dev: Command = {
  name: 'dev',
  options: { ...SERVER_OPTIONS, ...ROOT_OPTION, ...CONFIG_CODE_OPTION },
  notes: `${NEEDS}\nPages follow each change of a record. Ctrl+C ends the server.
Exit code: that of the server, 2 could not start.`,
  async run(values, context) {
    const { cwd, env } = context;
    const root = rootOf(values, cwd);
    const runsCode = mayRunCode(root, values, context);
    // Where there are no records, the command says so in its own words.
    await openSession({ root, env, runsCode, mayLackRecords: true });
    await offerSitePackages(root, { runsCode }, context);
    return exitCode(await serveRecords(root, serverOptions(values), { runsCode }));
  },
};

/** `docket preview`: serves the site that `docket build` made. */
export const preview: Command = {
  name: 'preview',
  options: { ...OUT_OPTION, ...SERVER_OPTIONS, ...ROOT_OPTION, ...CONFIG_CODE_OPTION },
  notes: `${NEEDS}\nCtrl+C ends the server.\nExit code: that of the server, 2 could not start.`,
  async run(values, context) {
    const root = rootOf(values, context.cwd);
    const out = outOf(values, context.cwd, root);
    const runsCode = mayRunCode(root, values, context);
    return exitCode(await previewSite(root, out, serverOptions(values), { runsCode }));
  },
};

function outOf({ out }: OptionValues, cwd: string, root: string): string {
  return typeof out === 'string' ? path.resolve(cwd, out) : path.join(root, SITE_FOLDER);
}

function serverOptions({ port, host }: OptionValues): string[] {
  return [
    ...['--ignore-lock', '--host', typeof host === 'string' ? host : '127.0.0.1'],
    ...(typeof port === 'string' ? ['--port', port] : []),
  ];
}

function exitCode(code: number): ExitCode {
  return code === 0 ? EXIT.clean : EXIT.failed;
}
