import { PARTS } from '../views/parts.ts';
import { type Command, commandsFor, matchCommands } from './commands.ts';
import { el } from './el.ts';
import { loadPagefind, type PageFragment, type Pagefind } from './pagefind.ts';
import { belowSuccessors, isNumbered, typedNumber } from './ranking.ts';
import { chosenFilters, drawFilters, showCounts } from './search-filters.ts';
import { commandItem, hit, moveFocus } from './search-items.ts';
import { searchWord } from './search-words.ts';

const PAGE_SIZE = 12;
/** How many commands stand above results. */
const COMMANDS = 3;

/** The search as it runs in its dialog. */
export interface SearchPanel {
  /** Opens what stands first for the words in the field. */
  openFirst(): Promise<void>;
}

/**
 * Starts the search in the dialog; called once.
 * @throws {Error} where the dialog lacks one of its parts
 */
export function startSearch(
  host: HTMLElement,
  dialog: HTMLDialogElement,
  input: HTMLInputElement,
): SearchPanel {
  const count = host.querySelector('.count');
  const list = host.querySelector('#search-results');
  const commandList = host.querySelector('#search-commands');
  const choices = host.querySelector('.choices-of');
  const details = host.querySelector<HTMLDetailsElement>('details.filters');
  if (!count || !list || !commandList || !choices || !details) {
    throw new Error('Expected the parts of the search dialog');
  }
  details.open = matchMedia('(min-width: 50rem)').matches;

  const commands = commandsFor({
    t: searchWord,
    base: host.dataset['base'] ?? '/',
    held: new Set(PARTS.filter((part) => (host.dataset['held'] ?? '').split(' ').includes(part))),
    hasThemes: document.querySelector('docket-theme') !== null,
    ownPages: JSON.parse(host.dataset['pages'] ?? '[]'),
  });
  let shown: readonly Command[] = [];
  const offer = (offered: readonly Command[]): void => {
    // What stands there already stays, and keeps the focus.
    if (offered.length === shown.length && offered.every((one, at) => one === shown[at])) return;
    shown = offered;
    commandList.replaceChildren(
      ...offered.map((command) => commandItem(command, () => dialog.close())),
    );
  };
  const isCommand = (): boolean => input.value.trimStart().startsWith('>');

  let pagefind: Pagefind | undefined;
  let totals: Awaited<ReturnType<Pagefind['filters']>> = {};

  let latest = 0;
  const search = async (limit = PAGE_SIZE): Promise<void> => {
    const ticket = ++latest;
    const term = input.value.trim();
    if (isCommand()) {
      offer(matchCommands(commands, term.slice(1)));
      list.replaceChildren();
      count.textContent = '';
      return;
    }
    const filters = chosenFilters(choices);
    const isBlank = term === '' && Object.keys(filters).length === 0;
    const matching = term.length < 2 && !isBlank ? [] : matchCommands(commands, term);
    offer(isBlank ? matching : matching.slice(0, COMMANDS));
    if (!pagefind) return;
    if (isBlank) {
      list.replaceChildren();
      showCounts(choices, totals);
      count.textContent = searchWord('docket.search.blank');
      return;
    }
    const response = await pagefind.search(term === '' ? null : term, { filters });
    const pages = await Promise.all(
      response.results.slice(0, limit).map((result) => result.data()),
    );
    const ordered = await withExactFirst(pagefind, term, belowSuccessors(pages));
    if (ticket !== latest) return;
    const total = Math.max(response.results.length, ordered.length);
    showCounts(choices, term === '' ? totals : response.totalFilters);
    count.textContent =
      total === 0
        ? searchWord('docket.search.none')
        : searchWord('docket.search.found', { count: total });
    list.replaceChildren(...ordered.map(hit));
    if (total > limit) {
      const more = el(
        'button',
        { type: 'button', className: 'more' },
        searchWord('docket.search.more', { count: Math.min(PAGE_SIZE, total - limit) }),
      );
      more.addEventListener('click', () => void search(limit + PAGE_SIZE));
      list.append(el('li', {}, more));
    }
  };

  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void search(), 80);
  });
  choices.addEventListener('change', () => void search());
  dialog.addEventListener('keydown', (event) => moveFocus(event, input, dialog));

  const load = async (): Promise<void> => {
    try {
      pagefind = await loadPagefind(host.dataset['site'] ?? host.dataset['base'] ?? '/');
      totals = await pagefind.filters();
    } catch {
      count.textContent = searchWord('docket.search.noIndex');
      return;
    }
    drawFilters(choices, totals);
    await search();
  };
  void search();
  const ready = load();

  return {
    async openFirst() {
      clearTimeout(timer);
      await ready;
      await search();
      if (input.value.trim() === '') return;
      // A number means a record, whatever else is offered.
      const lists = typedNumber(input.value) ? [list, commandList] : [commandList, list];
      const targets = lists.map((among) =>
        among.querySelector<HTMLElement>('.hit > a, .command > *'),
      );
      targets.find((target) => target !== null)?.click();
    },
  };
}

/** Puts the record whose number was typed in front. */
async function withExactFirst(
  pagefind: Pagefind,
  term: string,
  pages: PageFragment[],
): Promise<PageFragment[]> {
  const typed = typedNumber(term);
  if (!typed) return pages;
  let exact = pages.find((page) => isNumbered(page, typed));
  if (!exact) {
    const response = await pagefind.search(`${typed.kind} ${typed.number.padStart(3, '0')}`, {
      filters: {},
    });
    const more = await Promise.all(response.results.slice(0, 20).map((result) => result.data()));
    exact = more.find((page) => isNumbered(page, typed));
  }
  return exact ? [exact, ...pages.filter((page) => page.url !== exact.url)] : pages;
}
