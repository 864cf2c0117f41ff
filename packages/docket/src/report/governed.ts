import type { GovernedChange } from '../records/changes/changes.ts';
import { lacksAcknowledgement } from '../records/changes/governed.ts';
import { governedItem } from './changes/markdown.ts';
import { governedLines } from './changes/pretty.ts';
import { governedTitle } from './changes/words.ts';
import { count } from './count.ts';
import type { GovernedReport } from './governed-schema.ts';
import { safeLine } from './screen-text.ts';

/** The decisions that govern a change, for a terminal. */
export function governedPretty(changes: readonly GovernedChange[]): string {
  if (changes.length === 0) return 'No decision says that it governs a file of this change\n';
  const blocks = changes.map((change) => governedLines(change).join('\n'));
  const [missing, ...others] = changes.filter(lacksAcknowledgement);
  const end = missing
    ? [
        `error: ${count(others.length + 1, 'decision')} must be named by a change of these files\nhelp: end a commit message with the line \`${safeLine(`Decision: ${missing.id}`)}\`, name the decision in the text of the pull request and give that to \`--stdin\`, or change the record`,
      ]
    : [];
  return `${[...blocks, ...end].join('\n\n')}\n`;
}

/** The same as Markdown for a pull request; text of records can neither format it nor mention anyone. */
export function governedMarkdown(changes: readonly GovernedChange[]): string {
  if (changes.length === 0) return '';
  const items = changes.map((change) => `- ${governedItem(change)}\n`);
  return `### ${governedTitle(changes)}\n\n${items.join('')}`;
}

/** The same for programs. */
export function governedJson(changes: readonly GovernedChange[]): string {
  const report: GovernedReport = {
    version: 1,
    decisions: changes.map(({ status, outcome, ...change }) => ({
      ...{ id: change.id, title: change.title, path: change.path },
      status: status ?? null,
      outcome: outcome ?? null,
      supersededBy: [...change.supersededBy],
      files: [...change.files],
      asking: [...change.asking],
      answeredBy: [...change.answeredBy],
      acknowledgedBy: [...change.acknowledgedBy],
      isMissing: lacksAcknowledgement({ status, outcome, ...change }),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
