import type { LogEntry } from 'docket/records';
import { formatDay } from '../views/dates.ts';
import { withoutLog } from '../views/log-label.ts';
import type { WireRef, WireRow } from '../views/log-pages.ts';
import { shortStatus } from '../views/status-words.ts';
import { el } from './el.ts';
import { pageLanguage } from './words.ts';

/** A decision of the log with its row of the table. */
export interface Row extends LogEntry {
  /** The row, made when it is first shown. */
  element(): HTMLTableRowElement;
}

/** The rows that the page itself holds. */
export function rowsOfPage(table: HTMLTableElement): Row[] {
  return [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map((element) => {
    const {
      number = '',
      title = '',
      status = '',
      date = '',
      tags,
      makers,
      log = '',
    } = element.dataset;
    return {
      number,
      title,
      status,
      date,
      tags: list(tags, ' '),
      makers: list(makers, '|'),
      log,
      text: [element.textContent, date, makers].join(' ').toLowerCase(),
      element: () => element,
    };
  });
}

/**
 * The rows of the whole log, fetched where it has several pages.
 * @throws {Error} where the answer is not there
 */
export async function fetchRows(host: HTMLElement, source: string): Promise<Row[]> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`Unexpected answer ${response.status} for ${source}`);
  const rows = (await response.json()) as readonly WireRow[];
  const make = rowMaker(host);
  return rows.map((wire) => {
    const { label, title, status = '', date = '', description = '', tags = [], makers = [] } = wire;
    const { log = '' } = wire;
    let element: HTMLTableRowElement | undefined;
    return {
      number: label,
      title,
      status,
      date,
      tags,
      makers,
      log,
      text: [
        label,
        title,
        description,
        status,
        wire.statusWritten ?? '',
        date,
        formatDay(date, pageLanguage()),
      ]
        .concat(log)
        .concat(tags, makers, wire.spec?.[0] ?? [])
        .join(' ')
        .toLowerCase(),
      element: () => {
        element ??= make(wire);
        return element;
      },
    };
  });
}

/** Makes rows as copies of the blank one that the page brings along. */
function rowMaker(host: HTMLElement): (wire: WireRow) => HTMLTableRowElement {
  const blank = host.querySelector<HTMLTemplateElement>('template[data-row]')?.content;
  const badges = new Map(
    [
      ...(host
        .querySelector<HTMLTemplateElement>('template[data-badges]')
        ?.content.querySelectorAll<HTMLElement>('[data-of]') ?? []),
    ].map((holder) => [holder.dataset['of'], holder.firstElementChild]),
  );
  const tagsAddress = host.dataset['tags'] ?? '';
  return (wire) => {
    const row = blank?.querySelector('tr')?.cloneNode(true) as HTMLTableRowElement;
    const part = <E extends HTMLElement = HTMLElement>(selector: string) =>
      row.querySelector<E>(selector);
    const short = wire.log === undefined ? wire.label : withoutLog(wire.label);
    fill(part('.no .number'), wire.unnumbered ? undefined : short);
    fill(part('.log-badge'), wire.log);
    const link = part<HTMLAnchorElement>('.what a');
    if (link) link.href = wire.url;
    link?.classList.toggle('lapsed', wire.lapsed === true);
    fill(part('.what .title'), wire.title);
    fill(part('.what p'), wire.description);
    const badge = badges.get(wire.qualified ?? wire.status ?? '')?.cloneNode(true);
    if (badge && wire.statusWritten) {
      badge.lastChild?.replaceWith(shortStatus(wire.statusWritten));
    }
    if (badge) part('.state')?.replaceChildren(badge);
    part('.date time')?.setAttribute('datetime', wire.date ?? '');
    fill(part('.date time'), wire.date && formatDay(wire.date, pageLanguage()));
    part('.topics')?.replaceChildren(
      ...(wire.tags ?? []).map((tag) => el('a', { href: `${tagsAddress}${tag}/` }, tag)),
    );
    const [spec, executions] = row.querySelectorAll('.trace');
    if (wire.spec) spec?.replaceChildren(recordLink(wire.spec));
    if (wire.executions) executions?.replaceChildren(...wire.executions.map(recordLink));
    return row;
  };
}

function recordLink([label, href, title]: WireRef): HTMLElement {
  const number = el('span', { className: 'number' }, label);
  return el('a', { className: 'record-link', href, title }, number);
}

/** Sets a text, and takes the element away where there is none. */
function fill(element: HTMLElement | null, text: string | undefined): void {
  if (text) element?.replaceChildren(text);
  else element?.remove();
}

function list(text: string | undefined, separator: string): string[] {
  return (text ?? '').split(separator).filter(Boolean);
}
