import { safeLine } from 'docket/records';
import type { OpenLogs } from './open.ts';

/**
 * What the owner of a site should know of the logs of other repositories, one line for each matter: others have written
 * what is told, and none of it may look like the output of the build.
 */
export function logNotes({ logs, closed }: OpenLogs): string[] {
  return [
    ...closed.map(
      ({ title, message, help }) =>
        `The log “${title}” is left out: ${message}. To mend it, ${help}.`,
    ),
    ...logs.flatMap(({ title, notes }) => notes.map((note) => `The log “${title}” is ${note}.`)),
  ].map(safeLine);
}
