import type { WireLife } from '../views/timeline.ts';
import { el } from './el.ts';
import { wordsOf } from './words.ts';

/** Shows the decisions in force on a day; the day stands in the address. */
class DocketAsOf extends HTMLElement {
  #words = wordsOf<'asOf'>(this);
  #lives: Promise<readonly WireLife[]> | undefined;

  connectedCallback(): void {
    const form = this.querySelector('form') as HTMLFormElement;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask(this.#input.value);
    });
    form.addEventListener('change', () => this.#ask(this.#input.value));
    form.addEventListener('reset', () => this.#ask(''));
    const day = new URLSearchParams(location.search).get('on') ?? '';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return;
    this.#input.value = day;
    void this.#show(day);
  }

  get #input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }

  #ask(day: string): void {
    history.replaceState(null, '', day === '' ? location.pathname : `?on=${day}`);
    void this.#show(day);
  }

  async #load(): Promise<readonly WireLife[]> {
    const response = await fetch(this.dataset['source'] ?? '');
    if (!response.ok) throw new Error(`status ${response.status}`);
    return (await response.json()) as readonly WireLife[];
  }

  async #show(day: string): Promise<void> {
    const said = this.querySelector('.said');
    const answer = this.querySelector<HTMLElement>('.answer');
    if (!said || !answer) return;
    answer.hidden = true;
    said.textContent = '';
    if (day === '') return;
    try {
      this.#lives ??= this.#load();
      const lives = await this.#lives;
      const began = lives.filter(
        ([, , , from, until]) =>
          (from === '?' || from <= day) && !(until !== '' && until !== '?' && until <= day),
      );
      const isSure = ([, , , from, until]: WireLife) => from !== '?' && until !== '?';
      const sure = began.filter(isSure);
      const unsure = began.filter((life) => !isSure(life));
      said.textContent = this.#words(
        unsure.length > 0 ? 'docket.asOf.saidUnsure' : 'docket.asOf.said',
        { day, count: sure.length, unsure: unsure.length },
      );
      answer.replaceChildren(
        list(sure),
        ...(unsure.length > 0 ? [this.#words('docket.asOf.unsure'), list(unsure)] : []),
      );
      answer.hidden = began.length === 0;
    } catch {
      this.#lives = undefined;
      said.textContent = this.#words('docket.asOf.unloaded');
    }
  }
}

function list(lives: readonly WireLife[]): HTMLElement {
  return el(
    'ul',
    { className: 'ref-list' },
    ...lives.map(([href, label, title]) =>
      el(
        'li',
        {},
        el(
          'a',
          { href, className: 'record-link' },
          el('span', { className: 'number' }, label),
          el('span', { className: 'title' }, title),
        ),
      ),
    ),
  );
}

customElements.define('docket-as-of', DocketAsOf);
