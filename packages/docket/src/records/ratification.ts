import GithubSlugger from 'github-slugger';
import type { AgentDecision } from './adr.ts';
import { comparableText } from './comparable-text.ts';
import type { RatificationConfig } from './config.ts';
import { statusWordIn } from './dialects/status-words.ts';
import { nameInLog } from './key.ts';
import type { AdrRecord } from './record.ts';
import { RELATION_TYPES } from './relation.ts';

/*
 * A person's word for a text. What is signed is the digest of a subject's content, so that whoever reads the text later
 * can tell whether it is the one that was accepted.
 */

/** Something that a person can accept. */
export interface Subject {
  /** Name of the record with its log, `ADR-018`; the path of a file that is no record. */
  readonly record: string;
  /** The part that is meant, such as `artifact:src/a.ts`; `undefined` for the decision as a whole. */
  readonly part: string | undefined;
  /** What it says in one line, for the reader. */
  readonly states: string;
  /** Exactly what is accepted; the same content is the same text. */
  readonly content: string;
}

/** A ratification as its file states it, before anything of it is believed. */
export interface Ratification extends Pick<Subject, 'record' | 'part' | 'states'> {
  /** Path of the file. */
  readonly file: string;
  /** SHA-256 of the content, in hexadecimal. */
  readonly digest: string;
  /** Who signed, as the list of signers names them. */
  readonly signer: string;
  /** When, as the signer says: RFC 3339 in UTC. */
  readonly date: string;
}

/** How far a ratification is good. */
export type Standing =
  /** Signed by a person who may, and the text is the same. */
  | { readonly kind: 'holds' }
  /** Signed by a person who may; the text is another one now. `before` is the record then, where the history has it. */
  | { readonly kind: 'changed'; readonly before: AdrRecord | undefined }
  /** Signed by a person who may; there is no such record or part any more. */
  | { readonly kind: 'gone' }
  /** Nobody's word: forged, by an unknown key, or by an agent. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It cannot be told. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** A ratification with what became of it. */
export interface JudgedRatification extends Ratification {
  /** Path of the record, or of the file; `undefined` where there is none of that name. */
  readonly path: string | undefined;
  /** Fingerprint of the key, where the signature is good. */
  readonly key: string | undefined;
  readonly standing: Standing;
  /** The commit that brought the file; `undefined` where it is not committed, or not known. */
  readonly carrier:
    | { readonly commit: string; readonly author: string; readonly isAgent: boolean }
    | undefined;
}

/** A file that should hold a ratification and does not. */
export interface RatificationProblem {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** Everything that people ratified in a repository, and what its default branch asks for. */
export interface Ratifications {
  readonly all: readonly JudgedRatification[];
  readonly problems: readonly RatificationProblem[];
  /** Paths of the decisions that the policy is about: those of this repository alone. */
  readonly decisions: ReadonlySet<string>;
  /** What the default branch asks for; `undefined` where that is unknown. */
  readonly policy: RatificationConfig | undefined;
  /** Why the policy is unknown. */
  readonly gap: string | undefined;
}

/** Whether a decision is ratified; `free` where nobody asks for it. */
export type RatificationState = 'free' | 'ratified' | 'unratified' | 'unknown';

/** Nothing is ratified, and nothing need be. */
export const NO_RATIFICATIONS: Ratifications = Object.freeze({
  all: [],
  problems: [],
  decisions: new Set<string>(),
  policy: {},
  gap: undefined,
});

/** What is said beside the word of a status, which may be a condition; what replaces a decision is said later. */
function besidesStatus({ value, written }: AdrRecord['fields']['status']): string {
  if (value === 'Superseded') return '';
  const said = statusWordIn(written);
  const others = said ? `${written.slice(0, said.start)} ${written.slice(said.end)}` : written;
  // Marks around the word, such as those of bold text, say nothing.
  return /[\p{L}\p{N}]/u.test(others) ? oneLine(others).trim() : '';
}

/** A decision as a whole: its names, date, makers and relations, and its text as readers see it. */
export function decisionSubject(record: AdrRecord): Subject {
  const { fields, document, frontmatter } = record;
  const { start, end } = fields.status.span;
  // Where the status stands in the text, it may go on through its life without another text to accept.
  const body =
    fields.status.source === 'yaml' || fields.status.written === ''
      ? document.text.slice(frontmatter.span.end.offset)
      : document.text.slice(frontmatter.span.end.offset, start.offset) +
        document.text.slice(end.offset);
  const remark = besidesStatus(fields.status);
  const content = {
    record: nameInLog(record),
    title: record.title,
    description: fields.description.value ?? null,
    date: fields.date.value ?? null,
    makers: fields['decision-makers'].value ?? [],
    // What replaces it is said by another decision, and later.
    relations: RELATION_TYPES.filter((type) => type !== 'superseded-by').map((type) => [
      type,
      fields[type].value ?? [],
    ]),
    text: comparableText(body).trim(),
    ...(remark !== '' && { remark }),
  };
  return {
    record: nameInLog(record),
    part: undefined,
    states: oneLine(record.title),
    content: JSON.stringify(content),
  };
}

/** The decisions of a record that an agent took alone, each by its words: rows may be put in another order. */
export function agentDecisionSubjects(
  record: AdrRecord,
): readonly (Subject & { readonly row: AgentDecision })[] {
  const slugger = new GithubSlugger();
  return record.body.agentDecisions.map((row) => {
    const { decision, rationale, acceptable } = row;
    const words = decision.split(/\s+/).slice(0, 8).join(' ');
    return {
      record: nameInLog(record),
      part: `agent-decision:${slugger.slug(words)}`,
      states: oneLine(decision),
      content: JSON.stringify([nameInLog(record), decision, rationale, acceptable].map(oneLine)),
      row,
    };
  });
}

/** A claim of a provenance record or of another file. */
export function claimSubject(
  record: string,
  { id, claim }: { readonly id: string; readonly claim: string },
): Subject {
  const states = oneLine(claim);
  return { record, part: id, states, content: JSON.stringify([record, id, states]) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether an agent is among those who took a decision. */
export function isByAgent(record: AdrRecord, { agents = [...DEFAULT_AGENTS] }: RatificationConfig) {
  const names = new Set(agents.map((name) => name.toLowerCase()));
  return (record.fields['decision-makers'].value ?? []).some((name) =>
    names.has(name.toLowerCase()),
  );
}

/** Who counts as an agent where nothing is configured. */
export const DEFAULT_AGENTS: readonly string[] = ['Agent'];

/** What of an accepted decision waits for a person's word. */
export function awaiting(record: AdrRecord, ratifications: Ratifications): readonly Subject[] {
  const { policy, decisions } = ratifications;
  if (!decisions.has(record.path)) return [];
  if (record.fields.status.value !== 'Accepted' || !policy?.require?.length) return [];
  if (hasWord(record, undefined, ratifications)) return [];
  if (policy.require.includes('agent-records') && isByAgent(record, policy)) {
    return [decisionSubject(record)];
  }
  if (!policy.require.includes('agent-decisions')) return [];
  return agentDecisionSubjects(record).filter(
    ({ row, part }) => /^yes\b/i.test(row.acceptable) && !hasWord(record, part, ratifications),
  );
}

/** Whether an accepted decision has the word of a person that the default branch asks for. */
export function ratificationState(
  record: AdrRecord,
  ratifications: Ratifications,
): RatificationState {
  if (record.fields.status.value !== 'Accepted') return 'free';
  if (!ratifications.decisions.has(record.path)) return 'free';
  if (!ratifications.policy) return 'unknown';
  const waiting = awaiting(record, ratifications);
  if (waiting.length > 0) {
    const isOpen = ratificationsOf(record, ratifications).some(
      ({ part, standing }) =>
        standing.kind === 'unknown' &&
        (part === undefined || waiting.some((it) => it.part === part)),
    );
    return isOpen ? 'unknown' : 'unratified';
  }
  return hasWord(record, undefined, ratifications) ? 'ratified' : 'free';
}

/** The ratifications of a record and of its parts. */
export function ratificationsOf(
  { path }: { readonly path: string },
  { all }: Ratifications,
): readonly JudgedRatification[] {
  return all.filter((one) => one.path === path);
}

/** Whether a person ratified a record, or a part of it, as it stands. */
export function hasWord(
  record: { readonly path: string },
  part: string | undefined,
  ratifications: Ratifications,
): boolean {
  return ratificationsOf(record, ratifications).some(
    (one) => one.part === part && one.standing.kind === 'holds',
  );
}
