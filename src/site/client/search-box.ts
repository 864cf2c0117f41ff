import type { SearchPanel } from './search-panel.ts';

/** The search button: opens the dialog, and loads what is behind it when it is first opened. */
class SiteSearch extends HTMLElement {
  #panel: Promise<SearchPanel> | undefined;

  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    const input = this.querySelector<HTMLInputElement>('input[type=search]');
    if (!dialog || !input) return;

    const open = (): void => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      this.#panel ??= import('./search-panel.ts').then(({ startSearch }) =>
        startSearch(this, dialog, input),
      );
    };
    this.querySelector('.open')?.addEventListener('click', open);
    for (const button of document.querySelectorAll('[data-open-search]'))
      button.addEventListener('click', open);
    this.querySelector('.close')?.addEventListener('click', () => dialog.close());
    // Enter opens what stands first, however fast it was typed.
    input.form?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#panel?.then((panel) => panel.openFirst());
    });
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
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
}

customElements.define('site-search', SiteSearch);
