import { z } from 'zod';
import { type Predicate, STATEMENT_TYPE } from '../records/in-toto.ts';
import { encodedPath } from '../records/paths.ts';
import { type ExecutionStatement, file, gitId, readStatement } from './statement-schema.ts';

/*
 * What an execution says in predicates that others defined, for policies that know only those. Each is made from the
 * statement of the execution, and speaks of the landing alone: a file in it may be one that no row of the record names.
 */

const subject = z.array(z.object({ name: z.string(), digest: z.object({ gitCommit: gitId }) }));

/** A field that the predicate has and an execution does not tell; stated, it is a difference. */
const untold = z.unknown().optional();

/** @see https://github.com/in-toto/attestation/blob/main/spec/predicates/test-result.md */
const testResultSchema = z.object({
  _type: z.literal(STATEMENT_TYPE),
  subject,
  predicateType: z.literal('https://in-toto.io/attestation/test-result/v0.1'),
  predicate: z.object({
    result: z.enum(['PASSED', 'WARNED', 'FAILED']),
    configuration: z.tuple([
      z.object({
        name: z.string(),
        digest: file.shape.digest,
        annotations: z.object({ record: z.string() }),
      }),
    ]),
    passedTests: z.array(z.string()),
    warnedTests: z.array(z.string()),
    failedTests: z.array(z.string()),
    url: untold,
  }),
});

/** @see https://slsa.dev/spec/v1.1/verification_summary */
const summarySchema = z.object({
  _type: z.literal(STATEMENT_TYPE),
  subject,
  predicateType: z.literal('https://slsa.dev/verification_summary/v1'),
  predicate: z.object({
    verifier: z.object({ id: z.string(), version: z.object({ docket: z.string() }).optional() }),
    resourceUri: z.string(),
    policy: z.object({ uri: z.string(), name: z.string(), digest: file.shape.digest }),
    verificationResult: z.enum(['PASSED', 'FAILED']),
    verifiedLevels: z.array(z.string()),
    timeVerified: untold,
    inputAttestations: untold,
    dependencyLevels: untold,
    slsaVersion: untold,
  }),
});

/** The results of the steps of a specification, as in-toto's Test Result 0.1. */
export type TestResultStatement = z.infer<typeof testResultSchema>;

/** What came of holding a record against the history, as SLSA's Verification Summary 1. */
export type SummaryStatement = z.infer<typeof summarySchema>;

/** A statement about an execution, in one of the predicates. */
export type Statement = ExecutionStatement | TestResultStatement | SummaryStatement;

/** A statement that was read, and which execution it is about. */
export interface ReadStatement {
  readonly statement: Statement;
  readonly predicate: Predicate;
  /** Path of the provenance record, from the root of the records. */
  readonly record: string;
}

/** Reads a statement in any of the predicates, or says in lines of text what is not as its schema has it. */
export function readAnyStatement(value: unknown): ReadStatement | { readonly problems: string } {
  const type = z.object({ predicateType: z.string() }).safeParse(value).data?.predicateType;
  if (type === testResultSchema.shape.predicateType.value) {
    const { data, error } = testResultSchema.safeParse(value);
    if (!data) return { problems: z.prettifyError(error) };
    const { record } = data.predicate.configuration[0].annotations;
    return { statement: data, predicate: 'test-result', record };
  }
  if (type === summarySchema.shape.predicateType.value) {
    const { data, error } = summarySchema.safeParse(value);
    if (!data) return { problems: z.prettifyError(error) };
    return {
      statement: data,
      predicate: 'verification-summary',
      record: data.predicate.policy.name,
    };
  }
  const read = readStatement(value);
  if ('problems' in read) return read;
  const { statement } = read;
  return { statement, predicate: 'execution', record: statement.predicate.record.path };
}

/**
 * The results of the steps at the landing. Only what the verifier observed passes a step. A failure that the record
 * itself reports counts unless a check passed: who says so gains nothing by it. A step of which neither is known is in
 * no list, and makes `PASSED` a `WARNED`. `undefined` where the result of no step is known.
 * @param steps texts of the steps, by number
 */
export function testResult(
  { subject: subjects, predicate }: ExecutionStatement,
  steps: ReadonlyMap<number, string>,
): TestResultStatement | undefined {
  const results = predicate.validation.map(({ step, observed, claimed }) => ({
    name: `${step}. ${steps.get(step) ?? ''}`,
    outcome: observed === 'pass' || observed === 'fail' ? observed : claimed === 'fail' && 'fail',
  }));
  const named = (outcome: 'pass' | 'fail') =>
    results.filter((result) => result.outcome === outcome).map(({ name }) => name);
  const [passedTests, failedTests] = [named('pass'), named('fail')];
  if (passedTests.length + failedTests.length === 0) return undefined;
  const { path, digest } = predicate.spec;
  return {
    _type: STATEMENT_TYPE,
    subject: landing(subjects),
    predicateType: testResultSchema.shape.predicateType.value,
    predicate: {
      result:
        failedTests.length > 0
          ? 'FAILED'
          : passedTests.length < results.length
            ? 'WARNED'
            : 'PASSED',
      configuration: [{ name: path, digest, annotations: { record: predicate.record.path } }],
      passedTests,
      warnedTests: [],
      failedTests,
    },
  };
}

/** Who verifies what, where the repository tells. */
export interface SummaryPlaces {
  /** Address of the site of the records, which names the verifier. */
  readonly site: string;
  /** Address of the repository on the web. */
  readonly repository: string;
  /** The folder of the records in the repository, with a `/` at its end, or empty. */
  readonly prefix: string;
}

/**
 * Whether the landing agrees with the claims of its record, which are the policy: it fails where `docket verify` does.
 * No level of SLSA is claimed: levels tell whether all claims were verified or only some of them. `undefined` where
 * none was, and none contradicted.
 */
export function verificationSummary(
  { subject: subjects, predicate }: ExecutionStatement,
  { site, repository, prefix }: SummaryPlaces,
): SummaryStatement | undefined {
  const { record, verdict, verifier } = predicate;
  if (verdict.verified + verdict.contradicted === 0) return undefined;
  const hasFailed = verdict.result === 'contradicted';
  const path = encodedPath(`${prefix}${record.path}`);
  return {
    _type: STATEMENT_TYPE,
    subject: landing(subjects),
    predicateType: summarySchema.shape.predicateType.value,
    predicate: {
      verifier: { id: site, version: { docket: verifier.version } },
      resourceUri: `git+${repository}`,
      policy: { uri: `git+${repository}#${path}`, name: record.path, digest: record.digest },
      verificationResult: hasFailed ? 'FAILED' : 'PASSED',
      verifiedLevels: [
        hasFailed
          ? 'FAILED'
          : verdict.result === 'verified'
            ? 'DOCKET_VERIFIED'
            : 'DOCKET_PARTLY_VERIFIED',
      ],
    },
  };
}

function landing(subjects: ExecutionStatement['subject']): TestResultStatement['subject'] {
  return subjects.flatMap(({ name, digest }) =>
    'gitCommit' in digest ? [{ name, digest: { gitCommit: digest.gitCommit } }] : [],
  );
}
