import {
  type Adoption,
  type AdrRecord,
  adoptionOf,
  type DocketRecord,
  nameOfId,
  type ProvenanceRecord,
  relationGroups,
  type SpecRecord,
  type Status,
  shortTitle,
  shownName,
  stepResultsOf,
} from 'docket/records';
import { ADOPTION_WORDS } from './adoption-words.ts';
import { type Banner, bannerOf } from './banner.ts';
import { formatInstant } from './dates.ts';
import {
  type DecisionClaims,
  decisionEvidence,
  type RecordEvidence,
  recordEvidence,
} from './evidence/record-evidence.ts';
import type { EvidenceContext } from './evidence/site-evidence.ts';
import { fileUrl } from './home-of.ts';
import { logTitleOf } from './log.ts';
import { type RecordRef, refTo, unknownStatus } from './record-ref.ts';
import { type Segment, segmentsOf } from './references.ts';
import { relationKey } from './relation-words.ts';
import { type AdrTrace, adrTraceOf } from './trace.ts';
import { type Tally, tallyOf, type Validation, validationsOf } from './validation.ts';

/** A relation of a decision as its page shows it. */
export interface RelationView {
  /** Such as `Depends on` or `Required by`. */
  readonly label: string;
  /** `ref` is absent where the record is not in the repository. */
  readonly entries: readonly { readonly label: string; readonly ref: RecordRef | undefined }[];
}

/** When a decision is looked at again, and how far it is carried out: facts beside its status. */
export interface Plans {
  readonly reviewBy: string | undefined;
  readonly revisitWhen: readonly Segment[];
  readonly provisionalUntil: string | undefined;
  readonly adoption: AdoptionView | undefined;
}

/** How far a decision is carried out, and what the steps of its specification say of that. */
export interface AdoptionView {
  readonly state: Adoption;
  /** Such as `In part`. */
  readonly label: string;
  readonly day: string | undefined;
  /** Steps that passed or failed last; empty where there are no results. */
  readonly passed: number;
  readonly failed: readonly number[];
}

interface BaseView {
  readonly label: string;
  /** Title of its log, where there are several. */
  readonly log: string | undefined;
  /** Whether the label is more than the name of the file. */
  readonly isNumbered: boolean;
  readonly title: string;
  readonly description: string | undefined;
  readonly path: string;
  /** Address of the file in the repository's web view. */
  readonly source: string | undefined;
}

/** What the page of a decision shows besides its body. */
export interface AdrView extends BaseView {
  readonly kind: 'adr';
  readonly status: Status | undefined;
  /** The words for a status that is none of those known. */
  readonly statusWritten: string | undefined;
  readonly date: string | undefined;
  readonly makers: readonly string[];
  readonly promptedBy: readonly Segment[];
  readonly tags: readonly string[];
  readonly plans: Plans;
  readonly relations: readonly RelationView[];
  readonly banner: Banner | undefined;
  readonly trace: AdrTrace;
  /** What provenance records claim about it, with the verdicts. */
  readonly evidence: readonly DecisionClaims[];
}

/** What the page of a specification shows besides its body. */
export interface SpecView extends BaseView {
  readonly kind: 'spec';
  readonly status: Status | undefined;
  /** As written where it is no calendar day. */
  readonly date: string | undefined;
  readonly makers: readonly string[];
  readonly promptedBy: readonly Segment[];
  readonly tags: readonly string[];
  readonly decisions: readonly RecordRef[];
  readonly executions: readonly RecordRef[];
  readonly validations: readonly Validation[];
  readonly mentionedBy: readonly RecordRef[];
}

/** A file that a provenance record claims to have produced. */
export interface ArtifactView {
  readonly path: string;
  readonly status: string;
  readonly ref: RecordRef | undefined;
}

/** What the page of a provenance record shows besides its body. */
export interface ProvenanceView extends BaseView {
  readonly kind: 'provenance';
  readonly spec: RecordRef | undefined;
  readonly executed: string | undefined;
  readonly agent: string | undefined;
  readonly tally: Tally;
  readonly artifacts: readonly ArtifactView[];
  readonly decisions: readonly RecordRef[];
  /** How many decisions were taken while the work was done. */
  readonly ownDecisions: number;
  /** What the history says of its claims. */
  readonly evidence: RecordEvidence | undefined;
}

/** What the page of a record shows besides its body. */
export type RecordView = AdrView | SpecView | ProvenanceView;

/** Makes the view of a record's page. */
export function viewOf(context: EvidenceContext, record: DocketRecord): RecordView {
  const base: BaseView = {
    label: shownName(record),
    log: record.kind === 'adr' ? logTitleOf(context.corpus, record) : undefined,
    isNumbered: record.number !== undefined,
    title: shortTitle(record),
    description: record.fields.description.value,
    path: record.path,
    source: fileUrl(context, record.path),
  };
  switch (record.kind) {
    case 'adr':
      return { ...base, ...adrParts(context, record) };
    case 'spec':
      return { ...base, ...specParts(context, record) };
    case 'provenance':
      return { ...base, ...provenanceParts(context, record) };
  }
}

function adrParts(context: EvidenceContext, adr: AdrRecord): Omit<AdrView, keyof BaseView> {
  const { corpus, base } = context;
  const { fields } = adr;
  return {
    kind: 'adr',
    status: fields.status.value,
    statusWritten: unknownStatus(adr),
    date: fields.date.value,
    makers: fields['decision-makers'].value ?? [],
    promptedBy: segmentsOf(context, fields['prompted-by'].value ?? '', adr),
    tags: fields.tags.value ?? [],
    plans: plansOf(context, adr),
    relations: relationGroups(corpus, adr).map((group) => ({
      label: context.t(relationKey(group.label)),
      entries: group.entries.map(({ id, record }) => ({
        label: nameOfId(id),
        ref: record && refTo(base, record),
      })),
    })),
    banner: bannerOf(context, adr),
    trace: adrTraceOf(context, adr),
    evidence: decisionEvidence(context, adr),
  };
}

function plansOf(context: EvidenceContext, adr: AdrRecord): Plans {
  const { fields } = adr;
  const adoption = adoptionOf(adr);
  const steps = adoption ? stepResultsOf(context.corpus, adr) : [];
  return {
    reviewBy: fields['review-by'].value,
    revisitWhen: segmentsOf(context, fields['revisit-when'].value ?? '', adr),
    provisionalUntil: fields['provisional-until'].value,
    adoption: adoption && {
      ...{
        state: adoption.state,
        label: context.t(ADOPTION_WORDS[adoption.state]),
        day: adoption.day,
      },
      passed: steps.filter(({ passed }) => passed).length,
      failed: steps.filter(({ passed }) => !passed).map(({ number }) => number),
    },
  };
}

function specParts(context: EvidenceContext, spec: SpecRecord): Omit<SpecView, keyof BaseView> {
  const { corpus, base } = context;
  const { fields } = spec;
  return {
    kind: 'spec',
    status: fields.status.value,
    date: fields.date.value,
    makers: fields['decision-makers'].value ?? [],
    promptedBy: segmentsOf(context, fields['prompted-by'].value ?? '', spec),
    tags: fields.tags.value ?? [],
    decisions: corpus.adrsOf(spec).map((adr) => refTo(base, adr)),
    executions: corpus.provenanceOf(spec).map((record) => refTo(base, record)),
    validations: validationsOf(context, spec),
    mentionedBy: corpus.referencesTo(spec).map((reference) => refTo(base, reference.from)),
  };
}

function provenanceParts(
  context: EvidenceContext,
  record: ProvenanceRecord,
): Omit<ProvenanceView, keyof BaseView> {
  const { corpus, base, t } = context;
  const { body, fields } = record;
  const spec = corpus.specOf(record);
  return {
    kind: 'provenance',
    spec: spec && refTo(base, spec),
    executed: fields.executed.value && formatInstant(fields.executed.value, t.lang),
    agent: fields.agent.value,
    tally: tallyOf(
      spec
        ? spec.body.steps.map(
            (step) =>
              body.results.find((result) => result.number === step.number)?.outcome ?? 'missing',
          )
        : body.results.map((result) => result.outcome),
    ),
    artifacts: body.artifacts.map((artifact) => {
      const produced = corpus.byPath(artifact.path);
      return {
        path: artifact.path,
        status: artifact.status,
        ref: produced && refTo(base, produced),
      };
    }),
    decisions: spec ? corpus.adrsOf(spec).map((adr) => refTo(base, adr)) : [],
    ownDecisions: body.decisions.length,
    evidence: recordEvidence(context, record),
  };
}
