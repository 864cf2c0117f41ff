import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import path from 'node:path';

/*
 * Reads what a job that ran somebody else's code has left. It may hold anything: links to files of the machine, pipes
 * that never end, and more than a branch can take.
 */

/** How much a built site may be. GitHub serves sites of up to 1 GB and takes files of up to 100 MB. */
export interface SiteLimits {
  readonly files: number;
  readonly bytes: number;
  readonly bytesOfFile: number;
}

const LIMITS: SiteLimits = { files: 50_000, bytes: 512 * 1024 ** 2, bytesOfFile: 64 * 1024 ** 2 };

/**
 * The text of a file of the artifact, read without following a link.
 *
 * @throws Error when it is no regular file, or larger than `most` bytes.
 */
export function textOfArtifact(artifact: string, name: string, most: number): string {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  let file: number;
  try {
    file = openSync(path.join(artifact, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch {
    throw new Error(`The artifact has no file \`${name}\`, or a link in its place`);
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) throw new Error(`\`${name}\` is not a regular file`);
    if (stats.size > most) {
      throw new Error(`\`${name}\` is ${stats.size} bytes, more than the ${most} allowed`);
    }
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

/**
 * The folder of a built site in the artifact.
 *
 * @returns its path, once everything below it is a folder or a regular file within the limits
 * @throws Error when it is not.
 */
export function siteOfArtifact(artifact: string, limits: SiteLimits = LIMITS): string {
  const site = path.join(artifact, 'site');
  let files = 0;
  let bytes = 0;
  const check = (at: string): void => {
    const stats = lstatSync(path.join(artifact, at), { throwIfNoEntry: false });
    if (stats?.isDirectory()) {
      for (const name of readdirSync(path.join(artifact, at))) check(`${at}/${name}`);
      return;
    }
    if (!stats?.isFile()) {
      throw new Error(`\`${at}\` is neither a regular file nor a folder`);
    }
    files += 1;
    bytes += stats.size;
    if (stats.size > limits.bytesOfFile) {
      throw new Error(`\`${at}\` is larger than the ${limits.bytesOfFile} bytes allowed`);
    }
    if (files > limits.files || bytes > limits.bytes) {
      throw new Error(
        `The site is larger than the ${limits.files} files and ${limits.bytes} bytes allowed`,
      );
    }
  };
  if (!lstatSync(site, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error('The artifact has no folder `site`, or a link in its place');
  }
  check('site');
  return site;
}
