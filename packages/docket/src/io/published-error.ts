import { HelpfulError } from '../records/helpful-error.ts';

/** A site publishes nothing that could be joined, or something else than it states. */
export class PublishedError extends HelpfulError {
  override readonly name = 'PublishedError';
}
