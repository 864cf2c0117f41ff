import { fileURLToPath } from 'node:url';

/** The absolute path of the repository's root, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Folder for downloads, reports and other files that may be deleted at any time; Git ignores it. */
export const cacheFolder = `${root}/.cache`;
