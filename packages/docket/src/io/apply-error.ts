import { HelpfulError } from '../records/helpful-error.ts';

/** Why changes were not written; nothing was. */
export class ApplyError extends HelpfulError {
  override readonly name = 'ApplyError';
}
