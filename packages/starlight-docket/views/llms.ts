import {
  type AdrRecord,
  type DocketRecord,
  isInForce,
  newestFirst,
  shortTitle,
  shownName,
} from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { logTitles } from './log.ts';
import { recordMarkdown } from './markdown-text.ts';
import type { ReferenceContext } from './references.ts';
import { logSlug, textUrl, withBase } from './urls.ts';

/** The most characters of `llms-full.txt`: more fits no reader it is meant for. */
export const MOST_CHARACTERS = 1_000_000;

/** A hand-written page as `llms.txt` lists it. */
export interface ListedPage {
  /** Address below the base without slashes round it. */
  readonly slug: string;
  readonly title: string;
  readonly description: string | undefined;
}

type Absolute = (address: string) => string;

/** What the files are made from. */
export interface LlmsContext
  extends ReferenceContext,
    Pick<SiteModel, 'name'>,
    Partial<Pick<SiteModel, 'description'>> {}

const INTRODUCTION =
  'Every record is served as text at the address given here. What no longer stands is listed apart: do not rely on it.';

/**
 * `llms.txt`: every record and page with its address and what it says, in the form of llmstxt.org.
 * @param folder where the file of one of several logs stands, with a slash at its end
 */
export function llmsText(
  context: LlmsContext,
  pages: readonly ListedPage[],
  absolute: Absolute,
  folder = '',
): string {
  const { corpus, base, siteBase = base, name, description } = context;
  const line = (record: DocketRecord): string => {
    const description = record.fields.description.value;
    const status =
      record.kind === 'adr' && !stands(record) ? record.fields.status.value : undefined;
    const note = [status && `${status}.`, description].filter(Boolean).join(' ');
    const title = escapeText(`${shownName(record)}: ${shortTitle(record)}`);
    const address = absolute(textUrl(base, record));
    return `- [${title}](${address})${note === '' ? '' : `: ${note}`}`;
  };
  const file = (path: string, title: string, note: string) =>
    `- [${title}](${absolute(withBase(base, path))}): ${note}`;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Decisions in force', corpus.adrs.filter(stands).map(line)],
    [
      'Guides and reference',
      pages.map(
        ({ slug, title, description }) =>
          `- [${escapeText(title)}](${absolute(withBase(siteBase, `${slug}.md`))})${description ? `: ${description}` : ''}`,
      ),
    ],
    [
      'Data',
      [
        file(
          `${folder}api/records.json`,
          'Records as JSON',
          'every record in brief, with its address.',
        ),
        ...(folder === ''
          ? [
              file('api/graph.json', 'Graph as JSON', 'decisions and the relations between them.'),
              file('llms-full.txt', 'Full text', 'the decisions in force in one file.'),
            ]
          : []),
      ],
    ],
    [
      'Logs',
      logTitles(corpus).map((log) =>
        file(`${logSlug(log.id)}/llms.txt`, escapeText(log.title), 'the decisions of this log.'),
      ),
    ],
    ['Specifications', corpus.specs.map(line)],
    ['Provenance records', corpus.provenances.map(line)],
    ['Optional', corpus.adrs.filter((adr) => !stands(adr)).map(line)],
  ];
  const body = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}\n`);
  const about = [`# ${name}`, ...(description ? [`> ${description}`] : []), INTRODUCTION];
  return [`${about.join('\n\n')}\n`, ...body].join('\n');
}

/**
 * `llms-full.txt`: the text of the decisions in force, the newest first, up to a limit; the ones left out are counted
 * and `llms.txt` lists them.
 */
export function llmsFullText(context: LlmsContext, absolute: Absolute): string {
  const standing = newestFirst(context.corpus.adrs.filter(stands));
  const texts: string[] = [];
  let length = 0;
  for (const adr of standing) {
    const text = recordMarkdown(context, adr, absolute).trim();
    if (length + text.length > MOST_CHARACTERS) break;
    length += text.length;
    texts.push(`<!-- ${absolute(textUrl(context.base, adr))} -->\n\n${text}\n`);
  }
  const left = standing.length - texts.length;
  const note =
    left === 0
      ? `${texts.length === 1 ? 'The decision' : `The ${texts.length} decisions`} in force, the newest first.`
      : `The newest ${texts.length} of ${standing.length} decisions in force; llms.txt lists the other ${left}.`;
  return [`# ${context.name}: decisions in force\n\n${note}\n`, ...texts].join('\n');
}

function stands({ fields }: AdrRecord): boolean {
  const status = fields.status.value;
  return status !== undefined && isInForce(status);
}

function escapeText(text: string): string {
  return text.replace(/[[\]\\]/g, '\\$&');
}
