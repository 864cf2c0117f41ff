import type { Corpus } from './corpus.ts';
import { adoptionOf } from './due.ts';
import { dependentsOf, edgesOf, supersessionChain } from './graph-query.ts';
import { nameInLog } from './key.ts';
import { type Ratifications, ratificationState } from './ratification.ts';
import type { AdrRecord, DocketRecord } from './record.ts';
import { shortTitle } from './record.ts';
import { RELATION_TABLE } from './relation.ts';
import {
  WIRE_VERSION,
  type WireGraph,
  type WireRecord,
  type WireRecordFile,
  type WireRecords,
  type WireSummary,
} from './wire-schema.ts';

/**
 * Gives what a record does not say itself: the addresses of its page and text, where there is a site, and whether it is
 * ratified.
 */
export type AddressOf = (
  record: DocketRecord,
) => Pick<WireSummary, 'url' | 'markdownUrl' | 'ratification'>;

/** Whether a decision is ratified, as published; nothing where nobody asks for it. */
export function wireRatification(
  record: DocketRecord,
  ratifications: Ratifications,
): Pick<WireSummary, 'ratification'> {
  const state = record.kind === 'adr' ? ratificationState(record, ratifications) : 'free';
  return state === 'free' ? {} : { ratification: state };
}

/** All records in short, in the order of the corpus. */
export function wireRecords(records: readonly DocketRecord[], address?: AddressOf): WireRecords {
  return {
    version: WIRE_VERSION,
    records: records.map((record) => wireSummary(record, address)),
  };
}

/** One record in full, with its version. */
export function wireRecordFile(
  corpus: Corpus,
  record: DocketRecord,
  address?: AddressOf,
): WireRecordFile {
  return { version: WIRE_VERSION, record: wireRecord(corpus, record, address) };
}

/** All decisions and every relation between two of them. */
export function wireGraph(corpus: Corpus, address?: AddressOf): WireGraph {
  return {
    version: WIRE_VERSION,
    nodes: corpus.adrs.map((adr) => {
      const { id, log, title, status, date, tags, url } = wireSummary(adr, address);
      return {
        ...{ id, ...(log !== undefined && { log }), title, status, date, tags },
        ...(url !== undefined && { url }),
      };
    }),
    edges: edgesOf(corpus).map(({ from, to, kind, isPartly }) => ({
      from: nameInLog(from),
      to: nameInLog(to),
      type: kind,
      ...(isPartly && { partly: true }),
    })),
  };
}

/** A record in short. */
export function wireSummary(record: DocketRecord, address?: AddressOf): WireSummary {
  const fields = record.kind === 'provenance' ? undefined : record.fields;
  return {
    id: nameInLog(record),
    ...(record.key.log !== '' && { log: record.key.log }),
    kind: record.kind,
    number: record.number ?? null,
    title: shortTitle(record),
    description: record.fields.description.value ?? null,
    status: fields?.status.value ?? null,
    date: fields?.date.value ?? null,
    decisionMakers: [...(fields?.['decision-makers'].value ?? [])],
    tags: [...(fields?.tags.value ?? [])],
    review: record.kind === 'adr' ? reviewOf(record) : null,
    adoption: record.kind === 'adr' ? adoptionIn(record) : null,
    path: record.path,
    ...address?.(record),
  };
}

function reviewOf({ fields }: AdrRecord): WireSummary['review'] {
  const by = fields['review-by'].value ?? null;
  const when = fields['revisit-when'].value ?? null;
  const provisionalUntil = fields['provisional-until'].value ?? null;
  return (by ?? when ?? provisionalUntil) ? { by, when, provisionalUntil } : null;
}

function adoptionIn(adr: AdrRecord): WireSummary['adoption'] {
  const adoption = adoptionOf(adr);
  return adoption ? { state: adoption.state, on: adoption.day ?? null } : null;
}

/** A record in full. */
export function wireRecord(corpus: Corpus, record: DocketRecord, address?: AddressOf): WireRecord {
  const adr = record.kind === 'adr' ? record : undefined;
  const provenance = record.kind === 'provenance' ? record.body : undefined;
  return {
    ...wireSummary(record, address),
    promptedBy: record.kind === 'provenance' ? null : (record.fields['prompted-by'].value ?? null),
    relations: adr ? relationsOf(corpus, adr) : [],
    dependents: adr
      ? dependentsOf(corpus, adr).map((entry) => ({
          id: nameInLog(entry.record),
          distance: entry.distance,
        }))
      : [],
    chain: adr ? supersessionChain(corpus, adr).map((link) => nameInLog(link.record)) : [],
    spec: (record.kind === 'spec' ? undefined : corpus.specOf(record)?.id) ?? null,
    decisions: record.kind === 'spec' ? ids(corpus.adrsOf(record)) : [],
    provenance: record.kind === 'provenance' ? [] : ids(corpus.provenanceOf(record)),
    refersTo: ids(corpus.referencesFrom(record).map(({ to }) => to)),
    referredToBy: ids(corpus.referencesTo(record).map(({ from }) => from)),
    options: (adr?.body.options ?? []).map(({ letter, name, chosen, summary, pros, cons }) => ({
      letter,
      name,
      chosen,
      summary,
      pros: [...pros],
      cons: [...cons],
    })),
    risks: (adr?.body.risks ?? []).map(({ name, text, mitigation }) => ({
      name,
      text,
      mitigation: mitigation ?? null,
    })),
    agentDecisions: (adr?.body.agentDecisions ?? []).map(({ decision, rationale, acceptable }) => ({
      decision,
      rationale,
      acceptable,
    })),
    governs: (adr?.governs ?? []).map(({ glob, isException, asksForAcknowledgement }) => ({
      files: glob,
      isException,
      asksForAcknowledgement,
    })),
    steps:
      record.kind === 'spec' ? record.body.steps.map(({ number, text }) => ({ number, text })) : [],
    results: (provenance?.results ?? []).map(({ number, step, outcome, details }) => ({
      number,
      step,
      outcome,
      details,
    })),
    artifacts: (provenance?.artifacts ?? []).map(({ path, status }) => ({ path, status })),
  };
}

function relationsOf(corpus: Corpus, adr: AdrRecord): WireRecord['relations'] {
  return [
    ...corpus.relationsFrom(adr).map(({ type, toId, to, sections }) => ({
      type,
      direction: 'out' as const,
      label: RELATION_TABLE[type].forward,
      id: to ? nameInLog(to) : toId,
      exists: to !== undefined,
      ...(sections.length > 0 && { sections: [...sections] }),
    })),
    ...corpus.relationsTo(adr).map(({ type, from, sections }) => ({
      type,
      direction: 'in' as const,
      label: RELATION_TABLE[type].backward,
      id: nameInLog(from),
      exists: true,
      ...(sections.length > 0 && { sections: [...sections] }),
    })),
  ];
}

function ids(records: readonly DocketRecord[]): string[] {
  return records.map(nameInLog);
}
