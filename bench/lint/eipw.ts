import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * The section of a proposal that takes the prose of a section of a decision. Of the sections that eipw asks for only
 * Abstract and Copyright are not filled from the record; what a record has more goes into the Rationale.
 */
const SECTIONS: readonly (readonly [proposal: string, decision: readonly string[]])[] = [
  ['Motivation', ['Context']],
  ['Specification', ['Decision']],
  ['Rationale', ['Decision Drivers', 'Options Considered', 'Agent Decisions', 'References']],
  ['Security Considerations', ['Consequences']],
];

/**
 * Writes each decision record of a folder as an Ethereum proposal, the texts that eipw judges: the same prose, tables
 * and code below the sections of a proposal, with a preamble made from the frontmatter. Mentions and links of other
 * records become those of proposals, so that its rules about them have as much to look at.
 * @param records folder of the records
 * @param folder is emptied first
 */
export async function generateProposals(records: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(records)) {
    const number = Number(/^adr-(\d+)-/.exec(name)?.[1]);
    if (Number.isNaN(number)) continue;
    const text = await readFile(path.join(records, name), 'utf8');
    await writeFile(path.join(folder, `eip-${number}.md`), proposalOf(number, text));
  }
}

function proposalOf(number: number, record: string): string {
  const [, frontmatter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(record) ?? [];
  const value = (key: string): string =>
    new RegExp(`^${key}: "?(.*?)"?$`, 'm').exec(frontmatter)?.[1] ?? '';
  const description = asProposals(value('description'));
  const requires = [...new Set(value('depends-on').match(/\d+/g)?.map(Number) ?? [])];
  const preamble = [
    `eip: ${number}`,
    `title: ${asProposals(value('title').replace(/^ADR-\d+: /, ''))}`,
    `description: ${description}`,
    'author: A Person (@a-person)',
    'discussions-to: https://ethereum-magicians.org/t/a-decision/1',
    `status: ${value('status') === 'Proposed' ? 'Draft' : 'Final'}`,
    'type: Meta',
    `created: ${value('date')}`,
    ...(requires.length === 0 ? [] : [`requires: ${requires.sort((a, b) => a - b).join(', ')}`]),
  ];
  const parts = body.split(/^## /m).slice(1);
  const proseOf = (title: string): string => {
    const part = parts.find((text) => text.startsWith(`${title}\n`)) ?? `${title}\n`;
    return asProposals(part.slice(title.length)).trim();
  };
  const sections = SECTIONS.map(([title, from]) => {
    const [first = '', ...more] = from;
    const rest = more.map((name) => `### ${name}\n\n${deeper(proseOf(name))}`);
    return `## ${title}\n\n${[proseOf(first), ...rest].join('\n\n')}`;
  });
  const copyright = '## Copyright\n\nCopyright and related rights waived via [CC0](../LICENSE.md).';
  return [
    `---\n${preamble.join('\n')}\n---`,
    `## Abstract\n\n${description}`,
    ...sections,
    copyright,
  ]
    .join('\n\n')
    .concat('\n');
}

function deeper(text: string): string {
  return text.replace(/^#{3,5} /gm, '#$&');
}

function asProposals(text: string): string {
  return text
    .replace(/\(adr-(\d+)-[^)#\s]*\.md/g, (_, number: string) => `(./eip-${Number(number)}.md`)
    .replace(/\bADR-(\d+)\b/g, (_, number: string) => `EIP-${Number(number)}`);
}
