import { CONFIG_FILES } from '../records/config.ts';
import { type ConfigCode, configCode } from '../session/config-code.ts';
import type { CommandContext, OptionTable, OptionValues } from './command.ts';

/** The option of every command that may run `docket.config.ts`. */
export const CONFIG_CODE_OPTION: OptionTable = {
  'config-code': {
    type: 'boolean',
    negatable: true,
    description: 'Run docket.config.ts (the default, except for pull requests from forks)',
  },
};

/**
 * Whether a command may run `docket.config.ts`: not where it was told otherwise, nor for the branch of a fork. Where it
 * may not, it says what that leaves out.
 */
export function mayRunCode(
  root: string,
  values: OptionValues,
  { env, stderr }: Pick<CommandContext, 'env' | 'stderr'>,
): boolean {
  const asked = values['config-code'];
  return tell(configCode(root, env, typeof asked === 'boolean' ? asked : undefined), stderr).runs;
}

/** Says, for a command that does not run code of the repository, that settings may be missing from its view. */
export function noteUnrunCode(root: string, stderr: CommandContext['stderr']): void {
  tell(configCode(root, {}, false), stderr);
}

function tell(code: ConfigCode, stderr: CommandContext['stderr']): ConfigCode {
  if (code.isLeftOut) {
    stderr.write(
      `Note: ${CONFIG_FILES.code} was not run, so its settings do not apply here; those in ${CONFIG_FILES.data} do\n`,
    );
  }
  return code;
}
