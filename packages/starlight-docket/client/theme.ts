let count = 0;

/** The choice between the system's theme, light and dark. */
class DocketTheme extends HTMLElement {
  connectedCallback(): void {
    count += 1;
    for (const input of this.querySelectorAll('input')) input.name = `theme-${count}`;
    this.addEventListener('change', (event) => {
      window.docketTheme.choice = (event.target as HTMLInputElement).value;
      for (const each of document.querySelectorAll<DocketTheme>('docket-theme')) each.show();
    });
    this.show();
  }

  /** Shows the choice that holds, wherever it was made. */
  show(): void {
    for (const input of this.querySelectorAll('input'))
      input.checked = input.value === window.docketTheme.choice;
  }
}

customElements.define('docket-theme', DocketTheme);
