import type { FacetCounts, LogGroup, LogQuery } from 'docket/records';
import { readAddress, sortValue } from './log-address.ts';

/** What the form asks for. */
export function readForm(form: HTMLFormElement): LogQuery {
  // A form writes its address as a browser would send it, so that both are read alike.
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) data.append(name, String(value));
  return readAddress(data.toString());
}

/** Makes the form show a query. A value that the log does not have is offered all the same, so that it can be undone. */
export function showQuery(form: HTMLFormElement, query: LogQuery): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name=status]')) {
    input.checked = query.status.includes(input.value);
  }
  const words = form.querySelector<HTMLInputElement>('input[name=q]');
  if (words) words.value = query.words;
  const { tag, maker, year, log, group } = query;
  for (const [name, value] of Object.entries({
    tag,
    maker,
    year,
    log,
    group,
    sort: sortValue(query),
  })) {
    const select = form.querySelector<HTMLSelectElement>(`select[name=${name}]`);
    if (!select) continue;
    if (![...select.options].some((option) => option.value === value)) {
      select.add(new Option(value, value));
    }
    select.value = value;
    select.classList.toggle('is-set', value !== '' && name !== 'sort');
  }
}

/** Writes how many decisions each choice would show. */
export function showCounts(form: HTMLFormElement, counts: FacetCounts): void {
  for (const chip of form.querySelectorAll('.chip')) {
    const value = chip.querySelector('input')?.value ?? '';
    const amount = chip.querySelector('.amount');
    const count = counts.status.get(value) ?? 0;
    if (amount) amount.textContent = String(count);
    chip.classList.toggle('none', count === 0);
  }
  for (const facet of ['tag', 'maker', 'year', 'log'] as const) {
    for (const option of form.querySelectorAll<HTMLOptionElement>(`select[name=${facet}] option`)) {
      if (option.value === '') continue;
      const count = counts[facet].get(option.value) ?? 0;
      option.textContent = `${option.value} (${count})`;
      option.disabled = count === 0 && !option.selected;
    }
  }
}

/** What stands where a group is named: the heading with its number of decisions. */
export function groupHeading(group: LogGroup, heading: string, count: number): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.className = `group group-${group}`;
  row.setAttribute('role', 'row');
  const cell = document.createElement('th');
  cell.scope = 'rowgroup';
  cell.colSpan = 7;
  cell.setAttribute('role', 'rowheader');
  const amount = document.createElement('span');
  amount.className = 'amount';
  amount.textContent = ` ${count}`;
  cell.append(heading, amount);
  row.append(cell);
  return row;
}
