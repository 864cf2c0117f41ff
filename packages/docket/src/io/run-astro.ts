import { spawn } from 'node:child_process';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ownEnvironment } from './git-process.ts';
import { onEnd } from './on-end.ts';

/** How a run of Astro ended. */
export interface AstroEnd {
  /** `null` where a signal ended it. */
  readonly code: number | null;
  /** What it printed; empty where that went to the terminal. */
  readonly output: string;
}

/** What Astro is run with. */
export interface AstroRun {
  /** Absolute path of the folder that has it. */
  readonly modules: string;
  /** Absolute path of the project. */
  readonly project: string;
  /** Such as `build`, with its options. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Variables for which the caller's own environment wins. */
  readonly defaults?: Readonly<Record<string, string>> | undefined;
  /** Whether people see what it prints, and end it themselves. */
  readonly isShown: boolean;
  /** Hears each line of what it prints where people do not see that, without colours. */
  readonly hear?: ((line: string) => void) | undefined;
}

/**
 * What Vite and Astro set themselves. A variable of the same name, such as the `BASE_URL` of a job that tests something
 * else, would take its place.
 */
const BUILT_IN = {
  ...{ NODE_ENV: undefined, BASE_URL: undefined, MODE: undefined, DEV: undefined },
  ...{ PROD: undefined, SSR: undefined, SITE: undefined, ASSETS_PREFIX: undefined },
};

/** Runs Astro in a project to its end, with its telemetry off. It ends with this process. */
export function runAstro({
  modules,
  project,
  args,
  env,
  defaults,
  isShown,
  hear,
}: AstroRun): Promise<AstroEnd> {
  const bin = path.join(modules, 'astro', 'bin', 'astro.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: project,
      env: {
        ...{ ...defaults, ...ownEnvironment(), ...BUILT_IN },
        ...{ ...env, ASTRO_TELEMETRY_DISABLED: '1' },
      },
      stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const takeBack = onEnd(() => child.kill());
    let output = '';
    let heard = 0;
    const keep = (text: string): void => {
      output += text;
      for (let end = output.indexOf('\n', heard); end >= 0; end = output.indexOf('\n', heard)) {
        hear?.(stripVTControlCharacters(output.slice(heard, end)));
        heard = end + 1;
      }
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => {
      takeBack();
      reject(error);
    });
    child.on('close', (code) => {
      takeBack();
      resolve({ code, output });
    });
  });
}
