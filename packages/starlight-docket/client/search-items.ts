import { withoutName } from 'docket/records';
import { markShape } from '../views/marks.ts';
import type { Action, Command } from './commands.ts';
import { el } from './el.ts';
import type { PageFragment } from './pagefind.ts';
import type { DocketTheme } from './theme.ts';

/** A page that was found: what it is and whether it stands, its title, its outcome, and where the words occur. */
export function hit(page: PageFragment): HTMLLIElement {
  const { title = page.url, status, number, description } = page.meta;
  const kind = page.filters['kind']?.[0];
  const sections = page.sub_results.filter((section) => /#(?!_top$)/.test(section.url)).slice(0, 2);
  const excerpts =
    sections.length > 0 ? sections : [{ title: '', url: page.url, excerpt: page.excerpt }];
  return el(
    'li',
    { className: 'hit' },
    el('p', { className: 'hit-line' }, number ?? kind ?? '', badge(status)),
    el('a', { href: page.url }, withoutName(title)),
    description ? el('p', { className: 'outcome' }, description) : '',
    ...excerpts.map((section) => {
      const text = el('span');
      text.innerHTML = withoutTitle(section.excerpt, section.title);
      const link = section.title === '' ? '' : el('a', { href: section.url }, section.title);
      return el('p', { className: 'excerpt' }, link, text);
    }),
  );
}

function badge(status: string | undefined): Node | string {
  if (!status) return '';
  const name = status.toLowerCase();
  const mark = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  mark.setAttribute('class', 'mark');
  mark.setAttribute('viewBox', '0 0 16 16');
  mark.setAttribute('aria-hidden', 'true');
  mark.innerHTML = markShape(name);
  return el('span', { className: `status status-${name}` }, mark, status);
}

/** An excerpt often opens with the heading it stands under, which is shown already. */
function withoutTitle(excerpt: string, title: string): string {
  const lead = `${title}. `;
  return title !== '' && excerpt.startsWith(lead) ? excerpt.slice(lead.length) : excerpt;
}

/**
 * A command as a link, or as a button that does it.
 * @param done called before the command is done
 */
export function commandItem(command: Command, done: () => void): HTMLLIElement {
  const group = el('span', { className: 'command-group' }, command.group);
  if ('href' in command) {
    return el(
      'li',
      { className: 'command' },
      el('a', { href: command.href }, command.label, ' ', group),
    );
  }
  const button = el('button', { type: 'button' }, command.label, ' ', group);
  button.addEventListener('click', () => {
    done();
    act(command.action);
  });
  return el('li', { className: 'command' }, button);
}

function act(action: Action): void {
  switch (action) {
    case 'theme-auto':
    case 'theme-light':
    case 'theme-dark':
      document.querySelector<DocketTheme>('docket-theme')?.choose(action.slice('theme-'.length));
      return;
    case 'copy':
      void navigator.clipboard?.writeText(location.href);
      return;
    case 'print':
      window.print();
  }
}

/** Up and down lead from the field through commands and results and back. */
export function moveFocus(
  event: KeyboardEvent,
  input: HTMLInputElement,
  dialog: HTMLDialogElement,
): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...dialog.querySelectorAll<HTMLElement>('.command > *, .hit > a, .more')];
  const active = document.activeElement as HTMLElement | null;
  const at = active ? items.indexOf(active) : -1;
  if (at < 0 && active !== input) return;
  event.preventDefault();
  const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
  (next < 0 ? input : (items[next] ?? items.at(-1) ?? input)).focus();
}
