import { HelpfulError } from '../../records/helpful-error.ts';

/** The site cannot be built or served. */
export class SiteError extends HelpfulError {
  override readonly name = 'SiteError';
}
