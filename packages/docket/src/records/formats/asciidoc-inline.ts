import type {
  Break,
  Delete,
  Emphasis,
  Html,
  Image,
  InlineCode,
  Link,
  PhrasingContent,
  Strong,
} from 'mdast';
import type { InlineMatch, InlineRule } from './inline.ts';

/** Values of attributes by their names in lower case, as running text. */
export type AttributeTexts = ReadonlyMap<string, readonly PhrasingContent[]>;

/** Attributes that stand for a sign, by name. */
const SIGNS: Readonly<Record<string, string>> = {
  empty: '',
  sp: ' ',
  nbsp: '\u00a0',
  zwsp: '\u200b',
  plus: '+',
  asterisk: '*',
  vbar: '|',
  backtick: '`',
  startsb: '[',
  endsb: ']',
  lt: '<',
  gt: '>',
  amp: '&',
};

// How far markup may reach is bounded: what is open and never closed would be looked for to the end, again and again.
const INSIDE = String.raw`[\s\S]{0,1000}?`;
const WORD = String.raw`[\p{L}\p{N}_]`;
const BRACKETS = String.raw`\[((?:[^\]\\]|\\[\s\S]){0,1000})\]`;

function rule(pattern: string, make: InlineRule['make']): InlineRule {
  return { pattern: new RegExp(pattern, 'dgu'), make };
}

/** Text between marks that hold to words: `*so*`, and not `2*3*4`; group 1 is its attributes, group 2 the text. */
function held(mark: string): string {
  const sign = `[${mark}]`;
  return String.raw`(?<![\p{L}\p{N}_;:}\\${mark}])(?:\[([^\[\]\n]{1,100})\])?${sign}((?!${sign})\S(?:${INSIDE}\S)?)${sign}(?!${WORD})`;
}

/** Text between doubled marks, anywhere; groups as above. */
function free(mark: string): string {
  const sign = `[${mark}]{2}`;
  return String.raw`(?<!\\)(?:\[([^\[\]\n]{1,100})\])?${sign}(\S${INSIDE})${sign}`;
}

function marked(type: 'strong' | 'emphasis'): InlineRule['make'] {
  return ({ maker, start, end, groups, inner }) => [
    isStruck(groups[1])
      ? maker.node<Delete>({ type: 'delete', children: inner(2) }, start, end)
      : maker.node<Strong | Emphasis>({ type, children: inner(2) }, start, end),
  ];
}

function isStruck(attributes = ''): boolean {
  return /(?:^|\.)line-through\b/.test(attributes);
}

/** `#text#`: marked, or whatever its role makes of it. */
const highlighted: InlineRule['make'] = ({ maker, start, end, groups, inner }) =>
  isStruck(groups[1])
    ? [maker.node<Delete>({ type: 'delete', children: inner(2) }, start, end)]
    : inner(2);

/** Text that reaches the page as HTML. */
const passed: InlineRule['make'] = ({ maker, groups, placeOf }) => {
  const [start, end] = placeOf(1);
  const value = groups[1] ?? '';
  if (!value.includes('<')) return [maker.text(value, start, end)];
  return [maker.node<Html>({ type: 'html', value }, start, end)];
};

const literal: InlineRule['make'] = ({ maker, groups, placeOf }) => [
  maker.text(groups[1] ?? '', ...placeOf(1)),
];

const code: InlineRule['make'] = ({ maker, groups, start, end }) => {
  const value = (groups[2] ?? '').replace(/^\+([\s\S]*)\+$/, '$1');
  return [maker.node<InlineCode>({ type: 'inlineCode', value }, start, end)];
};

/** The rules of running text in AsciiDoc, for a document with some attributes. */
export function asciidocRules(attributes: AttributeTexts, addresses: Addresses): InlineRule[] {
  const resolved = (target: string): string =>
    target
      .replace(REFERENCE, (whole, name: string) => {
        const known = attributes.get(name.toLowerCase());
        return known ? known.map((node) => ('value' in node ? node.value : '')).join('') : whole;
      })
      .replace(/^\+\+|\+\+$/g, '');
  const link = (match: InlineMatch, url: string, group: number): PhrasingContent[] => {
    const { maker, groups, start, end, placeOf, inner } = match;
    const text = linkText(groups[group] ?? '');
    const [from] = placeOf(group);
    // Where an attribute is not known here, neither is where the link leads.
    if (new RegExp(REFERENCE.source, 'u').test(url))
      return text === undefined ? [maker.text(url, start, end)] : inner(group);
    const children =
      text === undefined
        ? [maker.text(url, start, end)]
        : maker.inline(from + text.start, from + text.end, 1);
    return [maker.node<Link>({ type: 'link', url, title: null, children }, start, end)];
  };
  return [
    rule(String.raw`(?<!\\)\+\+\+(${INSIDE})\+\+\+`, passed),
    rule(String.raw`(?<![\p{L}\p{N}_\\])pass:[a-z,]{0,20}${BRACKETS}`, passed),
    rule(String.raw`(?<!\\)\+\+(\S${INSIDE})\+\+`, literal),
    rule(free('`'), code),
    rule(held('`'), code),
    rule(String.raw`\\([*_\x60#+^~{<\[]|https?:|link:|xref:|mailto:)`, ({ maker, groups, end }) => [
      maker.text(groups[1] ?? '', end - (groups[1]?.length ?? 0), end),
    ]),
    rule(String.raw`(?<![\p{L}\p{N}_;:}])\+(\S(?:${INSIDE}\S)?)\+(?!${WORD})`, literal),
    rule(String.raw`<<([^<>,\[\]]{1,300})(?:,\s*([^<>]{0,500}))?>>`, (match) => {
      const target = resolved(match.groups[1] ?? '');
      const url = target.includes('#') ? addresses.xref(target.replace(/#$/, '')) : `#${target}`;
      return link(match, url, 2);
    }),
    rule(
      String.raw`(?<![\p{L}\p{N}_\\])(xref|link|mailto|image:?):(?!:)([^\s\[\]:][^\s\[\]]{0,1000}|)${BRACKETS}`,
      (match) => {
        const target = resolved(match.groups[2] ?? '');
        switch (match.groups[1]) {
          case 'image':
          case 'image:':
            return [
              match.maker.node<Image>(
                {
                  type: 'image',
                  url: addresses.image(target),
                  title: null,
                  alt: firstOf(match.groups[3] ?? ''),
                },
                match.start,
                match.end,
              ),
            ];
          case 'xref':
            return isOtherModule(target) ? match.inner(3) : link(match, addresses.xref(target), 3);
          case 'mailto':
            return link(match, `mailto:${target}`, 3);
          default:
            return link(match, target, 3);
        }
      },
    ),
    rule(
      String.raw`(?<![\p{L}\p{N}_\\])(https?:\/\/[^\s\[\]<>"]{1,1000})(?:${BRACKETS})?`,
      (match) => {
        const url = match.groups[1] ?? '';
        if (match.groups[2] !== undefined) return link(match, resolved(url), 2);
        const bare = resolved(url.replace(/[.,;:!?)'*_\x60]+$/, ''));
        const end = match.start + bare.length;
        const { maker, start } = match;
        const rest = url.slice(bare.length);
        const node = maker.node<Link>(
          { type: 'link', url: bare, title: null, children: [maker.text(bare, start, end)] },
          start,
          end,
        );
        return rest === '' ? [node] : [node, maker.text(rest, end, match.end)];
      },
    ),
    rule(REFERENCE.source, ({ maker, groups, start, end }) => {
      const name = (groups[1] ?? '').toLowerCase();
      const known = attributes.get(name);
      if (known) return known.map((node) => placedAt(node, { start, end, maker }));
      const sign = SIGNS[name];
      return sign === undefined ? undefined : sign === '' ? [] : [maker.text(sign, start, end)];
    }),
    rule(String.raw`[ \t]\+\r?\n[ \t]*`, ({ maker, start, end }) => [
      maker.node<Break>({ type: 'break' }, start, end),
    ]),
    rule(free('*'), marked('strong')),
    rule(held('*'), marked('strong')),
    rule(free('_'), marked('emphasis')),
    rule(held('_'), marked('emphasis')),
    rule(free('#'), highlighted),
    rule(held('#'), highlighted),
    rule(
      String.raw`\[\[[^\[\]\n]{1,200}\]\]|(?<!${WORD})anchor:[^\s\[\]]{1,200}\[[^\]\n]{0,200}\]`,
      () => [],
    ),
  ];
}

/** Where the targets of a document lead, from its own file. */
export interface Addresses {
  xref(target: string): string;
  image(target: string): string;
}

const REFERENCE = /(?<!\\)\{([\p{L}\p{N}_][\p{L}\p{N}_-]{0,60})\}/gu;

/** Whether a reference names a page by its module, which only the generator of the site can find. */
function isOtherModule(target: string): boolean {
  return /^[^#]*[:@$]/.test(target);
}

/** The text of a link in the attributes of its macro: `text,window=_blank`, `"text, with a comma",role=x`, `text^`. */
function linkText(written: string): { readonly start: number; readonly end: number } | undefined {
  const quoted = /^\s*"([^"]*)"(?=\s*(?:,|$))/.exec(written);
  const plain =
    quoted?.[1] ?? (/,\s*[\w-]+=|^\s*[\w-]+=/.test(written) ? firstOf(written) : written);
  const text = plain.replace(/\^$/, '');
  if (text.trim() === '') return undefined;
  const start = quoted ? written.indexOf('"') + 1 : 0;
  return { start, end: start + text.length };
}

/** The first of some attributes that stand in brackets; empty where that has a name. */
function firstOf(attributes: string): string {
  const first = attributes.split(',')[0] ?? '';
  return /^\s*[\w-]+=/.test(first) ? '' : first.replace(/^\s*"|"\s*$/g, '');
}

/** A copy of what an attribute holds, in the place where it is named. */
function placedAt(
  node: PhrasingContent,
  place: { readonly start: number; readonly end: number; readonly maker: InlineMatch['maker'] },
): PhrasingContent {
  const { maker, start, end } = place;
  const children =
    'children' in node ? { children: node.children.map((child) => placedAt(child, place)) } : {};
  return maker.node({ ...node, ...children } as PhrasingContent, start, end);
}
