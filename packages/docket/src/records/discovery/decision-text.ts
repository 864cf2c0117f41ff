import { isChoice, isPlaceholder } from '../dialects/placeholder.ts';
import { statusOf } from '../dialects/status-words.ts';

const HEADING =
  /^ {0,3}(?:#{1,4}[ \t]+|={1,6}[ \t]+)(.+?)[ \t#]*$|^([^\n]{3,80})\n([=\-~^"'+#*])\3{2,}[ \t]*$/gm;
const DECISION =
  /^(?:\d+\.\s*)?(?:the\s+)?(?:decision(?: outcome| made| taken)?|considered options|options considered|solution)\b/i;
const SETTING =
  /^(?:\d+\.\s*)?(?:context|problem|background|rationale|consequences|implications|decision drivers|status|alternatives)\b/i;
const STATUS = /^[-*|>:\s]*\**(?:adr |decision )?status\**\s*(?:[:|]|$)/im;
const TITLE = /^(?:\d{1,5}[.:]\s|\W*(?:m?adr|architecture decision|decision record)\b)/i;

/** `ADR-XXX: Title`, `NNNN. Short title`. */
const OPEN_TITLE =
  /^\W*(?:m?adr[-_ ]*)?(?:[xn#]{2,}\b|(?:\W*\d*\W*)(?:the )?(?:short |brief )?title\b(?: of| here|\W*$))|\btitle\W*$/i;

/** A line that holds a day and nothing else but its label; a template may give one as an example. */
const DAY_LINE =
  /^[-*|>:\s]*(?:[a-z][a-z _-]{0,30}\**\s*[:|][\s*]*)?["'`]?\d{4}-\d{2}-\d{2}(?:T\S*)?["'`]?[\s*|\\]*$/im;

/** What the head of a text and its headings say of its being the record of a decision. */
export interface DecisionLook {
  readonly looksLikeDecision: boolean;
  readonly looksLikeTemplate: boolean;
  /** Whether its title or status is still to be chosen. */
  readonly isOpen: boolean;
  /** Whether a comment tells how to use the template; authors leave it in their records, too. */
  readonly hasGuidance: boolean;
}

/** Looks at a text without parsing it, for many are looked at that are no records. */
export function lookAt(text: string): DecisionLook {
  const headings = [...text.matchAll(HEADING)].map((match) => (match[1] ?? match[2] ?? '').trim());
  const decides = headings.some((heading) => DECISION.test(heading));
  const sets = headings.some((heading) => SETTING.test(heading));
  const hasStatus =
    STATUS.test(text.slice(0, 4000)) || headings.some((heading) => /^status\b/i.test(heading));
  const [title = ''] = headings;
  return {
    looksLikeDecision: (decides && (sets || hasStatus)) || (hasStatus && TITLE.test(title)),
    ...templateLook(text, title),
    hasGuidance: /<!--[\s\S]{0,200}?\bthis template\b/i.test(text.slice(0, 1000)),
  };
}

/**
 * A template's title stands in brackets or says so; its status offers a choice; its text is mostly brackets. A decision
 * about a template may say so too, but has a status and a date.
 */
function templateLook(
  text: string,
  title: string,
): Pick<DecisionLook, 'looksLikeTemplate' | 'isOpen'> {
  const status =
    /^[-*|>:\s]*\**status\**\s*[:|][\s*]*([^\n]+)$/im.exec(text)?.[1] ??
    /^(?:#{1,4}[ \t]+status[ \t#]*|status\n[=~^-]{3,}[ \t]*)\n+[-*+\s]*([^\n]+)$/im.exec(
      text,
    )?.[1] ??
    '';
  const hasOpenTitle =
    OPEN_TITLE.test(title) ||
    (/^\W*(?:(?:m?adr|\d+)\W+)?[[{<]/i.test(title) && isPlaceholder(title.replace(/^[^[{<]*/, '')));
  const hasChoice =
    isChoice(status, (word) => statusOf(word) !== undefined) ||
    (/[{[|]/.test(status) &&
      isPlaceholder(
        status
          .replace(/<!--.*$/, '')
          .replace(/\|\s*$/, '')
          .trim(),
      ));
  const isFilledIn =
    !hasOpenTitle &&
    !hasChoice &&
    statusOf(status) !== undefined &&
    DAY_LINE.test(text.slice(0, 1000));
  if (/\btemplate\W*$/i.test(title) && !isFilledIn)
    return { looksLikeTemplate: true, isOpen: true };
  const open = text.match(/(?<![\]!\w])[{[<][A-Za-z][^\]{}<>\n]{9,}[}\]>](?![([])/g)?.length ?? 0;
  const guidance =
    /\b(?:copy (?:and paste )?this template|delete this (?:line|comment)|describe (?:here|the context)|insert data)\b/i.test(
      text,
    );
  return {
    looksLikeTemplate: [hasOpenTitle, hasChoice, open > 3, guidance].filter(Boolean).length > 1,
    isOpen: hasOpenTitle || hasChoice,
  };
}
