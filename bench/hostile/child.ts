import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { GrownFile } from './grown.ts';
import type { Taken } from './lint-child.ts';

/** How a file was judged: what it took, or how the process ended instead. */
export type Outcome = Taken | { readonly ended: string };

/** Lints files in a process of its own, which is ended and started again where it takes too long or dies. */
export class LintChild implements Disposable {
  readonly #limit: number;
  #child: ChildProcess | undefined;

  /** @param limit milliseconds after which a file has taken too long */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Lints the example repository with one file changed. */
  async lint(file: GrownFile): Promise<Outcome> {
    const child = this.#child ?? (await this.#start());
    return this.#ask(child, file);
  }

  #ask(child: ChildProcess, file: GrownFile): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        done({ ended: `after ${this.#limit} ms` });
      }, this.#limit);
      const onExit = (code: number | null, signal: string | null) => {
        done({ ended: `by itself with ${code ?? signal}` });
      };
      const onMessage = (taken: Taken) => done(taken);
      const done = (outcome: Outcome) => {
        clearTimeout(timer);
        child.off('exit', onExit).off('message', onMessage);
        if ('ended' in outcome) this.#child = undefined;
        resolve(outcome);
      };
      child.once('exit', onExit).once('message', onMessage);
      child.send(file);
    });
  }

  [Symbol.dispose](): void {
    this.#child?.disconnect();
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(path.join(import.meta.dirname, 'lint-child.ts'), {
      execArgv: ['--expose-gc', '--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    await new Promise((resolve) => child.once('message', resolve));
    this.#child = child;
    // What loading the linter takes is no matter of the file.
    await this.#ask(child, { path: 'README.md', text: '' });
    return child;
  }
}
