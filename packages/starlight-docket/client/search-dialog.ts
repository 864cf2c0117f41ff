import phrases from 'virtual:docket/words/dialog';
import { escapeHtml } from '../views/escape-html.ts';
import type { ScriptWord } from '../words/scripts.ts';
import { saying } from './words.ts';

/** The dialog of the search. It comes with the script that opens it, so that no page has to carry it. */
export function searchDialog(): string {
  const t = saying<'dialog'>(phrases);
  const word = (key: ScriptWord<'dialog'>) => escapeHtml(t(key));
  return `<dialog aria-label="${word('docket.search.search')}"><div class="frame">
<search><form>
<input type="search" placeholder="${word('docket.search.hint')}" aria-label="${word('docket.search.search')}" aria-controls="search-results" autocomplete="off" spellcheck="false">
<button type="button" class="close">${word('docket.search.close')}</button>
</form></search>
<div class="panes">
<details class="filters"><summary>${word('docket.search.filters')}</summary><div class="choices-of"></div></details>
<div class="answers">
<p class="count" role="status"></p>
<ul id="search-commands" aria-label="${word('docket.search.commands')}"></ul>
<ol id="search-results" aria-label="${word('docket.search.results')}"></ol>
</div>
</div>
<p class="keys" aria-hidden="true"><kbd>↑</kbd><kbd>↓</kbd> ${word('docket.search.keyMove')} <kbd>↵</kbd> ${word('docket.search.keyOpen')} <kbd>esc</kbd> ${word('docket.search.keyClose')} <kbd>&gt;</kbd> ${word('docket.search.keyCommands')}</p>
</div></dialog>`;
}
