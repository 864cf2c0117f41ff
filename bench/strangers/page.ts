import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** What a built page refers to, and what can be referred to on it. */
export interface Page {
  /** Addresses as they are written: of links, images, scripts and styles. */
  readonly addresses: readonly string[];
  /** Those of images. */
  readonly images: readonly string[];
  readonly anchors: ReadonlySet<string>;
  /** Hints of what was a link or an image in the record and is text on the page. */
  readonly withoutAddress: readonly string[];
}

const ADDRESS = new Set(['href', 'src', 'poster']);
const IMAGE = new Set(['img', 'source']);

/** Reads the references of a page. */
export function readPage(html: string): Page {
  const addresses: string[] = [];
  const images: string[] = [];
  const anchors = new Set<string>();
  const withoutAddress: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('attrs' in child)) continue;
      const values = new Map(child.attrs.map(({ name, value }) => [name, value]));
      for (const [name, value] of values) {
        if (ADDRESS.has(name)) addresses.push(value);
        if (name === 'id' || (name === 'name' && child.tagName === 'a')) anchors.add(value);
      }
      const sources = (values.get('srcset') ?? '').split(/,\s/).map((one) => one.trim());
      const shown = [values.get('src') ?? '', ...sources.map((one) => one.split(/\s/)[0] ?? '')];
      if (IMAGE.has(child.tagName)) images.push(...shown.filter((one) => one !== ''));
      if (values.get('class')?.split(' ').includes('file-reference')) {
        withoutAddress.push(values.get('title') ?? '');
      }
      visit(child.tagName === 'template' && 'content' in child ? child.content : child);
    }
  };
  visit(parse(html));
  return { addresses: [...addresses, ...images], images, anchors, withoutAddress };
}
