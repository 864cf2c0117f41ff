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

/**
 * Reads `DOCKET_LOG_ROWS`, `DOCKET_PRINT_LIMIT`, `DOCKET_SOCIAL_LIMIT`, `DOCKET_EDIT` and `DOCKET_DISCUSS`. Empty values count as absent.
 * @throws {Error} where a value is no whole number above 0, or no web address, or has a placeholder nothing fills
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SiteSettings {
  return {
    rowsPerPage: wholeNumber('DOCKET_LOG_ROWS', env, LOG_ROWS),
    printLimit: wholeNumber('DOCKET_PRINT_LIMIT', env, DOCUMENT_LIMIT),
    socialLimit: wholeNumber('DOCKET_SOCIAL_LIMIT', env, SOCIAL_LIMIT),
    edit: addressPattern('DOCKET_EDIT', env, ['path']),
    discuss: addressPattern('DOCKET_DISCUSS', env, ['id', 'title', 'path', 'url']),
  };
}

/** Fills the placeholders of an address pattern; the slashes of a path stay. */
export function fillPattern(
  pattern: string | undefined,
  values: Readonly<Record<string, string>>,
): string | undefined {
  return pattern?.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? '').replaceAll('%2F', '/'),
  );
}

function wholeNumber(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  fallback: number,
): number {
  const value = env[name]?.trim();
  if (!value) return fallback;
  if (!/^[1-9]\d*$/.test(value)) {
    throw new Error(
      `${name} must be a whole number above 0, such as \`${fallback}\`, not \`${value}\``,
    );
  }
  return Number(value);
}

function addressPattern(
  name: string,
  env: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): string | undefined {
  const value = env[name]?.trim();
  if (!value) return undefined;
  const example = `https://code.example.org/team/records/edit/main/{path}`;
  if (!/^https?:\/\/[^\s/]+/.test(value)) {
    throw new Error(
      `${name} must be an address that starts with \`https://\` or \`http://\`, such as \`${example}\`, not \`${value}\``,
    );
  }
  const strange = [...value.matchAll(/\{(\w*)\}/g)].find(([, key = '']) => !known.includes(key));
  if (strange) {
    const list = known.map((key) => `\`{${key}}\``).join(', ');
    throw new Error(`${name} contains \`${strange[0]}\`; use only ${list}`);
  }
  return value;
}
