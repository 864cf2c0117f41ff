import { el } from './el.ts';
import { loadPagefind, type PageFragment, type Pagefind } from './pagefind.ts';
import { chosenFilters, drawFilters, showCounts } from './search-filters.ts';

const PAGE_SIZE = 12;

let started = false;

/** Starts the search in the dialog. Further calls do nothing. */
export async function startSearch(
  host: HTMLElement,
  dialog: HTMLDialogElement,
  input: HTMLInputElement,
): Promise<void> {
  if (started) return;
  started = true;
  const count = host.querySelector('.count');
  const list = host.querySelector('#search-results');
  const choices = host.querySelector('.choices-of');
  const details = host.querySelector<HTMLDetailsElement>('details.filters');
  if (!count || !list || !choices || !details) return;
  details.open = matchMedia('(min-width: 50rem)').matches;

  let pagefind: Pagefind;
  try {
    pagefind = await loadPagefind(host.dataset['base'] ?? '/');
  } catch {
    count.textContent = 'The search index is made by a build: run `pnpm start` to search.';
    started = false;
    return;
  }

  const totals = await pagefind.filters();
  drawFilters(choices, totals);

  let latest = 0;
  const search = async (limit = PAGE_SIZE): Promise<void> => {
    const ticket = ++latest;
    const term = input.value.trim();
    const filters = chosenFilters(choices);
    if (term === '' && Object.keys(filters).length === 0) {
      list.replaceChildren();
      showCounts(choices, totals);
      count.textContent =
        'Type to search, or choose a filter. A number such as 018 leads straight to its record.';
      return;
    }
    const response = await pagefind.search(term === '' ? null : term, { filters });
    const pages = await Promise.all(
      response.results.slice(0, limit).map((result) => result.data()),
    );
    if (ticket !== latest) return;
    const total = response.results.length;
    showCounts(choices, term === '' ? totals : response.totalFilters);
    count.textContent =
      total === 0 ? 'Nothing found' : total === 1 ? '1 result' : `${total} results`;
    const ordered = await withExactFirst(pagefind, term, pages);
    if (ticket !== latest) return;
    list.replaceChildren(...ordered.map(hit));
    if (total > limit) {
      const more = el(
        'button',
        { type: 'button', className: 'more' },
        `Show ${Math.min(PAGE_SIZE, total - limit)} more`,
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
  // Enter in the field opens the first result instead of closing the dialog.
  input.form?.addEventListener('submit', (event) => {
    if ((event as SubmitEvent).submitter === document.activeElement) return;
    event.preventDefault();
    list.querySelector<HTMLAnchorElement>('.hit > a')?.click();
  });
  dialog.addEventListener('keydown', (event) => moveFocus(event, input, list));
  await search();
}

/** Puts the record whose number was typed in front. */
async function withExactFirst(
  pagefind: Pagefind,
  term: string,
  pages: PageFragment[],
): Promise<PageFragment[]> {
  const match = /^(adr|spec|provenance)?[-\s]*0*(\d{1,4}[a-z]?)$/i.exec(term);
  if (!match) return pages;
  const isExact = (page: PageFragment): boolean => {
    const number = /^(\w+)[-\s]0*(\d+[a-z]?)$/.exec(page.meta['number'] ?? '');
    const kind = match[1]?.toLowerCase() ?? 'adr';
    return number?.[1]?.toLowerCase() === kind && number[2] === match[2]?.toLowerCase();
  };
  let exact = pages.find(isExact);
  if (!exact) {
    const kind = match[1] ?? 'ADR';
    const response = await pagefind.search(`${kind} ${match[2]?.padStart(3, '0')}`, {
      filters: {},
    });
    const more = await Promise.all(response.results.slice(0, 20).map((result) => result.data()));
    exact = more.find(isExact);
  }
  return exact ? [exact, ...pages.filter((page) => page.url !== exact.url)] : pages;
}

function hit(page: PageFragment): HTMLLIElement {
  const { title = page.url, status, number, description } = page.meta;
  const kind = page.filters['kind']?.[0];
  const line = [number ?? kind, status].filter(Boolean);
  const sections = page.sub_results.filter((section) => /#(?!_top$)/.test(section.url)).slice(0, 2);
  const excerpts =
    sections.length > 0 ? sections : [{ title: '', url: page.url, excerpt: page.excerpt }];
  return el(
    'li',
    { className: 'hit' },
    el('p', { className: 'hit-line' }, line.join(' · ')),
    el('a', { href: page.url }, title.replace(/^(?:ADR-\d+|Spec \d+[a-z]?): /, '')),
    description ? el('p', { className: 'outcome' }, description) : '',
    ...excerpts.map((section) => {
      const text = el('span');
      text.innerHTML = withoutTitle(section.excerpt, section.title);
      const link = section.title === '' ? '' : el('a', { href: section.url }, section.title);
      return el('p', { className: 'excerpt' }, link, text);
    }),
  );
}

/** An excerpt often opens with the heading it stands under, which is shown already. */
function withoutTitle(excerpt: string, title: string): string {
  const lead = `${title}. `;
  return title !== '' && excerpt.startsWith(lead) ? excerpt.slice(lead.length) : excerpt;
}

function moveFocus(event: KeyboardEvent, input: HTMLInputElement, list: Element): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...list.querySelectorAll<HTMLElement>('.hit > a, .more')];
  const active = document.activeElement as HTMLElement | null;
  const at = active ? links.indexOf(active) : -1;
  if (at < 0 && active !== input) return;
  event.preventDefault();
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  (next < 0 ? input : (links[next] ?? links.at(-1) ?? input)).focus();
}
