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
 * Where references and pictures of a file lead. In Antora a reference counts from the folder of all pages, unless it
 * begins with `./`: https://docs.antora.org/antora/latest/page/resource-id-coordinates/
 * @param imagesdir what the document says of where its pictures are
 */
export function asciidocAddresses(
  path: string,
  imagesdir: () => readonly PhrasingContent[] | undefined,
): Addresses {
  const below = ANTORA.exec(path)?.[1];
  return {
    xref: (target) => {
      if (below === undefined || /^(?:\.\.?\/|#|\/)/.test(target)) return target;
      return `${upFrom(below)}${target}`;
    },
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
