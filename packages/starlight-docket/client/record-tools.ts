import { wordsOf } from './words.ts';

/** Copies the address of a record, or prints it. */
class RecordTools extends HTMLElement {
  connectedCallback(): void {
    const words = wordsOf<'tools'>(this);
    const status = this.querySelector('[role=status]');
    let timer = 0;
    this.querySelector('[data-copy]')?.addEventListener('click', async () => {
      const copied = await copy(location.href);
      if (status) status.textContent = copied ? words('docket.tools.copied') : location.href;
      clearTimeout(timer);
      if (copied) {
        timer = window.setTimeout(() => status?.replaceChildren(), 2500);
      }
    });
    this.querySelector('[data-print]')?.addEventListener('click', () => window.print());
  }
}

/** Puts a text on the clipboard, which browsers offer only to pages that came over a secure line. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

customElements.define('docket-tools', RecordTools);
