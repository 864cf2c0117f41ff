import type { PreviewOptions } from '../views/preview/preview.ts';

/** What the environment decides about a build of the site. */
export interface SiteEnvironment {
  /** Folder that holds the records; relative paths start at the working directory. */
  readonly root: string;
  /** Folder the site is written to. */
  readonly outDir: string | undefined;
  /** Path the site is served under, such as `/decisions`. */
  readonly base: string | undefined;
  /** Public address of the site, such as `https://docs.example.org`. */
  readonly site: string | undefined;
  /** Address of the repository's web view, such as `https://github.com/acme/platform`, without a slash at its end. */
  readonly repository: string | undefined;
  /** The pull request that is shown, where the site is the preview of one. */
  readonly preview: PreviewOptions | undefined;
}

/**
 * Reads `DOCKET_ROOT`, `DOCKET_OUT_DIR`, `DOCKET_BASE`, `DOCKET_SITE`, `DOCKET_REPOSITORY`, `DOCKET_PREVIEW_PR` and
 * `DOCKET_PREVIEW_BASE`. Empty values count as absent.
 * @param directory folder that stands in for an absent `DOCKET_ROOT`
 * @throws {Error} where an address is not an `http` or `https` URL, or a preview is named by half
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
  directory: string,
): SiteEnvironment {
  const value = (name: string): string | undefined => env[name]?.trim() || undefined;
  return {
    root: value('DOCKET_ROOT') ?? directory,
    outDir: value('DOCKET_OUT_DIR'),
    base: value('DOCKET_BASE'),
    site: webAddress('DOCKET_SITE', value('DOCKET_SITE')),
    repository: webAddress('DOCKET_REPOSITORY', value('DOCKET_REPOSITORY')),
    preview: preview(value('DOCKET_PREVIEW_PR'), value('DOCKET_PREVIEW_BASE')),
  };
}

function preview(number: string | undefined, base: string | undefined): PreviewOptions | undefined {
  if (number === undefined && base === undefined) return undefined;
  if (number === undefined || !/^[1-9]\d*$/.test(number)) {
    throw new Error(
      `DOCKET_PREVIEW_PR must be the number of a pull request, not \`${number ?? ''}\``,
    );
  }
  if (base === undefined) {
    throw new Error(
      'DOCKET_PREVIEW_PR is set but DOCKET_PREVIEW_BASE is not; set it to the branch or commit to compare with',
    );
  }
  return { number, base };
}

function webAddress(name: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (!/^https?:\/\/[^\s/]+/.test(value)) {
    throw new Error(
      `${name} must be an address that starts with \`https://\` or \`http://\`, not \`${value}\``,
    );
  }
  return value.replace(/\/+$/, '');
}
