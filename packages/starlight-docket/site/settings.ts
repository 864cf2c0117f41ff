import { SOCIAL_LIMIT } from '../build/social/cards.ts';
import { LOG_ROWS } from '../views/log-pages.ts';
import { DOCUMENT_LIMIT } from '../views/print/document.ts';

/** What the owner of a site decides about its pages. */
export interface SiteSettings {
  /** How many decisions one page of the log shows. */
  readonly rowsPerPage: number;
  /** How many records the whole log may have to be offered as one document. */
  readonly printLimit: number;
  /** How many records the log may have for each to get an image of its own for links. */
  readonly socialLimit: number;
  /** Address where a record is edited, with `{path}` for its file; `undefined` where no page offers that. */
  readonly edit: string | undefined;
  /** Address where a record is discussed, with `{id}`, `{title}`, `{path}` and `{url}`. */
  readonly discuss: string | undefined;
}

/** Settings where nothing was decided. */
export const DEFAULT_SETTINGS: SiteSettings = {
  rowsPerPage: LOG_ROWS,
  printLimit: DOCUMENT_LIMIT,
  socialLimit: SOCIAL_LIMIT,
  edit: undefined,
  discuss: undefined,
};

/** Fills the placeholders of an address pattern; the slashes of a path stay. */
export function fillPattern(
  pattern: string | undefined,
  values: Readonly<Record<string, string>>,
): string | undefined {
  return pattern?.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? '').replaceAll('%2F', '/'),
  );
}
