/*
 * Records in every form that is read, in our own words: each says a title, a status, a date and who decided.
 */

/** What a record of a form says. */
export interface Said {
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly date: string;
}

/** A form of record. */
export interface RecordForm {
  readonly name: string;
  /** Whether the form has a place for a date. */
  readonly isDated: boolean;
  text(said: Said): string;
}

const BODY = [
  '## Context',
  '',
  'The status of orders is accepted by hand; a date such as 2020-01-01 is text.',
  '',
  '## Decision',
  '',
  'We queue them.',
  '',
].join('\n');

const form = (name: string, text: RecordForm['text'], isDated = true): RecordForm => ({
  name,
  isDated,
  text,
});

/** Every form. */
export const RECORD_FORMS: readonly RecordForm[] = [
  form(
    'YAML as MADR has it',
    ({ title, status, date }) =>
      `---\n# kept\nstatus: ${status}\ndate: ${date}\ndecision-makers: [Ada, Grace]\n---\n# ${title}\n\n${BODY}`,
  ),
  form(
    'YAML in quotes, with a key of its own',
    ({ title, status, date }) =>
      `---\nlayout: 'page'\nStatus: "${status}" # kept\ndate: '${date}'\n---\n\n# ${title}\n\n${BODY}`,
  ),
  form(
    'a table with an empty header',
    ({ title, status, date }) =>
      `# ${title}\n\n|  |  |\n| --- | --- |\n| Date | ${date} |\n| Status | ${status} |\n| Owner | Ada |\n\n${BODY}`,
  ),
  form(
    'a table across',
    ({ title, status, date }) =>
      `# ${title}\n\n| Status | Date | Deciders |\n|---|---|---|\n| ${status} | ${date} | Ada |\n\n${BODY}`,
  ),
  form(
    'bullets',
    ({ title, status, date }) =>
      `# ${title}\n\n* Status: ${status}\n* Deciders: Ada, Grace\n* Date: ${date}\n\nTechnical Story: none yet\n\n${BODY}`,
  ),
  form(
    'bold bullets',
    ({ title, status, date }) =>
      `# ${title}\n\n- **Date:** ${date}\n- **Status:** _${status}_ <!-- kept -->\n\n${BODY}`,
  ),
  form(
    'labelled lines',
    ({ title, status, date }) => `# ${title}\n\nStatus: ${status}  \nDate: ${date}\n\n${BODY}`,
  ),
  form(
    'bold labels on one line',
    ({ title, status, date }) =>
      `# ${title}\n\n**Status:** ${status} | **Date:** ${date} | **Deciders:** Ada\n\n${BODY}`,
  ),
  form(
    'a quoted label',
    ({ title, status, date }) =>
      `# ${title}\n\n> **Status**: ${status}\n> **Date**: ${date}\n\n${BODY}`,
  ),
  form(
    'sections as adr-tools writes them',
    ({ number, title, status, date }) =>
      `# ${Number(number)}. ${title}\n\nDate: ${date}\n\n## Status\n\n${status}\n\n${BODY}`,
  ),
  form(
    'a section at the end',
    ({ title, status }) => `# ${title}\n\n${BODY}\n## Status\n\n**${status}**\n`,
    false,
  ),
  form(
    'a status in a heading',
    ({ title, status, date }) => `# ${title}\n\nDate: ${date}\n\n## Status: ${status}\n\n${BODY}`,
  ),
  form(
    'a status with its day',
    ({ title, status, date }) => `# ${title}\n\n## Status\n\n${status} (${date})\n\n${BODY}`,
  ),
];
