import type { ChangeKind } from '../views/changes.ts';
import type { ScriptWord } from '../words/scripts.ts';
import { pageLanguage, wordsOf } from './words.ts';

const WORDS: Readonly<Record<ChangeKind, ScriptWord<'since'>>> = {
  accepted: 'docket.changes.someAccepted',
  proposed: 'docket.changes.someProposed',
  superseded: 'docket.changes.someSuperseded',
  deprecated: 'docket.changes.someDeprecated',
  rejected: 'docket.changes.someRejected',
  amended: 'docket.changes.someAmended',
  new: 'docket.changes.someNew',
  text: 'docket.changes.someText',
};

/** The list of changes from a day or a tag on; which one stands in the address. */
class DocketSince extends HTMLElement {
  #words = wordsOf<'since'>(this);

  connectedCallback(): void {
    const form = this.#form;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('change', (event) => {
      const isTag = (event.target as HTMLElement).getAttribute('name') === 'tag';
      const tag = isTag ? (this.#tags?.value ?? '') : '';
      this.#ask(tag === '' ? this.#date.value : tag);
    });
    form.addEventListener('reset', () => this.#ask(''));
    window.addEventListener('popstate', () => this.#read());
    this.#read();
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }
  get #date(): HTMLInputElement {
    return this.querySelector('input[name=since]') as HTMLInputElement;
  }
  get #tags(): HTMLSelectElement | null {
    return this.querySelector('select[name=tag]');
  }

  #read(): void {
    this.#show(new URLSearchParams(location.search).get('since') ?? '');
  }

  #ask(since: string): void {
    const query = since === '' ? '' : `?${new URLSearchParams({ since })}`;
    history.replaceState(null, '', location.pathname + query);
    this.#show(since);
  }

  /** @param since a day, the name of a tag, or nothing for all */
  #show(since: string): void {
    const option = [...(this.#tags?.options ?? [])].find(({ value }) => value === since);
    const day = since === '' ? '' : (option?.dataset['day'] ?? since);
    if (this.#tags) this.#tags.value = option ? since : '';
    this.#date.value = day;
    const counts = new Map<ChangeKind, number>();
    let shown = 0;
    for (const section of this.querySelectorAll<HTMLElement>('section.day')) {
      section.hidden = (section.dataset['day'] ?? '') < day;
      if (section.hidden) continue;
      shown += 1;
      for (const group of section.querySelectorAll<HTMLElement>('[data-kind]')) {
        const kind = group.dataset['kind'] as ChangeKind;
        counts.set(kind, (counts.get(kind) ?? 0) + Number(group.dataset['count']));
      }
    }
    const nothing = this.querySelector<HTMLElement>('.nothing');
    if (nothing) nothing.hidden = shown > 0;
    const said = this.querySelector('.said');
    const parts = [...counts].map(([kind, count]) => this.#words(WORDS[kind], { count }));
    const changes = new Intl.ListFormat(pageLanguage(), { type: 'unit' }).format(parts);
    const sentence =
      parts.length > 0
        ? this.#words('docket.changes.said', { since, changes })
        : this.#words('docket.changes.saidNothing', { since });
    if (said) said.textContent = day === '' ? '' : sentence;
  }
}

customElements.define('docket-since', DocketSince);
