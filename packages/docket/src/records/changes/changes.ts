import type { Piece } from '../difference.ts';
import type { Finding } from '../finding.ts';
import type { RecordKind } from '../layout.ts';
import type { RelationType } from '../relation.ts';

/** A record on one side of a comparison. */
export interface RecordSide {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Of a decision; `undefined` where it has none that is valid. */
  readonly status: string | undefined;
}

/** A section that differs: its own text, without that of the sections below it. */
export interface SectionChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Titles from the top down, such as `Consequences`, `Risks`; empty for what stands before the first heading. */
  readonly titles: readonly string[];
  /** The fragment that leads to it, where it is there now. */
  readonly slug: string | undefined;
  /** Its Markdown, word by word. */
  readonly pieces: readonly Piece[];
}

/** A frontmatter key that differs, but for status and relations. `undefined` on the side where it is not set. */
export interface FieldChange {
  readonly key: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A decision that an agent took and that was not there before. */
export interface NewAgentDecision {
  readonly decision: string;
  readonly rationale: string;
  /** As written; `undefined` in a provenance record, which has no such column. */
  readonly acceptable: string | undefined;
  /** Whether a person still has to say something about it. */
  readonly needsReview: boolean;
}

/** A validation result that is new, gone or different. Each side is the outcome as written. */
export interface ResultChange {
  readonly number: number;
  readonly step: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A record that was added, removed, or changed in name or text. */
export interface RecordChange {
  readonly recordKind: RecordKind;
  readonly before: RecordSide | undefined;
  readonly after: RecordSide | undefined;
  readonly fields: readonly FieldChange[];
  readonly sections: readonly SectionChange[];
  readonly agentDecisions: readonly NewAgentDecision[];
  readonly results: readonly ResultChange[];
}

/** A relation that a decision states now and did not before, or the other way round. */
export interface RelationChange {
  readonly kind: 'added' | 'removed';
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
}

/** A claim of a provenance record that Git now says something else about. */
export interface VerdictChange {
  readonly record: string;
  readonly path: string;
  readonly claim: string;
  /** `undefined` for a claim that is new or gone. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Why it is not verified now, in words; empty otherwise. */
  readonly reason: string;
}

/** A comment that silences rules in a record and was not there before. */
export interface Silencing {
  readonly record: string;
  readonly path: string;
  readonly line: number;
  readonly rules: readonly string[];
  readonly reason: string;
}

/** A decision that governs files of a change. */
export interface GovernedChange {
  /** With its log, where a repository has several. */
  readonly id: string;
  readonly title: string;
  readonly path: string;
  readonly status: string | undefined;
  /** One sentence that says what was decided. */
  readonly outcome: string | undefined;
  /** Ids of the decisions that replace it today; files of one that was replaced are governed by nothing that stands. */
  readonly supersededBy: readonly string[];
  /** Files of the change that it governs, from the root; those that were deleted, too. */
  readonly files: readonly string[];
  /** Those of them whose change has to name the decision. */
  readonly asking: readonly string[];
  /** Records of the change that are this decision, or new ones that refer to it. */
  readonly answeredBy: readonly string[];
  /** What else of the change names it: ids of commits, and `text` for the text of the pull request. */
  readonly acknowledgedBy: readonly string[];
}

/** How one state of the records became another. */
export interface Changes {
  /** What the two states are called: a commit each, or the working tree. */
  readonly base: string;
  readonly head: string;
  readonly records: readonly RecordChange[];
  readonly relations: readonly RelationChange[];
  readonly verdicts: readonly VerdictChange[];
  readonly silencings: readonly Silencing[];
  /** Those that the change says nothing of come first. */
  readonly governed: readonly GovernedChange[];
  readonly violations: {
    readonly added: readonly Finding[];
    readonly fixed: readonly Finding[];
  };
}

/** What happened to a record as a whole. */
export function changeKind(change: RecordChange): 'added' | 'removed' | 'renamed' | 'changed' {
  if (!change.before) return 'added';
  if (!change.after) return 'removed';
  return change.before.path === change.after.path ? 'changed' : 'renamed';
}

/** The record as it is now, or as it was where it is gone. */
export function sideOf({ before, after }: RecordChange): RecordSide {
  const side = after ?? before;
  if (!side) throw new Error('A change without a record on either side');
  return side;
}

/** The status before and after, where it differs. */
export function statusChange({
  before,
  after,
}: RecordChange): { before: string | undefined; after: string | undefined } | undefined {
  if (!before || !after || before.status === after.status) return undefined;
  return { before: before.status, after: after.status };
}

/** Whether nothing at all differs. */
export function isEmpty(changes: Changes): boolean {
  const { records, relations, verdicts, silencings, governed, violations } = changes;
  const { added, fixed } = violations;
  const lists = [records, relations, verdicts, silencings, governed, added, fixed];
  return lists.every((list) => list.length === 0);
}
