type SortKey = 'number' | 'title' | 'status' | 'date';

/** What the address of the page says about filters and order. */
interface LogState {
  q: string;
  status: string[];
  tag: string;
  sort: SortKey;
  descending: boolean;
}

const SORT_KEYS: readonly string[] = ['number', 'title', 'status', 'date'];
const collator = new Intl.Collator('en', { numeric: true });

/** Filters and sorts the decision log in place; the state stands in the address, so that it can be passed on. */
class DocketLog extends HTMLElement {
  #rows: HTMLTableRowElement[] = [];
  #texts = new Map<HTMLTableRowElement, string>();
  #sort: SortKey = 'number';
  #descending = true;

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    for (const row of this.#rows) this.#texts.set(row, (row.textContent ?? '').toLowerCase());
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]'))
      this.#makeSortable(head);
    const form = this.querySelector('form');
    form?.addEventListener('input', () => this.#update());
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('reset', () => setTimeout(() => this.#update()));
    this.querySelector('[data-clear]')?.addEventListener('click', () => form?.reset());
    window.addEventListener('popstate', () => this.#show(readState()));
    this.#show(readState());
  }

  #makeSortable(head: HTMLElement): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const key = head.dataset['sort'] as SortKey;
      this.#descending =
        this.#sort === key ? !this.#descending : key === 'number' || key === 'date';
      this.#sort = key;
      this.#update();
    });
  }

  #show(state: LogState): void {
    const form = this.querySelector('form');
    if (!form) return;
    for (const input of form.querySelectorAll<HTMLInputElement>('input[name=status]')) {
      input.checked = state.status.includes(input.value);
    }
    field(form, 'q').value = state.q;
    field(form, 'tag').value = state.tag;
    this.#sort = state.sort;
    this.#descending = state.descending;
    this.#apply(state);
  }

  #update(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const state: LogState = {
      q: field(form, 'q').value.trim(),
      tag: field(form, 'tag').value,
      status: [...form.querySelectorAll<HTMLInputElement>('input[name=status]:checked')].map(
        (input) => input.value,
      ),
      sort: this.#sort,
      descending: this.#descending,
    };
    history.replaceState(null, '', addressOf(state));
    this.#apply(state);
  }

  #apply(state: LogState): void {
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of this.#rows) {
      const { status = '', tags = '' } = row.dataset;
      const text = this.#texts.get(row) ?? '';
      row.hidden = !(
        (state.status.length === 0 || state.status.includes(status)) &&
        (state.tag === '' || tags.split(' ').includes(state.tag)) &&
        words.every((word) => text.includes(word))
      );
      if (!row.hidden) shown += 1;
    }
    this.#order(state);
    const count = this.querySelector('.count');
    const total = this.#rows.length;
    const noun = total === 1 ? 'decision' : 'decisions';
    if (count)
      count.textContent = shown === total ? `${total} ${noun}` : `${shown} of ${total} ${noun}`;
    const nothing = this.querySelector<HTMLElement>('.nothing');
    if (nothing) nothing.hidden = shown > 0;
  }

  #order({ sort, descending }: LogState): void {
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      if (head.dataset['sort'] === sort) {
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      } else {
        head.removeAttribute('aria-sort');
      }
    }
    const by = (row: HTMLElement): string => row.dataset[sort] ?? '';
    const sorted = [...this.#rows].sort(
      (a, b) =>
        collator.compare(by(a), by(b)) * (descending ? -1 : 1) ||
        collator.compare(b.dataset['number'] ?? '', a.dataset['number'] ?? ''),
    );
    if (sorted.some((row, index) => row !== this.#rows[index])) {
      this.#rows[0]?.parentElement?.append(...sorted);
      this.#rows = sorted;
    }
  }
}

function field(form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}

function readState(): LogState {
  const query = new URLSearchParams(location.search);
  const [key = '', direction] = (query.get('sort') ?? 'number-desc').split('-');
  return {
    q: query.get('q') ?? '',
    status: query.getAll('status'),
    tag: query.get('tag') ?? '',
    sort: (SORT_KEYS.includes(key) ? key : 'number') as SortKey,
    descending: direction === 'desc',
  };
}

function addressOf(state: LogState): string {
  const query = new URLSearchParams();
  if (state.q !== '') query.set('q', state.q);
  for (const status of state.status) query.append('status', status);
  if (state.tag !== '') query.set('tag', state.tag);
  const sort = `${state.sort}-${state.descending ? 'desc' : 'asc'}`;
  if (sort !== 'number-desc') query.set('sort', sort);
  const text = query.toString();
  return text === '' ? location.pathname : `${location.pathname}?${text}`;
}

customElements.define('docket-log', DocketLog);
