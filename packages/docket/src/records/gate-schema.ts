import { defaultSchema, type Schema } from 'hast-util-sanitize';

/** Elements that GitHub shows besides those of the schema, and sound and film, which the site shows from its copies. */
const FURTHER_ELEMENTS =
  'abbr aside audio bdi bdo caption cite col colgroup dfn figcaption figure mark small time track u video wbr'.split(
    ' ',
  );

/** What every element may carry of the schema's long list: what says something about text, and no form or map. */
const EVERYWHERE = (
  'abbr align alt axis border cellPadding cellSpacing char charOff clear colSpan color compact dateTime dir headers ' +
  'height hrefLang hSpace id itemProp lang noShade noWrap open rowSpan rules scope span start summary title vAlign ' +
  'value width ariaHidden ariaLabel'
).split(' ');

const MEDIA = ['src', 'controls', 'loop', 'muted', 'preload'];

/**
 * What an author's HTML may hold: GitHub's list as `hast-util-sanitize` keeps it, without classes, which on this site
 * are how its own parts look, and without names, forms and image maps. What is not listed here does not pass.
 * @param mark the property by which the gate knows elements again
 */
export function gateSchema(mark: string): Schema {
  return {
    ...defaultSchema,
    tagNames: [...(defaultSchema.tagNames ?? []), ...FURTHER_ELEMENTS],
    attributes: {
      '*': [...EVERYWHERE, mark],
      a: ['href', 'name', 'ariaDescribedBy'],
      audio: MEDIA,
      blockquote: ['cite'],
      del: ['cite'],
      // Checkboxes of task lists; others go, whatever they carry.
      input: ['checked', ['disabled', true], ['type', 'checkbox']],
      img: ['src', 'srcSet', 'sizes', 'longDesc', 'loading', 'decoding'],
      ins: ['cite'],
      ol: ['type', 'reversed'],
      q: ['cite'],
      source: ['src', 'srcSet', 'sizes', 'media', 'type'],
      track: ['src', 'srcLang', 'kind', 'label', 'default'],
      video: [...MEDIA, 'poster', 'playsInline'],
    },
    // Names are checked against those of the page instead, so that links to an author's own anchors go on working.
    clobber: [],
    protocols: {
      ...defaultSchema.protocols,
      href: [...(defaultSchema.protocols?.['href'] ?? []), 'tel'],
      poster: ['http', 'https'],
    },
    // Their content is no text for a reader.
    strip: ['math', 'script', 'style', 'svg', 'template'],
  };
}

/**
 * Elements that run or load something, take input, change the whole page, or make a browser read on in another
 * language. The gate needs no such list, since it lets pass only what it knows; this one tells what an author must not
 * even try from what is merely not shown.
 */
const DANGEROUS_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'applet base body button dialog embed fencedframe form frame frameset head html iframe input link math meta noembed ' +
    'noframes noscript object param plaintext portal script select slot style svg template textarea title xmp'
  ).split(' '),
);

/** Schemes whose addresses are code, or a page of their own. */
const DANGEROUS_SCHEME = /^(?:javascript|vbscript|livescript|data|blob|filesystem|view-source):/i;

/** Whether an element could run or cover something. */
export function isDangerousElement(name: string): boolean {
  return DANGEROUS_ELEMENTS.has(name);
}

/** The scheme of an address that could run or cover something, as a browser reads it: past white space and controls. */
export function dangerousScheme(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.join(',') : String(value);
  return DANGEROUS_SCHEME.exec(text.replace(/[\s\p{Cc}\p{Cf}]/gu, ''))?.[0].toLowerCase();
}

/** Whether an attribute could run or cover something, whatever its element; `name` as hast has it. */
export function isDangerousAttribute(name: string, value: unknown): boolean {
  if (/^style$/i.test(name)) return !isPlainStyle(String(value));
  return /^on|^(?:srcdoc|formaction|ping)$/i.test(name) || dangerousScheme(value) !== undefined;
}

/** Whether a style says nothing but how large or in what letters the element itself is. */
function isPlainStyle(style: string): boolean {
  return style
    .split(';')
    .every((one) =>
      /^\s*(?:(?:(?:min|max)-)?(?:width|height)|(?:text|vertical)-align|font(?:-[a-z]+)?|color|border(?:-[a-z]+)*|padding(?:-[a-z]+)?)\s*:[^(\\]*$|^\s*$/i.test(
        one,
      ),
    );
}

/** Names that the pages of the site find their own parts by. */
const OWN_NAMES: ReadonlySet<string> = new Set(
  (
    '_top claims command days document evidence export footnote-label found history impact in-words log-filters near ' +
    'records search search-commands search-results specifications trace validation whole workflow ' +
    // What scripts ask a window or a document for.
    'alert anchors attributes body characterset children childnodes close contentwindow cookie createelement ' +
    'currentscript customelements defaultview document documentelement dockettheme domain embeds firstchild forms ' +
    'frames getelementbyid head hidden history images implementation innerhtml lastchild length links localstorage ' +
    'location name navigator nodename open opener ownerdocument parent parentnode plugins queryselector readystate ' +
    'referrer removechild scripts self sessionstorage status title tostring top url valueof window write __proto__ ' +
    'constructor hasownproperty prototype'
  ).split(' '),
);

const OWN_FAMILIES =
  /^(?:starlight|sl-|docket|claim-|diagram-|side-|sidebar|graph-|tip-|tab-|panel-)/i;

/**
 * Whether a name is one that the page itself, its scripts or a browser's objects use. An author's element does not get
 * it: a script that asked for the page's own part would find the author's.
 */
export function isOwnName(name: string): boolean {
  return OWN_NAMES.has(name.toLowerCase()) || OWN_FAMILIES.test(name);
}
