import type { Option } from '../../records/adr.ts';
import type { Conventions } from '../../records/conventions.ts';
import { perObjectAnd } from '../../records/memo.ts';
import type { AdrRecord } from '../../records/record.ts';
import type { Section } from '../../records/sections.ts';
import type { SeriesContract, TemplateContract } from '../../records/template.ts';

/** The options of a decision with what the template asks of them. */
export interface Series {
  readonly contract: SeriesContract;
  /** The section that holds them. */
  readonly section: Section;
  readonly options: readonly Option[];
  /** Sub-sections that are meant as options, but whose headings have another form. */
  readonly malformed: readonly Section[];
}

/** The options of a decision; `undefined` where the template has none, or the record lacks their section. */
export function seriesOf(record: AdrRecord, { templates }: Conventions): Series | undefined {
  return templates.adr && seriesFor(record, templates.adr);
}

const seriesFor = perObjectAnd(readSeries);

function readSeries(record: AdrRecord, template: TemplateContract): Series | undefined {
  const contract = template.sections.find(({ role }) => role === 'options')?.series;
  const section = record.sections.get('options');
  if (!contract || !section || section.children.length + section.blocks.length === 0) {
    return undefined;
  }
  const options = record.body.options.filter(({ label }) => label.startsWith(`${contract.word} `));
  const word = contract.word.toLowerCase();
  const malformed = section.children.filter((child) => {
    const isMeant =
      child.title.toLowerCase().startsWith(word) ||
      record.body.options.some((option) => option.section === child);
    return isMeant && !options.some((option) => option.section === child);
  });
  return { contract, section, options, malformed };
}
