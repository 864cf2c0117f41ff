import path from 'node:path';
import { AstroError } from 'astro/errors';
import type { PreviewOptions } from '../views/preview/preview.ts';
import { DEFAULT_SETTINGS, type SiteSettings } from './settings.ts';

/** Whose header, theme switch, search and colours a site has: Starlight's, or Docket's on every page. */
export type Look = 'starlight' | 'docket';

/** Words by language and key: Docket's, as `words/en.json` has them, and Starlight's. */
export type SiteWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a site says to `docket()`. Every option may be left out. */
export interface DocketOptions {
  /**
   * Folder that holds the records; relative paths start at the folder of the Astro project, which is also the default.
   * `DOCKET_ROOT` wins over it.
   */
  readonly root?: string;
  /**
   * Folder of the repository whose Markdown files are pages of the site too, relative to the folder that holds the
   * records. Their addresses begin with `pages/`.
   */
  readonly pages?: string;
  /** Path below the site's base that every page of Docket stands under, such as `decisions`. */
  readonly prefix?: string;
  /**
   * Address of the repository's web view, such as `https://github.com/acme/platform`: records link to their source
   * there. By default what the remotes of the repository tell.
   */
  readonly repository?: string;
  /**
   * `starlight`, the default, leaves the pages, the header, the theme and the search of the site as they are. `docket`
   * gives every page of the site Docket's look.
   */
  readonly look?: Look;
  /**
   * Whether every page carries a strict content security policy, and the build writes the headers for static hosts to
   * `_headers` and `staticwebapp.config.json`. Needs `look: 'docket'`.
   */
  readonly delivery?: boolean;
  /** How many decisions one page of the log shows; 200 by default. */
  readonly logRows?: number;
  /** How many records the log may have to be offered as one document; 300 by default. */
  readonly printLimit?: number;
  /** How many records the log may have for each to get an image of its own for links; 300 by default. */
  readonly socialLimit?: number;
  /**
   * Whether the site has pages about frontmatter, statuses and every rule of the linter: for a team that writes records
   * as Docket's templates have them. False by default.
   */
  readonly reference?: boolean;
  /** Whether the foot of Docket's pages says in a small line what they are made with; true by default. */
  readonly credit?: boolean;
  /**
   * Words of the site by the tag of their language, such as `{ de: { 'docket.log.title': 'Entscheidungen' } }`: for a
   * site that has no files of Starlight's in `src/content/i18n`, which win over these.
   */
  readonly words?: SiteWords;
  /** Address where a record is edited, with `{path}` for its file. */
  readonly edit?: string;
  /** Address where a record is discussed, with any of `{id}`, `{title}`, `{path}` and `{url}`. */
  readonly discuss?: string;
}

/** What the options and the environment decide together. */
export interface SiteSetup {
  /** Absolute path of the folder that holds the records. */
  readonly root: string;
  /** Folder of the repository whose Markdown files are pages, relative to the root. */
  readonly pages: string | undefined;
  /** Without slashes at its ends; empty where there is none. */
  readonly prefix: string;
  /** Without a slash at its end. */
  readonly repository: string | undefined;
  readonly look: Look;
  readonly delivery: boolean;
  /** Whether the site has the pages of frontmatter, statuses and rules. */
  readonly reference: boolean;
  /** Whether the foot of a page may name Docket. */
  readonly credit: boolean;
  readonly words: SiteWords;
  /** The pull request that is shown, where the site is the preview of one. */
  readonly preview: PreviewOptions | undefined;
  readonly settings: SiteSettings;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A value as it was given, and what gave it: an option or a variable. */
interface Given {
  readonly value: unknown;
  readonly name: string;
}

/** The variable that wins over the option `root`: a command that builds the site of any folder sets it. */
const ROOT_VARIABLE = 'DOCKET_ROOT';

const OPTIONS: Readonly<Record<keyof DocketOptions, true>> = {
  root: true,
  pages: true,
  prefix: true,
  repository: true,
  look: true,
  delivery: true,
  reference: true,
  credit: true,
  logRows: true,
  printLimit: true,
  socialLimit: true,
  words: true,
  edit: true,
  discuss: true,
};

/**
 * Reads the options of `docket()`, and of the environment what only whoever builds can know: `DOCKET_ROOT`, which wins
 * over the option, `DOCKET_PREVIEW_PR` and `DOCKET_PREVIEW_BASE`. Empty variables count as absent.
 * @param directory absolute path of the folder that relative options start at
 * @throws {AstroError} where an option is unknown, or a value cannot be used
 */
export function readOptions(
  options: DocketOptions,
  env: Environment,
  directory: string,
): SiteSetup {
  for (const name of Object.keys(options)) {
    if (name in OPTIONS) continue;
    throw new AstroError(
      `docket() has no option \`${name}\`.`,
      `It knows ${list(Object.keys(OPTIONS))}.`,
    );
  }
  const given = (name: keyof DocketOptions): Given | undefined => {
    const written = name === 'root' ? readVariable(env, ROOT_VARIABLE) : undefined;
    if (written !== undefined) return { value: written, name: ROOT_VARIABLE };
    const value = options[name];
    return value === undefined ? undefined : { value, name: `The option \`${name}\` of docket()` };
  };
  const look = oneOf(given('look'), ['starlight', 'docket'] as const) ?? 'starlight';
  const delivery = flag(given('delivery')) ?? false;
  if (delivery && look !== 'docket') {
    throw new AstroError(
      "docket() cannot deliver a site with Starlight's look: the scripts in Starlight's pages break the strict policy.",
      "Add `look: 'docket'`, or leave `delivery` out.",
    );
  }
  return {
    root: path.resolve(...rootOf(given('root'), directory)),
    pages: folderOf(given('pages')),
    prefix: pathPrefix(given('prefix')) ?? '',
    repository: webAddress(given('repository')),
    look,
    delivery,
    reference: flag(given('reference')) ?? false,
    credit: flag(given('credit')) ?? true,
    words: wordsOf(given('words')),
    preview: previewOf(env),
    settings: {
      rowsPerPage: wholeNumber(given('logRows')) ?? DEFAULT_SETTINGS.rowsPerPage,
      printLimit: wholeNumber(given('printLimit')) ?? DEFAULT_SETTINGS.printLimit,
      socialLimit: wholeNumber(given('socialLimit')) ?? DEFAULT_SETTINGS.socialLimit,
      edit: addressPattern(given('edit'), ['path']),
      discuss: addressPattern(given('discuss'), ['id', 'title', 'path', 'url']),
    },
  };
}

/** A variable without the space round it; `undefined` where it is absent or empty. */
export function readVariable(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

/**
 * An address on the web, without a slash at its end.
 * @throws {AstroError} where the value is none
 */
export function webAddress(given: Given | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given.value === 'string' && /^https?:\/\/[^\s/]+/.test(given.value))
    return given.value.replace(/\/+$/, '');
  throw refused(given, 'not a web address', 'Start it with `https://` or `http://`.');
}

/** An option's path starts at the project, a variable's at the working directory. */
function rootOf(given: Given | undefined, directory: string): string[] {
  if (given === undefined) return [directory];
  if (typeof given.value !== 'string') {
    throw refused(given, 'not a path', 'Name the folder that holds the records.');
  }
  return given.name === ROOT_VARIABLE ? [given.value] : [directory, given.value];
}

function folderOf(given: Given | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (typeof given.value === 'string' && given.value.trim() !== '') return given.value;
  throw refused(given, 'not a path', 'Name the folder that holds your pages, such as `docs`.');
}

function pathPrefix(given: Given | undefined): string | undefined {
  if (given === undefined) return undefined;
  const prefix = typeof given.value === 'string' ? given.value.replace(/^\/+|\/+$/g, '') : '';
  // Only what needs no escape in an address, a file name or a route.
  if (/^[\w-]+(?:\/[\w-]+)*$/.test(prefix)) return prefix;
  throw refused(
    given,
    'not a path for pages',
    'Use letters, digits, hyphens and slashes, such as `decisions`; leave it out to have no prefix.',
  );
}

function wordsOf(given: Given | undefined): SiteWords {
  if (given === undefined) return {};
  const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
    isObject(value) && Object.values(value).every((text) => typeof text === 'string');
  const { value } = given;
  if (isObject(value) && Object.values(value).every(isTexts)) return value as SiteWords;
  throw refused(
    given,
    'not words by language',
    "Write such as `{ de: { 'docket.log.title': '…' } }`.",
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flag(given: Given | undefined): boolean | undefined {
  if (given === undefined) return undefined;
  if (typeof given.value === 'boolean') return given.value;
  throw refused(given, 'neither true nor false', 'Write `true` or `false`.');
}

function oneOf<T extends string>(given: Given | undefined, known: readonly T[]): T | undefined {
  const found = known.find((one) => one === given?.value);
  if (given === undefined || found !== undefined) return found;
  throw refused(given, 'not one that Docket knows', `Use ${list(known, 'or')}.`);
}

function wholeNumber(given: Given | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (/^[1-9]\d*$/.test(String(given.value))) return Number(given.value);
  throw refused(given, 'not a whole number above 0', 'Write one, such as `200`.');
}

function addressPattern(given: Given | undefined, known: readonly string[]): string | undefined {
  if (given === undefined) return undefined;
  // A slash at its end is part of a pattern.
  if (typeof given.value !== 'string' || webAddress(given) === undefined) return undefined;
  const strange = [...given.value.matchAll(/\{(\w*)\}/g)].find(
    ([, key = '']) => !known.includes(key),
  );
  if (strange === undefined) return given.value;
  throw new AstroError(
    `${given.name} holds \`${strange[0]}\`, which nothing fills.`,
    `It may hold ${list(known.map((key) => `{${key}}`))}.`,
  );
}

function previewOf(env: Environment): PreviewOptions | undefined {
  const number = readVariable(env, 'DOCKET_PREVIEW_PR');
  const base = readVariable(env, 'DOCKET_PREVIEW_BASE');
  if (number === undefined && base === undefined) return undefined;
  if (number === undefined || !/^[1-9]\d*$/.test(number)) {
    throw refused(
      { value: number ?? '', name: 'DOCKET_PREVIEW_PR' },
      'not the number of a pull request',
      'Set it, or unset DOCKET_PREVIEW_BASE as well.',
    );
  }
  if (base === undefined) {
    throw new AstroError(
      'DOCKET_PREVIEW_PR is set without DOCKET_PREVIEW_BASE.',
      'Set it to the branch or commit that the pull request is compared with.',
    );
  }
  return { number, base };
}

function refused({ value, name }: Given, fault: string, mend: string): AstroError {
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return new AstroError(`${name} is \`${shown}\`, which is ${fault}.`, mend);
}

function list(names: readonly string[], word = 'and'): string {
  const quoted = names.map((name) => `\`${name}\``);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${word} ${last}`;
}
