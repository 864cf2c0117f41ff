import { nameInLog } from '../records/key.ts';
import { outcomeSentence } from '../records/outcome-sentence.ts';
import { shortTitle } from '../records/record.ts';
import type { GovernedChange } from '../records/why.ts';
import { inline } from './changes/github-text.ts';
import { count } from './count.ts';
import { safeLine } from './screen-text.ts';

/** Version of the JSON; it grows when a key changes its meaning or goes. */
const VERSION = 1;

/** Files of one decision that are named. */
const MOST_FILES = 10;

/** The decisions that govern a change, for a terminal. */
export function governedPretty(changes: readonly GovernedChange[]): string {
  if (changes.length === 0) return 'No decision says that it governs a file of this change\n';
  const blocks = changes.map((change) => [
    `${nameInLog(change.adr)}  ${shortTitle(change.adr)}`,
    ...outcomeOf(change).map((words) => `  ${words}`),
    ...shownFiles(change).map((file) => `  ${file}`),
    `  ${answerOf(change)}`,
  ]);
  return `${blocks.map((lines) => lines.map(safeLine).join('\n')).join('\n\n')}\n`;
}

/** The same as Markdown for a pull request; text of records can neither format it nor mention anyone. */
export function governedMarkdown(changes: readonly GovernedChange[]): string {
  if (changes.length === 0) return '';
  const items = changes.flatMap((change) => [
    `- **${inline(nameInLog(change.adr))}** ${inline(shortTitle(change.adr))}${outcomeOf(change)
      .map((words) => `: ${inline(words)}`)
      .join('')}`,
    ...shownFiles(change).map((file) => `  - ${inline(file)}`),
    `  - ${inline(answerOf(change))}`,
  ]);
  const head = `### This change touches files governed by ${count(changes.length, 'decision')}`;
  return `${[head, '', ...items].join('\n')}\n`;
}

/** The same for programs. */
export function governedJson(changes: readonly GovernedChange[]): string {
  const decisions = changes.map(({ adr, files, answeredBy }) => ({
    id: nameInLog(adr),
    title: shortTitle(adr),
    path: adr.path,
    outcome: outcomeSentence(adr)?.text ?? null,
    files,
    answeredBy,
  }));
  return `${JSON.stringify({ version: VERSION, decisions }, null, 2)}\n`;
}

function outcomeOf({ adr }: GovernedChange): string[] {
  const sentence = outcomeSentence(adr);
  return sentence ? [sentence.text] : [];
}

function shownFiles({ files }: GovernedChange): string[] {
  const more = files.length - MOST_FILES;
  return [...files.slice(0, MOST_FILES), ...(more > 0 ? [`and ${count(more, 'file')} more`] : [])];
}

function answerOf({ answeredBy }: GovernedChange): string {
  return answeredBy.length === 0
    ? 'the change says nothing of this decision: does it still hold?'
    : `the change speaks of it in ${answeredBy.join(', ')}`;
}
