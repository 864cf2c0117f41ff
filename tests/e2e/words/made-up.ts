import english from '../../../packages/starlight-docket/words/en.json' with { type: 'json' };

/** A bracket that stands round every word of the site in the made-up language, and nowhere else. */
export const [OPEN, CLOSE] = ['⟦', '⟧'];

/**
 * The words of the site in a made-up language: the English ones in brackets, without what pages fill in and what is
 * code, so that a value in a sentence is a word of its own or none.
 */
export function madeUpWords(): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...english, ...OF_CODE }).map(([key, text]) => [
      key,
      text
        .split(/(\{\{\w+\}\}|`[^`]*`)/)
        .map((part, index) => (index % 2 === 0 && part !== '' ? `${OPEN}${part}${CLOSE}` : part))
        .join(''),
    ]),
  );
}

const GREEK = [...'αβγδεφγηικκλμνοπκρστυβωξψζ'];

/** Words of Starlight that it has in few languages. */
const OF_CODE = {
  'expressiveCode.copyButtonCopied': 'Copied!',
  'expressiveCode.copyButtonTooltip': 'Copy to clipboard',
  'expressiveCode.terminalWindowFallbackTitle': 'Terminal window',
};

/** A text in letters that are not Latin. */
export function foreign(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => GREEK[letter.toLowerCase().charCodeAt(0) - 97] ?? '');
}

/** What the format of records fixes in a line of Markdown. */
const FIXED =
  /`[^`]*`|\]\([^)]*\)|\b(?:ADR|SPEC|Spec|Option)[ -](?:\d+|[A-Z]\b)|\*\*(?:Spec|Executed|Agent|Status|Date|Pros|Cons):\*\*|\((?:chosen)\)|\b(?:pass|Created|Accepted|Yes|Review)\b|Mitigation:|No (?:autonomous|deviations|agent).*|\d\S*|T\d.*/;

/** A record in letters that are not Latin, but for what its format fixes: keys, headings, statuses, ids and paths. */
export function foreignRecord(text: string): string {
  const [, head, body = text] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
  const fields = (head ?? '')
    .replace(FRONTMATTER, (_, key, value) => key + besideFixed(value))
    // A tag has the form of a word in Latin letters, or is a number.
    .replace(/^tags: .*$/m, (line) => line.replace(/[a-z]+(?=[,\]])/g, (tag) => `"${tag.length}"`));
  return `${fields}${body
    .split('\n')
    .map((line, index, lines) => {
      const isHead = /^\|[ -|]*-{3}/.test(lines[index + 1] ?? '');
      const option = /^(### Option [A-Z]: )(.*)$/.exec(line);
      if (option) return option[1] + besideFixed(option[2] ?? '');
      if (/^# /.test(line)) return line.replace(/(—|:) .*/, (title) => besideFixed(title));
      return /^#|^\| ?-|^<!--/.test(line) || isHead ? line : besideFixed(line);
    })
    .join('\n')}`;
}

const FRONTMATTER = /^((?:title|description|decision-makers|prompted-by|revisit-when): )(.*)$/gm;

function besideFixed(line: string): string {
  return line
    .split(new RegExp(`(${FIXED.source})`))
    .map((part, index) => (index % 2 === 0 ? foreign(part) : part))
    .join('');
}
