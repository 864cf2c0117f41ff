import { wordsOf } from './words.ts';

/** Names of the form's fields, which are those of the address. */
const FIELDS = ['q', 'record', 'from', 'to'] as const;

type Field = (typeof FIELDS)[number];

/** What the address of the page says about filters. */
type LedgerState = Record<Field, string> & { acceptable: string[] };

/** Filters the ledger of agent decisions; the state stands in the address, so that it can be passed on. */
class DocketLedger extends HTMLElement {
  #words = wordsOf<'ledger'>(this);
  #rows: HTMLTableRowElement[] = [];
  #texts = new Map<HTMLTableRowElement, string>();

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    for (const row of this.#rows) this.#texts.set(row, (row.textContent ?? '').toLowerCase());
    const form = this.querySelector('form');
    form?.addEventListener('input', () => this.#update());
    form?.addEventListener('submit', (event) => event.preventDefault());
    form?.addEventListener('reset', () => setTimeout(() => this.#update()));
    this.querySelector('[data-clear]')?.addEventListener('click', () => form?.reset());
    window.addEventListener('popstate', () => this.#show());
    this.#show();
  }

  #show(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const query = new URLSearchParams(location.search);
    for (const name of FIELDS) field(form, name).value = query.get(name) ?? '';
    for (const input of boxes(form))
      input.checked = query.getAll('acceptable').includes(input.value);
    this.#apply(stateOf(form));
  }

  #update(): void {
    const form = this.querySelector('form');
    if (!form) return;
    const state = stateOf(form);
    history.replaceState(null, '', addressOf(state));
    this.#apply(state);
  }

  #apply(state: LedgerState): void {
    const words = state.q.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of this.#rows) {
      const { acceptable = '', record = '', date = '' } = row.dataset;
      const text = this.#texts.get(row) ?? '';
      row.hidden = !(
        (state.acceptable.length === 0 || state.acceptable.includes(acceptable)) &&
        (state.record === '' || state.record === record) &&
        (state.from === '' || (date !== '' && date >= state.from)) &&
        (state.to === '' || (date !== '' && date <= state.to)) &&
        words.every((word) => text.includes(word))
      );
      if (!row.hidden) shown += 1;
    }
    const total = this.#rows.length;
    const count = this.querySelector('.count');
    if (count) {
      count.textContent =
        shown === total
          ? this.#words('docket.log.count', { count: total })
          : this.#words('docket.log.found', { shown, count: total });
    }
    const nothing = this.querySelector<HTMLElement>('.nothing');
    if (nothing) nothing.hidden = shown > 0 || total === 0;
  }
}

function field(form: HTMLFormElement, name: Field): HTMLInputElement | HTMLSelectElement {
  return form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
}

function boxes(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[name=acceptable]')];
}

function stateOf(form: HTMLFormElement): LedgerState {
  const value = (name: Field): string => field(form, name).value.trim();
  return {
    q: value('q'),
    record: value('record'),
    from: value('from'),
    to: value('to'),
    acceptable: boxes(form)
      .filter((input) => input.checked)
      .map((input) => input.value),
  };
}

function addressOf(state: LedgerState): string {
  const query = new URLSearchParams();
  for (const name of FIELDS) if (state[name] !== '') query.set(name, state[name]);
  for (const acceptable of state.acceptable) query.append('acceptable', acceptable);
  const text = query.toString();
  return text === '' ? location.pathname : `${location.pathname}?${text}`;
}

customElements.define('docket-ledger', DocketLedger);
