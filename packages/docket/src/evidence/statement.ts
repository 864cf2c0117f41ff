import type { Change } from '../records/history.ts';
import { STATEMENT_TYPE } from '../records/in-toto.ts';
import type { Context } from './context.ts';
import type { JudgedRecord } from './judge.ts';
import { type KnownLanding, landingKind } from './landing.ts';
import { headLine } from './lines.ts';
import { namesOf } from './named.ts';
import { fromLanding } from './names.ts';
import type { Statement } from './other-statements.ts';
import { type ExecutionStatement, predicateType } from './statement-schema.ts';
import { matchStep } from './steps-then.ts';
import { summarise } from './verification.ts';

/** What a statement needs besides the judged record. */
export interface StatementInput {
  readonly judged: JudgedRecord;
  readonly version: string;
  /** Address of the site that shows the records, where the configuration names it. */
  readonly site: string | undefined;
  /** SHA-256 of a blob's bytes, in hexadecimal; `undefined` where the clone lacks it. */
  readonly digestOf: (blob: string) => string | undefined;
  /** SHA-256 of a text as UTF-8, in hexadecimal. */
  readonly digestText: (text: string) => string;
}

/** A statement, or why none can be made. */
export type StatementResult =
  | { readonly kind: 'statement'; readonly statement: ExecutionStatement }
  | { readonly kind: 'refused'; readonly reason: string; readonly help: string };

/** Blobs whose digests a statement of this record needs. */
export function blobsOf(context: Context, { record, spec, landing }: JudgedRecord): string[] {
  if (landing.kind !== 'landed') return [];
  const line = headLine(context.history);
  const heads = [record.path, ...(spec ? [spec.path] : [])].map((path) =>
    line.objectAt(context.history.prefix + path, line.end),
  );
  const written = files(landing).map(({ after }) => after);
  return [...heads, ...written].filter((id) => id !== undefined);
}

/**
 * The attestation of an execution: what landed, what the record claims and what was observed. Deterministic: the same
 * repository gives the same statement.
 */
export function makeStatement(
  context: Context,
  { judged, version, site, digestOf, digestText }: StatementInput,
): StatementResult {
  const { record, spec, landing, claims } = judged;
  if (landing.kind !== 'landed') {
    return refused(
      `its landing is unknown, because ${landing.reason}`,
      'commit the record, in a full clone',
    );
  }
  if (!spec) return refused('the record has no specification', 'name one in the **Spec:** line');
  const head = (path: string) => headFile(context, path, digestOf);
  const [specFile, recordFile] = [head(spec.path), head(record.path)];
  for (const [path, found] of [
    [spec.path, specFile],
    [record.path, recordFile],
  ] as const) {
    if (!found) return refused(`\`${path}\` is not committed as it is`, 'commit it first');
  }
  const subjects = files(landing).map(({ path, after = '' }) => ({
    name: path,
    digest: { gitBlob: after, sha256: digestOf(after) ?? '' },
  }));
  const missing = subjects.find(({ digest }) => digest.sha256 === '');
  if (missing || !specFile || !recordFile) {
    return refused(`\`${missing?.name}\` is not in this clone`, 'attest in a full clone');
  }
  const { verified, contradicted, outdated, unverifiable, accepted } = summarise([judged]);
  return {
    kind: 'statement',
    statement: {
      _type: STATEMENT_TYPE,
      subject: [{ name: 'landing', digest: { gitCommit: landing.commit.id } }, ...subjects],
      predicateType: predicateType(site),
      predicate: {
        spec: specFile,
        record: recordFile,
        claimed: {
          agent: record.fields.agent.value ?? null,
          executed: record.fields.executed.value ?? null,
          deviations: record.body.deviations.map(({ text }) => text),
        },
        landing: {
          commit: landing.commit.id,
          kind: landingKind(landing),
          date: landing.commit.committed,
        },
        changes: changesOf(context, judged, landing),
        validation: validationOf(judged, digestText),
        accepted: claims.flatMap(({ claim, accepted: reason }) =>
          reason === undefined ? [] : [{ claim: claim.id, reason }],
        ),
        verdict: {
          result:
            contradicted > accepted
              ? 'contradicted'
              : outdated + unverifiable + accepted > 0
                ? 'partly-verified'
                : 'verified',
          verified,
          contradicted,
          outdated,
          unverifiable,
        },
        verifier: { name: 'docket', version },
      },
    },
  };
}

function refused(reason: string, help: string): StatementResult {
  return { kind: 'refused', reason, help };
}

/** The files that a landing wrote; a submodule is no file. */
function files({ commit }: KnownLanding): Change[] {
  return commit.changes.filter(({ after, submodule }) => after !== undefined && !submodule);
}

function headFile(
  { history }: Context,
  path: string,
  digestOf: StatementInput['digestOf'],
): ExecutionStatement['predicate']['spec'] | undefined {
  const line = headLine(history);
  const gitPath = history.prefix + path;
  const blob = line.objectAt(gitPath, line.end);
  const sha256 = blob === undefined ? undefined : digestOf(blob);
  if (blob === undefined || sha256 === undefined || history.uncommitted.has(gitPath)) {
    return undefined;
  }
  return { path, digest: { gitBlob: blob, sha256 } };
}

const OBSERVED = { A: 'created', M: 'modified', D: 'deleted', T: 'type-changed' } as const;

type StatedChange = ExecutionStatement['predicate']['changes'][number];

/** Rows of the record with what the landing did, then the changes that no row names. */
function changesOf(
  context: Context,
  { claims, record }: JudgedRecord,
  landing: KnownLanding,
): StatedChange[] {
  const { line, position, commit } = landing;
  const told = new Set<string>([landing.path, context.history.prefix + record.path]);
  const rows = claims.flatMap(({ claim, verdict }): StatedChange[] => {
    if (claim.kind !== 'artifact') return [];
    const names = namesOf(context, landing, claim.path);
    for (const from of claim.from === undefined ? [] : [claim.from]) {
      told.add(landing.prefix + from);
    }
    for (const name of names) told.add(name);
    const change = names
      .map((name) => line.changeAt(name, position))
      .find((found) => found !== undefined);
    const claimed = claim.claim.slice(claim.path.length + 2).trim();
    return [
      {
        path: claim.path,
        claimed,
        observed: change ? OBSERVED[change.status] : null,
        verdict: verdict.kind,
      },
    ];
  });
  const others = commit.changes
    .filter(({ path }) => !told.has(path))
    .map(
      ({ path, status }): StatedChange => ({
        path: fromLanding(landing, path),
        claimed: null,
        observed: OBSERVED[status],
        verdict: 'undeclared',
      }),
    );
  return [...rows, ...others];
}

function validationOf(
  { spec, claims }: JudgedRecord,
  digestText: StatementInput['digestText'],
): ExecutionStatement['predicate']['validation'] {
  const steps = spec?.body.steps ?? [];
  return steps.map((step) => {
    const found = claims.find(
      ({ claim }) => claim.kind === 'result' && matchStep(claim.result, steps).step === step,
    );
    return {
      step: step.number,
      textDigest: { sha256: digestText(step.text) },
      claimed: found?.claim.kind === 'result' ? found.claim.result.outcome : null,
      observed: found?.observed?.outcome ?? null,
      evidence: found?.observed?.evidence ?? null,
    };
  });
}

/**
 * Where two statements of one execution say something else, as `path: stated …, found …`. Which version of the
 * verifier wrote it, the wording of evidence and the site on which its schema stands are no difference.
 */
export function statementDifferences(stated: Statement, found: Statement): string[] {
  return compare('', stated, found);
}

const WORDING: ReadonlySet<string> = new Set(['version', 'evidence', 'predicateType']);

function compare(path: string, stated: unknown, found: unknown): string[] {
  if (isObject(stated) && isObject(found)) {
    const keys = [...new Set([...Object.keys(stated), ...Object.keys(found)])];
    return keys
      .filter((key) => !WORDING.has(key))
      .flatMap((key) => {
        const label = Array.isArray(stated)
          ? `${path}[${key}]`
          : path === ''
            ? key
            : `${path}.${key}`;
        return compare(label, stated[key], found[key]);
      });
  }
  if (stated === found) return [];
  return [`${path}: stated ${shown(stated)}, found ${shown(found)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : `\`${JSON.stringify(value)}\``;
}
