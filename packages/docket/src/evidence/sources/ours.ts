import { FILE_START, type Span } from '../../records/finding.ts';
import { findMentions, keyOfPath, readId, recordId } from '../../records/key.ts';
import { readLabelLines } from '../../records/labels.ts';
import { perObject } from '../../records/memo.ts';
import type { Artifact, ValidationResult } from '../../records/provenance.ts';
import type { ProvenanceRecord } from '../../records/record.ts';
import { type ArtifactStatus, readStatus } from '../artifact-status.ts';
import { type ClaimBase, type Source, withUniqueIds } from './source.ts';

/** The record and its specification came into the history together. */
export interface LandedTogetherClaim extends ClaimBase {
  readonly kind: 'landed-together';
  /** As the `Spec` line gives it. */
  readonly spec: string | undefined;
}

/** The record is about a decision, so the decision was there when the record landed. */
export interface DecisionClaim extends ClaimBase {
  readonly kind: 'decision';
  readonly adr: string;
}

/** One file of Artifacts Produced and what happened to it. */
export interface ArtifactClaim extends ClaimBase {
  readonly kind: 'artifact';
  /** As written, today. */
  readonly path: string;
  /** Former name, where the row gives one. */
  readonly from: string | undefined;
  readonly status: ArtifactStatus;
}

/** When the work was done. */
export interface ExecutedClaim extends ClaimBase {
  readonly kind: 'executed';
  readonly value: string;
}

/** How a validation step ended. */
export interface ResultClaim extends ClaimBase {
  readonly kind: 'result';
  readonly result: ValidationResult;
}

/** Something a provenance record says that Git may know better. */
export type Claim =
  | LandedTogetherClaim
  | DecisionClaim
  | ArtifactClaim
  | ExecutedClaim
  | ResultClaim;

/** Kinds of claim. */
export type ClaimKind = Claim['kind'];

/**
 * The claims of a record, from its structured places only: title, bold-label lines, tables and numbered lists.
 * Prose is never searched: a path that is mentioned is not a path that is claimed. Never throws.
 */
export const claimsOf: (record: ProvenanceRecord) => readonly Claim[] = perObject((record) =>
  withUniqueIds(readClaims(record)),
);

/** Provenance records of a specification, as Docket's own template and its kin in other repositories have them. */
export const OURS: Source<ProvenanceRecord, Claim> = {
  name: 'ours',
  title: 'Provenance records',
  claims: claimsOf,
};

function readClaims(record: ProvenanceRecord): Claim[] {
  const { artifacts, results } = record.body;
  const { spec, executed } = record.fields;
  const claims: Claim[] = [
    {
      kind: 'landed-together',
      id: 'landed-together',
      claim: 'Specification and record landed together',
      spec: spec.value,
      span: spec.span,
    },
    ...decisionClaims(record),
  ];
  if (executed.value !== undefined) {
    const claim = `Executed ${executed.value}`;
    claims.push({
      kind: 'executed',
      id: 'executed',
      claim,
      value: executed.value,
      span: executed.span,
    });
  }
  claims.push(...artifacts.flatMap(artifactClaims), ...results.map(resultClaim));
  return claims;
}

/** Decisions named in the title, in a bold-label line, or by a link in one of those lines. */
function decisionClaims(record: ProvenanceRecord): DecisionClaim[] {
  const found = new Map<string, Span>();
  const add = (id: string, span: Span): void => {
    if (!found.has(id)) found.set(id, span);
  };
  const addNamed = (text: string, span: Span): void => {
    for (const { id } of findMentions(text)) if (readId(id)?.kind === 'adr') add(id, span);
  };
  addNamed(record.title, titleSpan(record));
  const top = record.outline.sections[0];
  const head = top?.depth === 1 ? top.blocks : record.outline.preamble;
  for (const line of readLabelLines(record.document, head)) {
    // The name of the specification's file may hold the number of a decision that it only asks for.
    if (/^spec$/i.test(line.label)) continue;
    addNamed(line.value, line.span);
    for (const link of record.links) {
      if (link.target.kind !== 'file' || !isWithin(link.span, line.span)) continue;
      const { number } = keyOfPath('adr', link.target.path);
      if (number !== undefined) add(recordId('adr', number), link.span);
    }
  }
  return [...found].map(([adr, span]) => ({
    kind: 'decision',
    id: `decision:${adr}`,
    claim: `Carries out ${adr}`,
    adr,
    span,
  }));
}

const NO_FILE = /^(?:none|n\/a|nothing|[-–—]*)$/i;
const ARROW = /\s*(?:→|➜|⇒|=>|->)\s*/;

function artifactClaims(artifact: Artifact): ArtifactClaim[] {
  const status = readStatus(artifact.status);
  const make = (path: string, from: string | undefined): ArtifactClaim => ({
    kind: 'artifact',
    id: `artifact:${path}`,
    claim: `\`${path}\` ${artifact.status}`.trim(),
    path,
    from,
    status,
    span: artifact.span,
  });
  const [first, second, ...others] = artifact.codes;
  const isRename = status.alternatives.some((events) => events.has('renamed'));
  if (first !== undefined && second !== undefined) {
    if (others.length === 0 && (isRename || ARROW.test(artifact.path)))
      return [make(second, first)];
    return artifact.codes.map((path) => make(path, undefined));
  }
  if (first !== undefined) return [make(first, status.from)];
  if (NO_FILE.test(artifact.path)) return [];
  const [from = '', to] = artifact.path.split(ARROW);
  return [to === undefined ? make(artifact.path, status.from) : make(to, from)];
}

function resultClaim(result: ValidationResult): ResultClaim {
  return {
    kind: 'result',
    id: `step:${result.number}`,
    claim: `Step ${result.number}: ${result.word === '' ? 'no result' : result.word}`,
    result,
    span: result.span,
  };
}

function titleSpan(record: ProvenanceRecord): Span {
  return record.outline.sections[0]?.span ?? FILE_START;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset;
}
