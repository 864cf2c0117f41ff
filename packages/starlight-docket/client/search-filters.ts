import { el } from './el.ts';
import type { FilterCounts, Filters } from './pagefind.ts';
import { searchWord } from './search-words.ts';

/** The filters of the index, in the order in which they are offered. */
const FILTERS = [
  ['kind', 'docket.search.filterKind'],
  ['log', 'docket.log.log'],
  ['status', 'docket.log.columnStatus'],
  ['tag', 'docket.log.tag'],
] as const;

/** Draws a checkbox for each value the index knows. */
export function drawFilters(choices: Element, totals: FilterCounts): void {
  choices.replaceChildren(
    ...FILTERS.flatMap(([key, word]) => {
      const values = Object.keys(totals[key] ?? {}).sort();
      if (values.length === 0) return [];
      return [
        el(
          'fieldset',
          {},
          el('legend', {}, searchWord(word)),
          el(
            'div',
            { className: 'choices' },
            ...values.map((value) =>
              el(
                'label',
                {},
                el('input', { type: 'checkbox', name: key, value }),
                el('span', {}, value),
                el('span', { className: 'amount' }),
              ),
            ),
          ),
        ),
      ];
    }),
  );
}

/** Shows how many results each value would leave. */
export function showCounts(choices: Element, counts: FilterCounts): void {
  for (const label of choices.querySelectorAll('label')) {
    const input = label.querySelector('input');
    const amount = (input && counts[input.name]?.[input.value]) ?? 0;
    label.classList.toggle('none', amount === 0);
    const target = label.querySelector('.amount');
    if (target) target.textContent = String(amount);
  }
}

/** What is ticked. Several kinds or statuses widen the search; several tags narrow it. */
export function chosenFilters(choices: Element): Filters {
  const chosen: Record<string, string[]> = {};
  for (const input of choices.querySelectorAll<HTMLInputElement>('input:checked')) {
    chosen[input.name] = [...(chosen[input.name] ?? []), input.value];
  }
  return Object.fromEntries(
    Object.entries(chosen).map(([key, values]) => [key, key === 'tag' ? values : { any: values }]),
  );
}
