import type { OpenLogs } from './open.ts';

/** What the owner of a site should know of the logs of other repositories, one text for each matter. */
export function logNotes({ logs, closed }: OpenLogs): string[] {
  return [
    ...closed.map(
      ({ title, message, help }) =>
        `The log “${title}” is left out: ${message}. To mend it, ${help}.`,
    ),
    ...logs.flatMap(({ title, notes }) => notes.map((note) => `The log “${title}” is ${note}.`)),
  ];
}
