import { searchDialog } from './search-dialog.ts';
import type { SearchPanel } from './search-panel.ts';

/** The dialog and its field, as they stand in the page. */
interface Opened {
  readonly dialog: HTMLDialogElement;
  readonly input: HTMLInputElement;
}

/** The search button: opens the dialog, and loads what is behind it when it is first opened. */
class SiteSearch extends HTMLElement {
  #opened: Opened | undefined;
  #panel: Promise<SearchPanel> | undefined;

  connectedCallback(): void {
    const open = (): void => this.#open();
    this.querySelector('.open')?.addEventListener('click', open);
    for (const button of document.querySelectorAll('[data-open-search]'))
      button.addEventListener('click', open);
    window.addEventListener('keydown', (event) => {
      const typing = (event.target as Element | null)?.closest?.(
        'input, textarea, select, [contenteditable]',
      );
      const isShortcut =
        ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') ||
        (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey);
      if (!isShortcut) return;
      event.preventDefault();
      open();
    });
  }

  #open(): void {
    this.#opened ??= this.#makeDialog();
    const { dialog, input } = this.#opened;
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    this.#panel ??= import('./search-panel.ts').then(({ startSearch }) =>
      startSearch(this, dialog, input),
    );
  }

  #makeDialog(): Opened {
    this.insertAdjacentHTML('beforeend', searchDialog());
    const dialog = this.querySelector('dialog');
    const input = this.querySelector<HTMLInputElement>('input[type=search]');
    if (!dialog || !input) throw new Error('Expected the parts of the search dialog');
    this.querySelector('.close')?.addEventListener('click', () => dialog.close());
    // Enter opens what stands first, however fast it was typed.
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#panel?.then((panel) => panel.openFirst());
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    return { dialog, input };
  }
}

customElements.define('site-search', SiteSearch);
