import path from 'node:path';
import { readOwnRepository } from '../../io/own-repository.ts';
import { Reader } from '../../io/reader.ts';
import type { SiteConfig } from '../../io/site-project.ts';
import { workTreeOf } from '../../io/state-folder.ts';
import { titleOfReadme } from '../../records/readme.ts';
import { webAddressOf } from '../../records/web-address.ts';

const READMES = ['README.md', 'readme.md', 'Readme.md', 'README.markdown'];

/**
 * What the site of a repository is called and links to, as far as the repository says so: the first heading of its
 * README, if it shares a word with the name in `package.json` or of the remote, else one of those, else the name of the
 * folder; the description in `package.json`; the web address of the remote.
 */
export async function siteConfigOf(root: string): Promise<SiteConfig> {
  const reader = new Reader(root);
  const textOf = (file: string): string | undefined => {
    const read = reader.text(file);
    return read.kind === 'text' ? read.text : undefined;
  };
  const readme = READMES.map(textOf).find((text) => text !== undefined);
  const { name, description } = packageOf(textOf('package.json'));
  const { remotes } = await readOwnRepository(root, { offline: true });
  const repository = remotes.map(webAddressOf).find((address) => address !== undefined);
  // The name of a whole repository says nothing of a folder in it.
  const isWhole = workTreeOf(root)?.folder === path.resolve(root);
  const ofRemote = (isWhole && repository?.slice(repository.lastIndexOf('/') + 1)) || undefined;
  const names = [name, ofRemote].filter((one) => one !== undefined);
  const heading = readme === undefined ? undefined : titleOfReadme(readme);
  const isName = heading !== undefined && (names.length === 0 || names.some(sharesWord(heading)));
  // A checkout may be called anything.
  const title = isName ? heading : (names[0] ?? path.basename(root));
  return {
    title,
    ...(description !== undefined && { description }),
    docket: { look: 'docket', delivery: true, ...(repository !== undefined && { repository }) },
  };
}

/** Whether a name has a word of a heading. A heading that shares none with any name is a slogan, or a notice. */
function sharesWord(heading: string): (name: string) => boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  const words = new Set(wordsOf(heading));
  return (name) => wordsOf(name).some((word) => words.has(word));
}

function packageOf(text: string | undefined): { name?: string; description?: string } {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '');
  } catch {
    return {};
  }
  if (typeof read !== 'object' || read === null) return {};
  const { name, description } = read as Readonly<Record<string, unknown>>;
  const isText = (value: unknown): value is string =>
    typeof value === 'string' && value.trim() !== '';
  return {
    ...(isText(name) && { name: name.trim() }),
    ...(isText(description) && { description: description.trim() }),
  };
}
