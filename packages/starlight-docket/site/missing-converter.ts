import { ASCIIDOCTOR, loadAsciidoctor } from '../markdown/asciidoc.ts';
import type { SiteModel } from './model.ts';

/** What to tell whoever builds the site about records that can only be shown as source; `undefined` where all is well. */
export function missingConverter({ corpus }: Pick<SiteModel, 'corpus'>): string | undefined {
  const count = corpus.records.filter(({ document }) => document.format === 'asciidoc').length;
  if (count === 0 || loadAsciidoctor()) return undefined;
  const told = count === 1 ? '1 record is' : `${count} records are`;
  return `${told} written in AsciiDoc and shown as source; install \`${ASCIIDOCTOR}\` to show ${count === 1 ? 'it' : 'them'} in full`;
}
