import { statementJsonSchema } from 'docket/session';

/** The schema of an attestation as the site publishes it, at the path that the type of each attestation ends in. */
export function publishedStatementSchema(): Record<string, unknown> {
  return statementJsonSchema();
}
