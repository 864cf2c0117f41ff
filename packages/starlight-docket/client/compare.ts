import { hunksOf } from '../views/history/revision-view.ts';
import { el } from './el.ts';
import { wordsOf } from './words.ts';

/** Compares any two states of a record; which two stands in the address. */
class DocketCompare extends HTMLElement {
  #words = wordsOf<'compare'>(this);
  #texts: Promise<ReadonlyMap<number, string>> | undefined;

  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      const [from, to] = [this.#chosen('from'), this.#chosen('to')];
      history.replaceState(null, '', `?from=${from}&to=${to}`);
      void this.#show(from, to);
    });
    const asked = new URLSearchParams(location.search);
    const [from, to] = [Number(asked.get('from')), Number(asked.get('to'))];
    if (!this.#choose('from', from) || !this.#choose('to', to)) return;
    void this.#show(from, to);
  }

  #select(name: string): HTMLSelectElement {
    return this.querySelector(`select[name=${name}]`) as HTMLSelectElement;
  }
  #chosen(name: string): number {
    return Number(this.#select(name).value);
  }
  #choose(name: string, number: number): boolean {
    const select = this.#select(name);
    if (![...select.options].some(({ value }) => value === String(number))) return false;
    select.value = String(number);
    return true;
  }

  async #load(): Promise<ReadonlyMap<number, string>> {
    const response = await fetch(this.dataset['source'] ?? '');
    if (!response.ok) throw new Error(`status ${response.status}`);
    const states = (await response.json()) as { number: number; text: string }[];
    return new Map(states.map(({ number, text }) => [number, text]));
  }

  async #show(from: number, to: number): Promise<void> {
    const box = this.querySelector<HTMLElement>('.difference');
    const said = this.querySelector('.said');
    if (!box || !said) return;
    try {
      this.#texts ??= this.#load();
      const texts = await this.#texts;
      const hunks = hunksOf(texts.get(from) ?? '', texts.get(to) ?? '');
      box.hidden = hunks.length === 0;
      box.replaceChildren(
        ...hunks.map(({ pieces }) =>
          el(
            'div',
            { className: 'hunk' },
            ...pieces.map(({ kind, text }) =>
              kind === 'same' ? text : el(kind === 'added' ? 'ins' : 'del', {}, text),
            ),
          ),
        ),
      );
      said.textContent =
        hunks.length === 0
          ? this.#words('docket.revision.equal', { from, to })
          : this.#words('docket.revision.between', { from, to });
    } catch {
      this.#texts = undefined;
      said.textContent = this.#words('docket.revision.unloaded');
    }
  }
}

customElements.define('docket-compare', DocketCompare);
