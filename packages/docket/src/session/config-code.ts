import { hasConfigCode } from '../io/config.ts';
import { isForkPipeline } from '../io/fork.ts';

/** Whether code of a configuration runs. */
export interface ConfigCode {
  readonly runs: boolean;
  /** Whether there is such code, and it does not run: settings may be missing from the view then. */
  readonly isLeftOut: boolean;
}

/**
 * Decides whether `docket.config.ts` runs: where that was asked for, else everywhere but in the pipeline of a pull
 * request from a fork.
 */
export function configCode(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  asked: boolean | undefined,
): ConfigCode {
  const runs = asked ?? !isForkPipeline(env);
  return { runs, isLeftOut: !runs && hasConfigCode(root) };
}
