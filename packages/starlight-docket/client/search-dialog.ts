/** The dialog of the search. It comes with the script that opens it, so that no page has to carry it. */
export const SEARCH_DIALOG = `<dialog aria-label="Search"><div class="frame">
<search><form>
<input type="search" placeholder="Search, or type > for commands…" aria-label="Search" aria-controls="search-results" autocomplete="off" spellcheck="false">
<button type="button" class="close">Close</button>
</form></search>
<div class="panes">
<details class="filters"><summary>Filters</summary><div class="choices-of"></div></details>
<div class="answers">
<p class="count" role="status"></p>
<ul id="search-commands" aria-label="Commands"></ul>
<ol id="search-results" aria-label="Results"></ol>
</div>
</div>
<p class="keys" aria-hidden="true"><kbd>↑</kbd><kbd>↓</kbd> move <kbd>↵</kbd> open the first <kbd>esc</kbd> close <kbd>&gt;</kbd> commands</p>
</div></dialog>`;
