/** A tag of HTML with its attributes; quotes may hold what would end it. */
const TAG = /<\/?[a-z][a-z0-9-]*(?:"[^"]*"|'[^']*'|[^'">])*>/gi;
const ATTRIBUTE = /\s(id|name|href|for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"/gi;

/** Where a part stands in the document, and where the other parts do. */
export interface Place {
  /** What the part is called, so that its regions are told from those of others. */
  readonly label: string;
  /** The fragment of the part, which its own fragments are put below. */
  readonly anchor: string;
  /** The fragment of each page that is a part of the document, by its address. */
  readonly anchors: ReadonlyMap<string, string>;
}

/**
 * Fits the HTML of a page into a document of many: fragments become its own, links to pages that are parts of the
 * document lead there, and every heading goes down by one level.
 */
export function insideDocument(html: string, place: Place): string {
  return html.replace(TAG, (tag) =>
    named(lowered(tag), place)
      .replace(ATTRIBUTE, (whole: string, name: string, value: string) => {
        // Only a link may be led to by its name.
        if (name.toLowerCase() === 'name' && !/^<a\s/i.test(tag)) return whole;
        const fitted = name.toLowerCase() === 'href' ? target(value, place) : ids(value, place);
        return ` ${name}="${fitted}"`;
      })
      .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${fragment(id, place.anchor)})`),
  );
}

function lowered(tag: string): string {
  return tag.replace(/^(<\/?h)([1-5])\b/i, (_, start: string, level: string) => {
    return `${start}${Number(level) + 1}`;
  });
}

function named(tag: string, { label }: Place): string {
  return / role="region"/.test(tag)
    ? tag.replace(/ aria-label="([^"]*)"/, ` aria-label="${label}, $1"`)
    : tag;
}

/** A page's own fragment as the document has it; the top of the page is the part itself. */
function fragment(id: string, anchor: string): string {
  return id === '_top' ? anchor : `${anchor}--${id}`;
}

function ids(value: string, { anchor }: Place): string {
  return value
    .split(' ')
    .map((id) => fragment(id, anchor))
    .join(' ');
}

function target(href: string, { anchor, anchors }: Place): string {
  if (href.startsWith('#')) return `#${fragment(href.slice(1), anchor)}`;
  const [page = '', id] = href.split('#');
  const other = anchors.get(page);
  if (other === undefined) return href;
  return `#${id === undefined ? other : fragment(id, other)}`;
}
