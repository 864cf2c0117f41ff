import path from 'node:path';
import { judgeRatification, type Signature } from '../evidence/judge-ratification.ts';
import { GitSilence } from '../io/ask-git.ts';
import { openDefaultBranch, readBranchConfig } from '../io/default-branch.ts';
import { digestText } from '../io/digest.ts';
import { readBlobs } from '../io/git-blobs.ts';
import { namesAt, Reader } from '../io/reader.ts';
import { type AllowedKeys, checkSignature } from '../io/signatures.ts';
import type { RatificationConfig } from '../records/config.ts';
import type { Corpus } from '../records/corpus.ts';
import { fileHistoriesOf } from '../records/file-history.ts';
import type { Commit, History } from '../records/history.ts';
import { nameInLog } from '../records/key.ts';
import {
  agentDecisionSubjects,
  claimSubject,
  DEFAULT_AGENTS,
  decisionSubject,
  type JudgedRatification,
  type RatificationProblem,
  type Ratifications,
  type Standing,
  type Subject,
} from '../records/ratification.ts';
import {
  NAMESPACE,
  RATIFIED_FOLDER,
  readRatification,
  type SignedRatification,
  signedText,
} from '../records/ratified-file.ts';
import { type AdrRecord, readRecord } from '../records/record.ts';
import type { Evidence } from './evidence.ts';

/** What ratifications are read from. */
export interface RatificationInput {
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly corpus: Corpus;
  /** Asked for only where there are ratifications. */
  readonly history: () => Promise<History>;
  readonly evidence: () => Promise<Evidence>;
}

/** Who may ratify here, and what must be ratified, as the default branch says. */
export interface Authority {
  readonly policy: RatificationConfig | undefined;
  readonly gap: string | undefined;
  keys(): Promise<AllowedKeys>;
}

const SIGNERS = '.sdd/allowed_signers';
const KEYRING = '.sdd/allowed_keys.asc';

/** Reads from the default branch who may ratify. Outside a repository nobody can tell. */
export async function readAuthority(
  root: string,
  env: RatificationInput['env'],
): Promise<Authority> {
  const branch = await openDefaultBranch(root, env);
  if (branch.kind !== 'branch') {
    const gap = branch.kind === 'unknown' ? branch.reason : undefined;
    const nobody = { ssh: undefined, pgp: undefined };
    return { policy: gap === undefined ? {} : undefined, gap, keys: async () => nobody };
  }
  const { config, gap } = await readBranchConfig(branch);
  const policy = gap === undefined ? (config.ratification ?? {}) : undefined;
  return {
    policy,
    gap,
    keys: async () => ({
      ssh: await branch.text(policy?.signers ?? SIGNERS),
      pgp: await branch.text(policy?.keyring ?? KEYRING),
    }),
  };
}

/** Reads and judges everything that was ratified in a repository. */
export async function readRatifications(input: RatificationInput): Promise<Ratifications> {
  const { root, env } = input;
  const authority = await readAuthority(root, env);
  const { policy, gap } = authority;
  const reader = new Reader(root);
  const problems: RatificationProblem[] = [];
  const names = namesAt(path.join(root, RATIFIED_FOLDER)).filter((name) => name.endsWith('.json'));
  const signed = [...names].sort().flatMap((name) => {
    const file = `${RATIFIED_FOLDER}/${name}`;
    const read = reader.text(file);
    const found =
      read.kind === 'text'
        ? readRatification(file, read.text)
        : { file, line: read.line, reason: 'it cannot be read' };
    if ('signature' in found) return [found];
    problems.push(found);
    return [];
  });
  const all = signed.length === 0 ? [] : await judgeAll(signed, input, authority);
  const decisions = new Set(input.corpus.adrs.map((adr) => adr.path));
  return { all, problems, decisions, policy, gap };
}

async function judgeAll(
  signed: readonly SignedRatification[],
  input: RatificationInput,
  authority: Authority,
): Promise<JudgedRatification[]> {
  const keys = await keysOf(authority);
  const carriers = await carriersOf(signed, input, authority.policy ?? {});
  const judged: JudgedRatification[] = [];
  for (const one of signed) {
    const { signature: _, ...stated } = one;
    const signature: Signature =
      'reason' in keys ? { kind: 'unknown', ...keys } : await check(one, keys);
    const target = await targetOf(one, input);
    const verdict = judgeRatification({
      stated,
      signature,
      policy: authority.policy ?? {},
      now: target.subject && digestText(target.subject.content),
    });
    judged.push({
      ...stated,
      path: target.path,
      key: signature.kind === 'good' ? signature.key : undefined,
      standing: await standingOf(verdict, one, target.record, input),
      carrier: carriers.get(one.file),
    });
  }
  return judged;
}

async function keysOf(authority: Authority): Promise<AllowedKeys | { readonly reason: string }> {
  if (authority.gap !== undefined) return { reason: authority.gap };
  try {
    return await authority.keys();
  } catch (error) {
    if (error instanceof GitSilence) return { reason: error.message };
    throw error;
  }
}

/** Holds the signature of one file against the keys that may sign. */
export function check(one: SignedRatification, keys: AllowedKeys): Promise<Signature> {
  const { signature, signer, date } = one;
  const text = signedText(one);
  return checkSignature({ text, signature, signer, date, namespace: NAMESPACE }, keys);
}

async function standingOf(
  verdict: ReturnType<typeof judgeRatification>,
  one: SignedRatification,
  record: AdrRecord | undefined,
  input: RatificationInput,
): Promise<Standing> {
  if (typeof verdict === 'object') {
    return 'refused' in verdict
      ? { kind: 'refused', reason: verdict.refused }
      : { kind: 'unknown', reason: verdict.unknown };
  }
  if (verdict === 'changed') {
    return { kind: verdict, before: record && (await textThen(one, record, input)) };
  }
  return { kind: verdict } as Standing;
}

interface Target {
  /** Path of what is meant; `undefined` where there is no such record. */
  readonly path: string | undefined;
  readonly record: AdrRecord | undefined;
  readonly subject: Subject | undefined;
}

/** What a ratification is about, as it reads now. */
async function targetOf(
  { record: name, part }: Pick<Subject, 'record' | 'part'>,
  { corpus, evidence }: RatificationInput,
): Promise<Target> {
  const record = corpus.records.find((one) => nameInLog(one) === name);
  if (record?.kind === 'adr') {
    const subject = subjectsOf(record).find((one) => one.part === part);
    return { path: record.path, record, subject };
  }
  const { judged, files } = await evidence();
  const own = record && (await judged()).find((one) => one.record === record);
  const found = own ?? (await files()).find((file) => file.path === name);
  const claim = found?.claims.map((one) => one.claim).find(({ id }) => id === part);
  const at = record?.path ?? (found && 'path' in found ? found.path : undefined);
  return { path: at, record: undefined, subject: claim && claimSubject(name, claim) };
}

/** What of a decision can be ratified. */
export function subjectsOf(record: AdrRecord): readonly Subject[] {
  return [decisionSubject(record), ...agentDecisionSubjects(record)];
}

/** The record as it was ratified, where a commit of this clone has it. */
async function textThen(
  { digest, part }: SignedRatification,
  record: AdrRecord,
  { root, corpus, history: read }: RatificationInput,
): Promise<AdrRecord | undefined> {
  const history = await read();
  const histories = fileHistoriesOf(history, [record.path]);
  if (histories.kind === 'unknown' || history.kind === 'unknown') return undefined;
  const revisions = histories.files.get(record.path)?.revisions ?? [];
  const ids = revisions.map(({ blob }) => blob);
  const texts = await readBlobs(root, { ids, partial: history.partial });
  for (const revision of revisions.toReversed()) {
    const text = texts.get(revision.blob);
    if (text === undefined) continue;
    const then = readRecord('adr', { path: revision.path, text }, corpus) as AdrRecord;
    const subject = subjectsOf(then).find((one) => one.part === part);
    if (subject && digestText(subject.content) === digest) return then;
  }
  return undefined;
}

/** The commits that brought files as they stand: where a branch was merged, the one on the branch. */
async function carriersOf(
  signed: readonly SignedRatification[],
  { history: read }: RatificationInput,
  { agents = [...DEFAULT_AGENTS] }: RatificationConfig,
): Promise<ReadonlyMap<string, JudgedRatification['carrier']>> {
  const history = await read();
  const paths = signed.map(({ file }) => file);
  const histories = fileHistoriesOf(history, paths);
  if (histories.kind === 'unknown' || history.kind === 'unknown') return new Map();
  const names = new Set(agents.map((name) => name.toLowerCase()));
  const blobs = new Map(
    [...histories.files].flatMap(([file, { revisions, isUncommitted }]) => {
      const last = revisions.at(-1);
      return last && !isUncommitted ? [[history.prefix + file, last.blob] as const] : [];
    }),
  );
  const carriers = new Map<string, Commit>();
  for (const commit of history.commits.values()) {
    if (commit.parents.length > 1 || history.boundary.has(commit.id)) continue;
    for (const change of commit.changes) {
      if (change.after !== undefined && blobs.get(change.path) === change.after) {
        carriers.set(change.path.slice(history.prefix.length), commit);
      }
    }
  }
  return new Map(
    [...carriers].map(([file, { id, author }]) => {
      const isAgent = /\[bot\]$/.test(author) || names.has(author.toLowerCase());
      return [file, { commit: id, author, isAgent }];
    }),
  );
}
