import { checksOf } from '../records/checks.ts';
import type { Corpus } from '../records/corpus.ts';
import { FILE_START } from '../records/finding.ts';
import type { History } from '../records/history.ts';
import type { ProvenanceRecord, SpecRecord } from '../records/record.ts';
import type { ValidationStep } from '../records/spec.ts';
import type { LandingAgents } from './agents/observed.ts';
import { agree, contradictedIn, type Judgement } from './agree.ts';
import { checkArtifact, fateOfArtifact } from './checks/artifacts.ts';
import { checkDecision } from './checks/decision.ts';
import { checkExecuted } from './checks/executed.ts';
import { checkLandedTogether } from './checks/landed-together.ts';
import { checkResult } from './checks/result.ts';
import { rewrittenSince } from './checks/rewritten.ts';
import { unansweredSteps } from './checks/unanswered.ts';
import { undeclaredFiles } from './checks/undeclared.ts';
import { type Context, createContext, toGit } from './context.ts';
import {
  type KnownLanding,
  type Landing,
  landingOf,
  recordsIn,
  type UnknownLanding,
} from './landing.ts';
import { otherWays } from './lines.ts';
import type { Fate } from './names.ts';
import type { Notice } from './notice.ts';
import { otherWork } from './other-work.ts';
import { type Claim, claimsOf } from './sources/ours.ts';
import { landingScene } from './steps/landing-scene.ts';
import type { Observation } from './steps/observation.ts';
import { observeStep } from './steps/observe.ts';
import { matchStep, specAtLanding, stepToday } from './steps-then.ts';
import { type UndoRenames, undoRenames } from './undo-renames.ts';
import { bringsWork, otherUnits } from './units.ts';
import { unverifiable, type Verdict } from './verdict.ts';

/** A claim with what became of it. */
export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** What became of an artifact since the landing; never counts against the claim. */
  readonly now?: Fate;
  /** What the tool itself found for a validation step at the landing. */
  readonly observed?: Observation;
  /** Why a person let a contradicted claim stand, where one did. */
  readonly accepted?: string;
}

/** A provenance record with the verdict on each of its claims. */
export interface JudgedRecord {
  readonly record: ProvenanceRecord;
  readonly spec: SpecRecord | undefined;
  readonly landing: Landing;
  readonly claims: readonly JudgedClaim[];
  readonly notices: readonly Notice[];
  /** Who did the work; absent where the landing is not known, or its commits were not asked. */
  readonly agents?: LandingAgents;
}

/**
 * Holds every claim of a record against the history. Pure; texts that `history` does not hold yet leave the claims
 * that need them unverifiable (`judgeAll` reads them).
 */
export function judge(record: ProvenanceRecord, history: History, corpus: Corpus): JudgedRecord {
  if (history.kind === 'unknown') {
    return undecided(record, corpus, {
      kind: 'unknown',
      why: history.why,
      reason: history.message,
    });
  }
  return judgeIn(createContext(corpus, history), record);
}

/** As `judge`, in a context that is shared by all records of a round. */
export function judgeIn(context: Context, record: ProvenanceRecord): JudgedRecord {
  const { corpus, history } = context;
  const { excess, cutAt } = record.document;
  if (excess !== undefined || cutAt !== undefined) return undecided(record, corpus, UNREAD);
  const first = landingOf(context, record);
  if (first.kind === 'unknown') return undecided(record, corpus, first);
  const { landing, claims } = judgeUnits(context, record, first);
  if (history.boundary.size > 0 && !bringsWork(context, record, landing)) {
    return undecided(record, corpus, NO_WORK);
  }
  const held = holdAt(context, record, landing);
  return { record, spec: held.now, landing, claims, notices: noticesOf(held) };
}

const UNREAD: UnknownLanding = {
  kind: 'unknown',
  why: 'missing-object',
  reason: 'the record exceeds a limit, which `docket lint` names',
};

// In a whole history it could be seen that the record was only put back.
const NO_WORK: UnknownLanding = {
  kind: 'unknown',
  why: 'shallow',
  reason: 'the clone is shallow, and the work of the record is not in its commits',
};

function judgeUnits(context: Context, record: ProvenanceRecord, first: KnownLanding): Judgement {
  const judgeAt = (landing: KnownLanding): Judgement => {
    const held = holdAt(context, record, landing);
    return { landing, claims: claimsOf(record).map((claim) => judgeClaim(claim, held)) };
  };
  const judged = judgeAt(first);
  if (contradictedIn(judged) === 0) return judged;
  const { units, gap } = otherUnits(context, record, first);
  const others = units.map(({ landing, doubt }) => ({ judged: judgeAt(landing), doubt }));
  const isOpen = otherWays(context.history, first.line, first.position).length > 0;
  const isShared = isOpen && recordsIn(context, first).length > 1;
  const { landing, claims } = agree(judged, others, { gap, isShared });
  return { landing, claims: claims.map((entry) => withOtherWork(context, record, landing, entry)) };
}

/** A contradiction that may be the doing of other work in the same commit is none. */
function withOtherWork(
  context: Context,
  record: ProvenanceRecord,
  landing: KnownLanding,
  entry: JudgedClaim,
): JudgedClaim {
  const { claim, verdict } = entry;
  const other =
    verdict.kind === 'contradicted' ? otherWork(context, landing, record, claim) : undefined;
  if (!other) return entry;
  const reason = `${other.path} also names the file, and Git keeps only the sum of what landed in one commit`;
  return { ...entry, verdict: unverifiable('ambiguous', reason) };
}

function holdAt(context: Context, record: ProvenanceRecord, landing: KnownLanding): Held {
  const now = context.corpus.specOf(record);
  const then = specAtLanding(context, landing, record);
  const scene = landingScene(context, landing);
  const undo = undoRenames(context, landing);
  const observe = (step: ValidationStep): Observation | undefined => {
    // Checks go by today's numbers, results by those of the landing: the text tells which step is which.
    const today = now && stepToday(step, now.body.steps, undo);
    const checks = today ? checksOf(now?.fields.checks.value, today.number) : [];
    return checks.length === 0 ? undefined : observeStep(checks, scene);
  };
  return { context, landing, record, then, now, undo, observe };
}

/** A record with everything its claims are held against. */
interface Held {
  readonly context: Context;
  readonly landing: KnownLanding;
  readonly record: ProvenanceRecord;
  /** The specification in the landing; `missing` where the clone lacks that version. */
  readonly then: SpecRecord | 'missing' | undefined;
  readonly now: SpecRecord | undefined;
  readonly undo: UndoRenames;
  observe(step: ValidationStep): Observation | undefined;
}

function judgeClaim(claim: Claim, held: Held): JudgedClaim {
  const { context, landing, record } = held;
  switch (claim.kind) {
    case 'landed-together':
      return { claim, verdict: checkLandedTogether(context, landing, record) };
    case 'decision':
      return { claim, verdict: checkDecision(context, landing, claim) };
    case 'executed':
      return { claim, verdict: checkExecuted(landing, claim) };
    case 'artifact': {
      const verdict = checkArtifact(context, landing, claim);
      const fate = fateOfArtifact(context, landing, claim);
      return { claim, verdict, ...(fate && { now: fate }) };
    }
    case 'result': {
      const steps = specOf(held)?.body.steps ?? [];
      const { step } = matchStep(claim.result, steps, held.undo);
      const observed = step && held.observe(step);
      return { claim, verdict: checkResult(claim, held), ...(observed && { observed }) };
    }
  }
}

function specOf({ then, now }: Held): SpecRecord | undefined {
  return then === 'missing' ? now : (then ?? now);
}

function noticesOf(held: Held): Notice[] {
  const { context, landing, record } = held;
  const notices = [
    ...undeclaredFiles(context, landing, record),
    ...rewrittenSince(context, landing, record),
    ...unansweredSteps(record, specOf(held), held.undo),
  ];
  if (context.history.uncommitted.has(toGit(context, record.path))) {
    notices.push({
      kind: 'uncommitted',
      severity: 'info',
      words: 'Judged with uncommitted changes',
      help: 'commit the record to check what others will see',
      span: record.outline.sections[0]?.span ?? FILE_START,
      details: [],
    });
  }
  return notices;
}

function undecided(
  record: ProvenanceRecord,
  corpus: Corpus,
  landing: UnknownLanding,
): JudgedRecord {
  const verdict = unverifiable(landing.why, landing.reason);
  const claims = claimsOf(record).map((claim) => ({ claim, verdict }));
  return { record, spec: corpus.specOf(record), landing, claims, notices: [] };
}
