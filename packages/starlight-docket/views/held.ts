import { type Corpus, duesOf, perObject } from 'docket/records';
import type { SiteFrame } from '../site/model.ts';
import type { Translate } from '../words/say.ts';
import { hasDue } from './due.ts';
import { logTitles } from './log.ts';
import { type Held, PARTS, type Part } from './parts.ts';
import type { AdrView } from './record-view.ts';

/** One of the guides stands for all: they come together. */
const GUIDE = 'guides/write-an-adr';

/** What a site has: by its settings, and by what its records say. */
export function heldBy(
  site: Omit<SiteFrame, 'root' | 'projectRoot' | 'repository' | 'others'>,
): Held {
  const { look, base, siteBase, hostPages, hasReference, corpus, specs } = site;
  const hasGuides = look === 'docket' && base === siteBase && hostPages.has(GUIDE);
  return new Set([
    ...(hasGuides ? (['guides'] as const) : []),
    ...(hasReference ? (['reference'] as const) : []),
    ...inRecords(corpus),
    ...(corpus.adrs.length > 0 || specs.all.length === 0 ? (['decisions'] as const) : []),
    ...(specs.all.length > 0 ? (['trace', 'spec-folders'] as const) : []),
    ...(specs.all.some(({ folder }) => folder.makesClaims) ? (['claims'] as const) : []),
    ...(specs.all.some(({ folder }) => folder.decisions.length > 0)
      ? (['agent-decisions'] as const)
      : []),
  ]);
}

/** Whether the page of a decision tells where it comes from: there is work it may come from, or another record names it. */
export function tellsTrace(held: Held, { trace }: Pick<AdrView, 'trace'>): boolean {
  return held.has('work') || trace.mentionedBy.length > 0;
}

/** The heading of that part. */
export function traceTitle(t: Translate, held: Held): string {
  return t(held.has('work') ? 'docket.trace.title' : 'docket.record.referredTo');
}

const inRecords = perObject((corpus: Corpus): readonly Part[] => {
  const { adrs, specs, provenances } = corpus;
  const has: Readonly<Partial<Record<Part, boolean>>> = {
    work: specs.length + provenances.length > 0,
    trace: specs.length + provenances.length > 0,
    claims: provenances.length > 0,
    files: provenances.length > 0 || adrs.some(({ governs }) => governs.length > 0),
    'agent-decisions': adrs.some(({ body }) => body.agentDecisions.length > 0),
    statuses: adrs.some(({ fields }) => fields.status.written !== ''),
    logs: logTitles(corpus).length > 0,
    tags: adrs.some(({ fields }) => (fields.tags.value ?? []).length > 0),
    due: hasDue(adrs),
    calendar: duesOf(adrs).length > 0,
    dates: adrs.some(({ fields }) => fields.date.value !== undefined),
  };
  return PARTS.filter((part) => has[part]);
});
