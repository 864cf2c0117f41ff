import { groupLog, type LogQuery, type LogSort, selectLog, WHOLE_LOG } from 'docket/records';
import { isFiltered, readAddress, writeAddress } from './log-address.ts';
import { groupHeading, readForm, showCounts, showQuery } from './log-form.ts';
import { fetchRows, type Row, rowsOfPage } from './log-rows.ts';
import { wordsOf } from './words.ts';

/**
 * The decision log: filters, groups and sorts what the page holds, or the whole log where that has several pages. The
 * state stands in the address, so that it can be passed on.
 */
class DocketLog extends HTMLElement {
  #page: Row[] = [];
  #all: Promise<Row[]> | undefined;
  #words = wordsOf<'log'>(this);
  #query = WHOLE_LOG;
  #limit = 0;
  /** Counts the changes, so that a slow answer never undoes a later one. */
  #turn = 0;

  connectedCallback(): void {
    this.#limit = this.#step;
    this.#page = rowsOfPage(this.#table);
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      this.#makeSortable(head);
    }
    const form = this.#form;
    form.addEventListener('focusin', () => void this.#whole().catch(() => undefined));
    form.addEventListener('input', () => this.#ask(readForm(form)));
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.#ask(WHOLE_LOG);
    });
    this.querySelector('[data-clear]')?.addEventListener('click', () => this.#ask(WHOLE_LOG));
    this.querySelector('.more button')?.addEventListener('click', () => void this.#showMore());
    this.addEventListener('keydown', (event) => this.#move(event));
    window.addEventListener('popstate', () => void this.#show(readAddress(location.search)));
    const asked = readAddress(location.search);
    if (writeAddress(asked) !== '') void this.#show(asked);
    else showQuery(form, asked);
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }
  get #table(): HTMLTableElement {
    return this.querySelector('table') as HTMLTableElement;
  }
  get #step(): number {
    return Number(this.dataset['rows']);
  }

  /** Every row of the log; fetched once, when first wanted, where the page does not hold them all. */
  #whole(): Promise<Row[]> {
    const source = this.dataset['source'];
    this.#all ??= source ? fetchRows(this, source) : Promise.resolve(this.#page);
    this.#all.catch(() => {
      this.#all = undefined;
    });
    return this.#all;
  }

  #makeSortable(head: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const sort = head.dataset['sort'] as LogSort;
      const descending =
        this.#query.sort === sort ? !this.#query.descending : sort === 'number' || sort === 'date';
      this.#ask({ ...this.#query, sort, descending });
    });
  }

  /** Shows what the reader asked for, and writes it into the address. */
  #ask(query: LogQuery): void {
    this.#limit = this.#step;
    const address = writeAddress(query);
    const path = address === '' ? location.pathname : (this.dataset['home'] ?? '');
    history.replaceState(null, '', path + address);
    void this.#show(query);
  }

  async #show(query: LogQuery): Promise<void> {
    this.#query = query;
    this.#turn += 1;
    const turn = this.#turn;
    showQuery(this.#form, query);
    this.classList.toggle('is-filtered', isFiltered(query));
    this.#showOrder(query);
    const isWhole = writeAddress(query) === '';
    let rows: readonly Row[];
    try {
      rows = await this.#whole();
    } catch {
      if (turn === this.#turn) this.#say(this.#words('docket.log.unloaded'));
      return;
    }
    if (turn !== this.#turn) return;
    const { entries, counts } = selectLog(rows, query);
    showCounts(this.#form, counts);
    const isPaged = this.dataset['source'] !== undefined;
    const pages = this.querySelector<HTMLElement>('.pages');
    if (pages) pages.hidden = !isWhole;
    if (isPaged && isWhole) this.#fill(this.#page, query, this.#page.length);
    else this.#fill(entries, query, this.#limit);
    this.#say(
      isFiltered(query)
        ? this.#words('docket.log.found', { shown: entries.length, count: rows.length })
        : this.#words('docket.log.count', { count: rows.length }),
    );
    const nothing = this.querySelector<HTMLElement>('.nothing');
    if (nothing) nothing.hidden = entries.length > 0;
  }

  /** Puts rows into the table, at most `limit` of them. */
  #fill(entries: readonly Row[], query: LogQuery, limit: number): void {
    const shown = new Set<HTMLTableRowElement>();
    let left = limit;
    const bodies: HTMLTableSectionElement[] = [];
    for (const section of groupLog(entries, query.group)) {
      if (left === 0 && bodies.length > 0) break;
      const rows = section.entries.slice(0, left).map((entry) => {
        const element = entry.element();
        // A decision with several tags stands in several groups.
        const row = shown.has(element) ? (element.cloneNode(true) as typeof element) : element;
        shown.add(row);
        return row;
      });
      left -= rows.length;
      const body = document.createElement('tbody');
      body.setAttribute('role', 'rowgroup');
      if (query.group !== '') {
        body.append(groupHeading(query.group, section.heading, section.entries.length));
      }
      body.append(...rows);
      bodies.push(body);
    }
    for (const body of this.#table.querySelectorAll('tbody')) body.remove();
    this.#table.append(...bodies);
    const more = this.querySelector<HTMLElement>('.more');
    if (more) more.hidden = left > 0 || entries.length <= limit;
  }

  async #showMore(): Promise<void> {
    const links = this.#links.length;
    this.#limit += this.#step;
    await this.#show(this.#query);
    this.#links[links]?.focus();
  }

  #showOrder({ sort, descending }: LogQuery): void {
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      if (head.dataset['sort'] === sort) {
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      } else {
        head.removeAttribute('aria-sort');
      }
    }
  }

  #say(text: string): void {
    const count = this.querySelector('.count');
    if (count) count.textContent = text;
  }

  get #links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.what a')];
  }

  /** Up and down lead from the field for words through the decisions and back. */
  #move(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const words = this.querySelector<HTMLElement>('input[name=q]');
    const links = this.#links;
    const at = links.indexOf(event.target as HTMLElement);
    if (at < 0 && event.target !== words) return;
    const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
    if (next >= links.length || next < -1) return;
    event.preventDefault();
    (next < 0 ? words : links[next])?.focus();
  }
}

customElements.define('docket-log', DocketLog);
