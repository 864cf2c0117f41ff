import { z } from 'zod';
import { retried } from '../support/retry.ts';
import { call, type GitHub, isNoAnswer, list } from './api.ts';

const LABEL = 'broken-links';

const report = z.object({
  error_map: z.record(
    z.string(),
    z.array(
      z.object({ url: z.string(), status: z.object({ text: z.string() }).partial().nullish() }),
    ),
  ),
});
const issues = z.array(
  z.object({ number: z.int(), body: z.string().nullish(), pull_request: z.unknown().optional() }),
);

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly file: string;
  readonly url: string;
  readonly reason: string;
}

/**
 * The broken links of a report that lychee wrote as JSON, in a fixed order.
 *
 * @throws Error when the text is no such report.
 */
export function brokenLinks(text: string): BrokenLink[] {
  return Object.entries(report.parse(JSON.parse(text)).error_map)
    .flatMap(([file, links]) =>
      links.map(({ url, status }) => ({ file, url, reason: status?.text ?? 'unknown' })),
    )
    .sort((a, b) => (`${a.file} ${a.url}` < `${b.file} ${b.url}` ? -1 : 1));
}

/**
 * Keeps one issue about broken links: opened when a link breaks that it does not name yet, renewed only then, and
 * closed when none is left.
 *
 * @returns what was done, in words
 */
export function settleLinks(github: GitHub, broken: readonly BrokenLink[]): Promise<string> {
  // Looking first makes it safe to try again: an issue that came to be without an answer is found.
  return retried(() => settleOnce(github, broken), isNoAnswer);
}

async function settleOnce(github: GitHub, broken: readonly BrokenLink[]): Promise<string> {
  const open = issues
    .parse(await list(github, `issues?state=open&labels=${LABEL}`))
    .find((issue) => issue.pull_request === undefined);
  if (broken.length === 0) {
    if (!open) return 'No broken link';
    await call(github, 'PATCH', `issues/${open.number}`, { state: 'closed' });
    return `Closed issue ${open.number}: every link works again`;
  }
  const known = open?.body ?? '';
  const fresh = broken.filter(({ url }) => !known.includes(`<${url}>`));
  if (open && fresh.length === 0) return `Nothing new: issue ${open.number} names all`;
  const body = [
    'Broken links in the sources, found by the weekly check:',
    '',
    ...broken.map(
      ({ file, url, reason }) => `- <${url}> in \`${file}\`: ${reason.replace(/\s+/g, ' ')}`,
    ),
    '',
  ].join('\n');
  if (open) {
    await call(github, 'PATCH', `issues/${open.number}`, { body });
    return `Renewed issue ${open.number}: ${fresh.length} more`;
  }
  await call(github, 'POST', 'issues', { title: 'Broken links', labels: [LABEL], body });
  return `Opened an issue about ${broken.length}`;
}
