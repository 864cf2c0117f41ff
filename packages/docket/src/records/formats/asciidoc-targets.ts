import type { PhrasingContent } from 'mdast';
import type { Addresses } from './asciidoc-inline.ts';

/** Where Antora keeps a page: `modules/NAME/pages/`, with pictures in `modules/NAME/images/`. */
const ANTORA = /(?:^|\/)modules\/[^/]+\/pages\/(.*)$/;

/**
 * The folder of pictures that a page has without naming one, relative to the page; `undefined` beside the page itself.
 */
export function asciidocPictures(path: string): string | undefined {
  const below = ANTORA.exec(path)?.[1];
  return below === undefined ? undefined : `${upFrom(below)}../images`;
}

/**
 * The file that a reference in the file at a path leads to, relative to that. In Antora a reference counts from the
 * folder of all pages, unless it begins with `./`:
 * https://docs.antora.org/antora/latest/page/resource-id-coordinates/
 */
export function asciidocReference(path: string, target: string): string {
  const below = ANTORA.exec(path)?.[1];
  // What names another module, or begins with a place of its own, is as it stands.
  if (below === undefined || /^(?:\.\.?\/|#|\/|[^#]*[:@$])/.test(target)) return target;
  return `${upFrom(below)}${target}`;
}

/**
 * Where references and pictures of a file lead.
 * @param imagesdir what the document says of where its pictures are
 */
export function asciidocAddresses(
  path: string,
  imagesdir: () => readonly PhrasingContent[] | undefined,
): Addresses {
  return {
    xref: (target) => asciidocReference(path, target),
    image: (target) => {
      if (/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(target)) return target;
      const named = imagesdir()
        ?.map((node) => ('value' in node ? node.value : ''))
        .join('');
      const folder = (named ?? asciidocPictures(path) ?? '').replace(/\/+$/, '');
      return folder === '' ? target : `${folder}/${target}`;
    },
  };
}

function upFrom(below: string): string {
  return '../'.repeat(below.split('/').length - 1);
}
