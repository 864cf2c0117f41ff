/** Words that count what stands before them, measure it or put it in a row. */
const UNITS =
  'seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|times|percent|per cent|people|persons|teams?|pages?|points?|votes?|items?|records|decisions|adrs|options|versions|[kmgt]i?b|ms|km|cm|mm|kg|x|st|nd|rd|th';

const QUANTITY = new RegExp(
  String.raw`^(?:[.,:/]\d|\s*(?:[%‰°€$£×]|(?:(?:more|full|whole|working|calendar)\s+)?(?:${UNITS})\b|out\s+of\b|of\s+(?:the\s+)?\d))`,
  'i',
);

/** More numbers that belong to the first, as in `1 and 2`, `1–3`, `1/2`. */
const SERIES = /^\s*(?:[,;&+/\-\u2010-\u2015]|and\b|or\b|to\b|through\b|until\b)\s*\d/i;

/** A number within the next two words: a year, or another count. */
const NUMBER_NEAR = /^\s+(?:[\p{L}'’]+\s+)?(?:[\p{L}'’]+\s+)?\d/u;

/** Words that can follow the name of a document and hardly a count. */
const FOLLOWS = new RegExp(
  String.raw`^\s+(?:${[
    'says?|said|finds?|found|chose|chooses|decide[sd]|requires?|required|allow(?:s|ed)|state[sd]|notes?|noted',
    'supersede[sd]|amend(?:s|ed)|refine[sd]|depends|explain(?:s|ed)|describe[sd]|show(?:s|ed)|gives?|gave|makes?|made',
    'is|was|has|had|does|did|will|would|can|could|may|might|must|should|and|or|but|for|in|on|at|as|by|with|because',
    'since|which|that|where|when|who|to|into|here|there|then|also|already|still|not|if|than|so',
  ].join('|')})\b`,
  'i',
);

/** How sure it is that a number is that of a document: `no` for a quantity, `unsure` where it may be one. */
export type NumberSense = 'yes' | 'unsure' | 'no';

/**
 * What a number in running text means, judged by what stands behind it.
 * @param isBare whether it stands alone, as in `ADR 2`, and not as part of a name, as in `ADR-2` or `ADR 002`
 */
export function senseOfNumber(following: string, isBare: boolean): NumberSense {
  if (QUANTITY.test(following)) return 'no';
  if (SERIES.test(following)) return 'unsure';
  if (!isBare) return 'yes';
  if (NUMBER_NEAR.test(following)) return 'unsure';
  const endsHere = /^(?:\s*$|['’]s\b|[.,;:!?)\]}"'”’»*_|])/.test(following);
  return endsHere || FOLLOWS.test(following) ? 'yes' : 'unsure';
}
