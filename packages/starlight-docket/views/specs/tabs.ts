import type { SpecFolder } from 'docket/session';
import type { Translate } from '../../words/say.ts';
import { formatDay } from '../dates.ts';
import type { RecordRef } from '../record-ref.ts';
import { encodePath, withBase } from '../urls.ts';
import { nameInWords, type SiteSpec, type SpecHere } from './site-specs.ts';

/** A link to a text of a specification. */
export interface TabLink {
  readonly label: string;
  readonly url: string;
  /** `true` on the tab that holds the text that is shown among others. */
  readonly current: 'page' | 'true' | undefined;
}

/** The address of a page below the base. */
export function slugUrl(base: string, slug: string): string {
  return withBase(base, `${encodePath(slug)}/`);
}

/** A specification as other pages name it. */
export function specRef(base: string, { folder, slug }: SiteSpec): RecordRef {
  return {
    ...{ label: folder.name, isNumbered: false, title: folder.title, url: slugUrl(base, slug) },
    ...{ status: undefined, lapsed: false },
  };
}

/** The way between the texts of a specification, and between those of the folder that is open. */
export function tabLinks(t: Translate, base: string, { spec, page }: SpecHere) {
  const open = spec.tabs.find(({ pages }) => page && pages.includes(page));
  const parts = open && open.pages.length > 1 ? open : undefined;
  const texts = spec.tabs.flatMap((tab): TabLink[] => {
    const [first] = tab.pages;
    if (!first) return [];
    const current = tab !== open ? undefined : parts ? 'true' : 'page';
    return [{ label: tabLabel(t, tab.name), url: slugUrl(base, first.slug), current }];
  });
  const trace: TabLink = {
    ...{ label: t('docket.spec.tabTrace'), url: slugUrl(base, spec.traceSlug) },
    current: page ? undefined : 'page',
  };
  const links = (parts?.pages ?? []).map(
    (one): TabLink => ({
      ...{ label: tabLabel(t, one.name), url: slugUrl(base, one.slug) },
      current: one === page ? 'page' : undefined,
    }),
  );
  return { tabs: [...texts, trace], parts: parts && { label: tabLabel(t, parts.name), links } };
}

/** What the texts are called that the templates of the tools have. */
const LABELS = {
  checklists: 'docket.spec.tabChecklists',
  contracts: 'docket.spec.tabContracts',
  'data-model': 'docket.spec.tabDataModel',
  design: 'docket.spec.tabDesign',
  plan: 'docket.spec.tabPlan',
  proposal: 'docket.spec.tabProposal',
  quickstart: 'docket.spec.tabQuickstart',
  requirements: 'docket.spec.tabRequirements',
  research: 'docket.spec.tabResearch',
  spec: 'docket.spec.tabSpec',
  specs: 'docket.spec.tabRequirements',
  tasks: 'docket.spec.tabTasks',
} as const;

function tabLabel(t: Translate, name: string): string {
  return Object.hasOwn(LABELS, name) ? t(LABELS[name as keyof typeof LABELS]) : nameInWords(name);
}

/** How far a specification is: `12 of 14 tasks done`, `Filed away on 3 March 2026`. */
export function specFacts(t: Translate, { tasks, archived }: SpecFolder): string[] {
  const done = tasks.filter(({ isTicked }) => isTicked).length;
  const { date } = archived ?? {};
  return [
    ...(tasks.length > 0 ? [t('docket.spec.done', { done, count: tasks.length })] : []),
    ...(date !== undefined ? [t('docket.spec.archivedOn', { day: formatDay(date, t.lang) })] : []),
    ...(archived && date === undefined ? [t('docket.spec.archived')] : []),
  ];
}
