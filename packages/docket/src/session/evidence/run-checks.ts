import type { KnownLanding, Landing } from '../../evidence/landing.ts';
import { fail, notRun, type Observation, pass } from '../../evidence/steps/observation.ts';
import type { Moment } from '../../evidence/validate.ts';
import { shortId } from '../../evidence/verdict.ts';
import { matchesGlobs } from '../../io/config.ts';
import { CHECK_VARIABLE, type CheckEnd, runCheck } from '../../io/run-check.ts';
import { type CheckConfig, CONFIG_FILES, type DocketConfig } from '../../records/config.ts';
import type { History } from '../../records/history.ts';

/** How commands are run. */
export interface RunOptions {
  /** Run a check although its own configuration is part of what is under test. */
  readonly allowChanged: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told before each command. */
  readonly announce: (line: string) => void;
}

/** What the commands of a validation are run with. */
export interface RunRequest extends RunOptions {
  /** Where the commands run. */
  readonly folder: string;
  /** Of which moment the files in the folder are. */
  readonly moment: Moment;
  readonly config: DocketConfig;
  readonly history: History;
  /** Where the record came in; `undefined` where there is no record. */
  readonly landing: Landing | undefined;
}

/** Runs commands by name, one after the other, as the configuration defines them. Never throws. */
export async function runCommands(
  names: readonly string[],
  request: RunRequest,
): Promise<Map<string, Observation>> {
  const observed = new Map<string, Observation>();
  for (const name of names) observed.set(name, await runOne(name, request));
  return observed;
}

async function runOne(name: string, request: RunRequest): Promise<Observation> {
  const { folder, config, env, announce } = request;
  const check = config.checks?.[name];
  if (!check) return notRun(`no check \`${name}\` in ${CONFIG_FILES.data} or ${CONFIG_FILES.code}`);
  if (env[CHECK_VARIABLE] !== undefined) {
    return notRun(
      `the check \`${env[CHECK_VARIABLE]}\` is already running, and a check cannot run checks`,
    );
  }
  const changed = request.allowChanged ? undefined : changedConfiguration(check, request);
  if (changed !== undefined) {
    return notRun(
      `refused: ${changed}, and the work under test must not decide how it is tested; use --allow-changed-checks to run it anyway`,
    );
  }
  const shown = check.argv.map((part) =>
    /^[\w./:=@-]+$/.test(part) ? part : JSON.stringify(part),
  );
  announce(`Running ${name}: ${shown.join(' ')}`);
  return judgeEnd(shown.join(' '), check, await runCheck(folder, name, check));
}

function judgeEnd(shown: string, { expectedExit = 0 }: CheckConfig, end: CheckEnd): Observation {
  switch (end.kind) {
    case 'not-started':
      return notRun(`\`${shown}\` could not be started: ${end.reason}`);
    case 'stopped':
      return fail(
        `\`${shown}\` was stopped after ${end.seconds.toFixed(0)} s${lastLines(end.tail)}`,
      );
    case 'ended': {
      const took = `in ${end.seconds.toFixed(1)} s`;
      return end.code === expectedExit
        ? pass(`\`${shown}\` ended with ${end.code} ${took}`)
        : fail(
            `\`${shown}\` ended with ${end.code} ${took}, expected ${expectedExit}${lastLines(end.tail)}`,
          );
    }
  }
}

function lastLines(tail: string): string {
  const lines = tail.trimEnd().split('\n').slice(-5);
  return lines.join('').trim() === '' ? '' : `; its last lines: ${lines.join(' / ')}`;
}

/** Says which file of a check's own configuration the landing, or uncommitted work, changed. */
function changedConfiguration(
  { configuration = [] }: CheckConfig,
  { history, landing, moment }: RunRequest,
): string | undefined {
  if (history.kind === 'unknown') return undefined;
  const configs = Object.values(CONFIG_FILES).map((file) => history.prefix + file);
  const isConfig = (gitPath: string): boolean => configs.includes(gitPath);
  const isOwn = (gitPath: string): boolean => {
    if (isConfig(gitPath)) return true;
    if (!gitPath.startsWith(history.prefix) || configuration.length === 0) return false;
    return matchesGlobs(gitPath.slice(history.prefix.length), configuration);
  };
  // The definition of a check comes from the working tree at either moment, its other files with those under test.
  const dirty = [...history.uncommitted.keys()].find(
    (path) => isOwn(path) && (moment === 'now' || isConfig(path)),
  );
  if (dirty !== undefined) return `\`${dirty}\` has uncommitted changes`;
  if (landing?.kind !== 'landed') return undefined;
  const changed = changedBy(landing, isOwn);
  return changed && `the landing ${shortId(landing.commit.id)} changes \`${changed}\``;
}

function changedBy({ commit }: KnownLanding, isOwn: (path: string) => boolean): string | undefined {
  return commit.changes.find(({ path }) => isOwn(path))?.path;
}
