import { causeOf, type SystemError } from '../records/system-error.ts';
import { ApplyError } from './apply-error.ts';

/** What is told where the system does not let a file be written. */
export function refusal(error: SystemError, file: string): ApplyError {
  const { why, help } = causeOf(error);
  return new ApplyError(`\`${file}\` cannot be written: ${why}; nothing was changed`, help);
}
