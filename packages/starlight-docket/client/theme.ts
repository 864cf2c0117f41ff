const { dataset } = document.documentElement;

let count = 0;

/** The choice between the system's theme, light and dark. */
export class DocketTheme extends HTMLElement {
  connectedCallback(): void {
    count += 1;
    // In the menu of small screens it stands without its buttons, which would be on a page twice.
    const buttons =
      this.querySelector('fieldset') ??
      document.querySelector<HTMLElement>('docket-theme fieldset')?.cloneNode(true);
    if (!(buttons instanceof HTMLElement)) return;
    for (const input of buttons.querySelectorAll('input')) input.name = `theme-${count}`;
    if (buttons.parentElement !== this) this.append(buttons);
    this.addEventListener('change', (event) =>
      this.choose((event.target as HTMLInputElement).value),
    );
    this.show();
  }

  /** Chooses a theme, `auto` for the system's, on this page and, where the browser keeps it, on all that follow. */
  choose(next: string): void {
    if (next === 'auto') delete dataset['choice'];
    else dataset['choice'] = next;
    try {
      localStorage.setItem('starlight-theme', next === 'auto' ? '' : next);
    } catch {}
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    dataset['theme'] = dataset['choice'] ?? (isDark ? 'dark' : 'light');
    for (const each of document.querySelectorAll<DocketTheme>('docket-theme')) each.show();
  }

  /** Shows the choice that holds, wherever it was made. */
  show(): void {
    for (const input of this.querySelectorAll('input'))
      input.checked = input.value === (dataset['choice'] ?? 'auto');
  }
}

customElements.define('docket-theme', DocketTheme);
