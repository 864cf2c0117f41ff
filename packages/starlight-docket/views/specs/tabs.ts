import type { SpecFolder } from 'docket/session';
import { formatDay } from '../dates.ts';
import { encodePath, withBase } from '../urls.ts';
import type { SpecHere } from './site-specs.ts';

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

/** The way between the texts of a specification, and between those of the folder that is open. */
export function tabLinks(base: string, { spec, page }: SpecHere) {
  const open = spec.tabs.find(({ pages }) => page && pages.includes(page));
  const parts = open && open.pages.length > 1 ? open : undefined;
  const texts = spec.tabs.flatMap((tab): TabLink[] => {
    const [first] = tab.pages;
    if (!first) return [];
    const current = tab !== open ? undefined : parts ? 'true' : 'page';
    return [{ label: tab.label, url: slugUrl(base, first.slug), current }];
  });
  const trace: TabLink = {
    ...{ label: 'Trace', url: slugUrl(base, spec.traceSlug) },
    current: page ? undefined : 'page',
  };
  const links = (parts?.pages ?? []).map(
    (one): TabLink => ({
      ...{ label: one.label, url: slugUrl(base, one.slug) },
      current: one === page ? 'page' : undefined,
    }),
  );
  return { tabs: [...texts, trace], parts: { label: parts?.label ?? '', links } };
}

/** How far a specification is: `12 of 14 tasks done, filed away on 3 March 2026`. */
export function specLine({ tasks, archived }: SpecFolder): string {
  const done = tasks.filter(({ isTicked }) => isTicked).length;
  const filed =
    archived &&
    (archived.date === undefined ? 'filed away' : `filed away on ${formatDay(archived.date)}`);
  return [
    ...(tasks.length > 0
      ? [`${done} of ${tasks.length} ${tasks.length === 1 ? 'task' : 'tasks'} done`]
      : []),
    ...(filed ? [filed] : []),
  ].join(', ');
}
