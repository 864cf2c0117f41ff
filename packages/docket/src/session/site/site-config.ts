import path from 'node:path';
import { readOwnRepository } from '../../io/own-repository.ts';
import { Reader } from '../../io/reader.ts';
import type { SiteConfig } from '../../io/site-project.ts';
import { titleOfReadme } from '../../records/readme.ts';
import { webAddressOf } from '../../records/web-address.ts';

const READMES = ['README.md', 'readme.md', 'Readme.md', 'README.markdown'];

/**
 * What the site of a repository is called and links to, as far as the repository says so: the first heading of its
 * README, else the name in `package.json`, else that of its remote or its folder; the description in `package.json`; the web address
 * of its remote. A root inside a repository is named the same way by its own files.
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
  // A checkout may be called anything; the repository has one name.
  const last = repository?.slice(repository.lastIndexOf('/') + 1) || path.basename(root);
  const title = (readme && titleOfReadme(readme)) ?? name ?? last;
  return {
    title,
    ...(description !== undefined && { description }),
    docket: { look: 'docket', delivery: true, ...(repository !== undefined && { repository }) },
  };
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
