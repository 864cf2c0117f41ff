import packageJson from '../../package.json' with { type: 'json' };

/** The version of Docket. */
export const VERSION: string = packageJson.version;

/** What Docket is, in one sentence. */
export const DESCRIPTION: string = packageJson.description;
