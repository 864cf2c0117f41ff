import type { Emphasis, InlineCode, Link, PhrasingContent, Strong } from 'mdast';
import type { InlineMatch, InlineRule } from './inline.ts';
import { comparableName, type RstTargets } from './rst-explicit.ts';

const INSIDE = String.raw`[^\x60]{0,500}`;

function rule(pattern: string, make: InlineRule['make']): InlineRule {
  return { pattern: new RegExp(pattern, 'dgu'), make };
}

function link(match: InlineMatch, url: string, group: number): PhrasingContent[] {
  const { maker, start, end, groups, placeOf } = match;
  const children = [maker.text((groups[group] ?? '').trimEnd(), ...placeOf(group))];
  return [maker.node<Link>({ type: 'link', url, title: null, children }, start, end)];
}

/** Text between marks: bold, slanted or quoted. */
function between(type: 'strong' | 'emphasis'): InlineRule['make'] {
  return ({ maker, start, end, groups, placeOf }) => [
    maker.node<Strong | Emphasis>(
      { type, children: [maker.text(groups[1] ?? '', ...placeOf(1))] },
      start,
      end,
    ),
  ];
}

/** The rules of running text in reStructuredText, for a document with some targets. */
export function rstRules({ addresses, texts }: RstTargets): InlineRule[] {
  return [
    rule(String.raw`\x60\x60(\S(?:[\s\S]{0,500}?\S)?)\x60\x60`, ({ maker, start, end, groups }) => [
      maker.node<InlineCode>({ type: 'inlineCode', value: groups[1] ?? '' }, start, end),
    ]),
    rule(String.raw`(?<![\p{L}\p{N}*\\])\*\*(\S(?:[\s\S]{0,500}?\S)?)\*\*`, between('strong')),
    rule(
      String.raw`(?<![\p{L}\p{N}*\\])\*(?!\*)(\S(?:[^*]{0,500}\S)?)\*(?![\p{L}\p{N}*])`,
      between('emphasis'),
    ),
    // A role, such as that of a link to another document: :doc:`text <target>`
    rule(
      String.raw`(?<![\p{L}\p{N}\\]):([A-Za-z][\w:+.-]{0,40}):\x60(?:(${INSIDE}?)\s*<([^<>\x60\s]{1,500})>|(${INSIDE}))\x60`,
      (match) => {
        const { maker, groups, placeOf } = match;
        const isTitled = groups[3] !== undefined;
        const group = isTitled ? 2 : 4;
        const target = (groups[3] ?? groups[4] ?? '').trim();
        if (groups[1] === 'doc' && target !== '' && !/\s/.test(target)) {
          return link(match, /\.\w+$/.test(target) ? target : `${target}.rst`, group);
        }
        return [maker.text((groups[group] ?? '').trimEnd(), ...placeOf(group))];
      },
    ),
    rule(
      String.raw`(?<![\p{L}\p{N}\\])\x60(${INSIDE}?)\s*<([^<>\x60\s]{1,1000})>\x60__?`,
      (match) => {
        const url = match.groups[2] ?? '';
        const known = url.endsWith('_') ? addresses.get(comparableName(url.slice(0, -1))) : url;
        const group = (match.groups[1] ?? '').trim() === '' ? 2 : 1;
        return known === undefined ? plainText(match, group) : link(match, known, group);
      },
    ),
    rule(String.raw`(?<![\p{L}\p{N}\\])\x60(${INSIDE})\x60(__?)?`, (match) => {
      const { maker, groups, start, end } = match;
      const name = groups[1] ?? '';
      const known = groups[2] === undefined ? undefined : addresses.get(comparableName(name));
      if (known !== undefined) return link(match, known, 1);
      if (groups[2] !== undefined) return plainText(match, 1);
      return [
        maker.node<Emphasis>({ type: 'emphasis', children: plainText(match, 1) }, start, end),
      ];
    }),
    rule(
      String.raw`(?<![\p{L}\p{N}\\|])\|([^|\n\s](?:[^|\n]{0,100}[^|\n\s])?)\|(?:__?)?`,
      ({ maker, groups, start, end }) => {
        const known = texts.get(comparableName(groups[1] ?? ''));
        return known === undefined ? undefined : [maker.text(known, start, end)];
      },
    ),
    rule(
      String.raw`(?<![\p{L}\p{N}\\_-])([\p{L}\p{N}](?:[\p{L}\p{N}.+-]|_(?=[\p{L}\p{N}])){0,100})__?(?![\p{L}\p{N}_])`,
      (match) => {
        const known = addresses.get(comparableName(match.groups[1] ?? ''));
        return known === undefined ? undefined : link(match, known, 1);
      },
    ),
    rule(String.raw`https?:\/\/[^\s<>\x60"]{1,1000}`, ({ maker, groups, start, end }) => {
      const url = (groups[0] ?? '').replace(/[.,;:!?)'*]+$/, '');
      const stop = start + url.length;
      const children = [maker.text(url, start, stop)];
      const rest = (groups[0] ?? '').slice(url.length);
      return [
        maker.node<Link>({ type: 'link', url, title: null, children }, start, stop),
        ...(rest === '' ? [] : [maker.text(rest, stop, end)]),
      ];
    }),
    rule(String.raw`\\([^\s\\]|\s)`, ({ maker, groups, end }) =>
      /\s/.test(groups[1] ?? '') ? [] : [maker.text(groups[1] ?? '', end - 1, end)],
    ),
  ];
}

function plainText({ maker, groups, placeOf }: InlineMatch, group: number) {
  return [maker.text(groups[group] ?? '', ...placeOf(group))];
}
