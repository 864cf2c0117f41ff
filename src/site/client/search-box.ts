/** The search button: opens the dialog, and loads what is behind it when it is first opened. */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    const dialog = this.querySelector('dialog');
    const input = this.querySelector<HTMLInputElement>('input[type=search]');
    if (!dialog || !input) return;

    const open = (): void => {
      if (dialog.open) return;
      dialog.showModal();
      input.select();
      void import('./search-panel.ts').then(({ startSearch }) => startSearch(this, dialog, input));
    };
    this.querySelector('.open')?.addEventListener('click', open);
    for (const button of document.querySelectorAll('[data-open-search]'))
      button.addEventListener('click', open);
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
