import { HelpfulError } from '../helpful-error.ts';

/** Why a change to records cannot be computed, for who asked for it. */
export class AuthoringError extends HelpfulError {
  override readonly name = 'AuthoringError';
}
