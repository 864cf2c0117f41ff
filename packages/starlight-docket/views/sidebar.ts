import { type Corpus, type DocketRecord, newestFirst } from 'docket/records';
import type { Translate } from '../words/say.ts';
import { sameLog } from './log.ts';
import { withoutLog } from './log-label.ts';
import {
  FURTHER_LINKS,
  menuLinks,
  type NavigationGroup,
  type NavigationLink,
  navigationOf,
} from './navigation.ts';
import { neighboursOf } from './neighbours.ts';
import type { Held } from './parts.ts';
import { type RecordRef, refTo } from './record-ref.ts';
import { withBase } from './urls.ts';

/** A group of the sidebar. */
export interface SidebarGroup {
  readonly label: string;
  readonly links: readonly SidebarLink[];
}

/** A link of the sidebar: to a page, or to a record with its number. */
export interface SidebarLink {
  readonly label: string;
  readonly url: string;
  readonly current: boolean;
  readonly record: RecordRef | undefined;
}

/** How many records the sidebar shows on each side of the current one, and how many of the latest decisions. */
const REACH = 2;
const LATEST = 5;

/** What the sidebar is made for. */
export interface SidebarInput {
  readonly t: Translate;
  readonly held: Held;
  readonly corpus: Corpus;
  /** Hand-written pages of the site. */
  readonly ownPages?: readonly NavigationGroup[];
  readonly base: string;
  /** Path of the page below the base, with slashes at both ends. */
  readonly pathname: string;
  /** The record the page is about. */
  readonly record: DocketRecord | undefined;
}

/**
 * The sidebar of a page. Its size does not grow with the number of records: it offers the log, the neighbours of the
 * current record by number, and the latest decisions.
 */
export function sidebarFor(input: SidebarInput): SidebarGroup[] {
  const { corpus, base, pathname, record, held, t } = input;
  const toRecord = (target: DocketRecord): SidebarLink => {
    const ref = refTo(base, target);
    return { label: ref.title, url: ref.url, current: target === record, record: ref };
  };
  const toPage = (link: NavigationLink): SidebarLink => ({
    label: link.label,
    url: withBase(base, link.path),
    current: link.path === pathname,
    record: undefined,
  });

  const siblings = record && siblingsOf(corpus, record);
  const around =
    record && siblings ? neighboursOf<DocketRecord>(siblings, record, REACH).around : [];
  // No further down the log than the neighbours can push: each page asks for this.
  const latest = newestFirst(corpus.adrs)
    .slice(0, LATEST + around.length)
    .filter((adr) => !around.includes(adr))
    .slice(0, LATEST);

  const [home, ...others] = navigationOf(t, held, input.ownPages);
  // Beside a record stand its neighbours; all other pages are in the foot of the page.
  const further = record
    ? [{ label: t('docket.nav.further'), links: menuLinks(t, FURTHER_LINKS, held) }]
    : others;
  const toGroup = ({ label, links }: Pick<NavigationGroup, 'label' | 'links'>): SidebarGroup => ({
    label,
    links: links.map(toPage),
  });
  const records: SidebarGroup[] = [
    {
      label: t(record?.number === undefined ? 'docket.nav.nearby' : 'docket.nav.byNumber'),
      // They are all of the log of the page.
      links: around.length > 1 ? around.map(toRecord).map(shortened) : [],
    },
    { label: t('docket.home.latest'), links: latest.map(toRecord) },
  ];
  return [...(home ? [toGroup(home)] : []), ...records, ...further.map(toGroup)].filter(
    (group) => group.links.length > 0,
  );
}

function shortened(link: SidebarLink): SidebarLink {
  const { record } = link;
  return record ? { ...link, record: { ...record, label: withoutLog(record.label) } } : link;
}

function siblingsOf(corpus: Corpus, record: DocketRecord): readonly DocketRecord[] {
  switch (record.kind) {
    case 'adr':
      return sameLog(corpus, record);
    case 'spec':
      return corpus.specs;
    case 'provenance':
      return corpus.provenances;
  }
}
