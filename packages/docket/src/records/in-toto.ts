/** The type of a statement: https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

/** What a statement may be about, as `docket attest --predicate` names it. */
export const PREDICATES = ['execution', 'test-result', 'verification-summary'] as const;

/** One of those. */
export type Predicate = (typeof PREDICATES)[number];
