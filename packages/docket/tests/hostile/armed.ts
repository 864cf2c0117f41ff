import { type DefaultTreeAdapterTypes, parse } from 'parse5';

const RUNS =
  /^(?:javascript|vbscript|livescript|data|blob|filesystem|view-source|feed|file|intent):/i;
const FORBIDDEN = new Set(
  (
    'script style link meta base iframe frame frameset object embed applet form button select textarea template ' +
    'noscript svg math title xmp noembed noframes plaintext dialog portal slot area map'
  ).split(' '),
);

/**
 * What in a record's HTML could run, load, cover or deceive, as a browser would read it: an own reading that knows
 * nothing of the gate. Empty for harmless HTML.
 */
export function armed(html: string): string[] {
  const found: string[] = [];
  const waiting: DefaultTreeAdapterTypes.Node[] = [
    parse(`<!doctype html><body><main>${html}</main>`),
  ];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('childNodes' in node) waiting.push(...node.childNodes);
    if (!('tagName' in node)) continue;
    const { tagName, attrs } = node;
    if (FORBIDDEN.has(tagName)) found.push(`<${tagName}>`);
    const isTask = attrs.some(({ name }) => name === 'disabled');
    if (tagName === 'input' && !isTask) found.push('<input>');
    for (const { name, value } of attrs) {
      const isAlignment = /^text-align: (?:left|right|center)$/.test(value);
      const isMarkdown =
        /^(?:language-\S*|task-list-item|contains-task-list|footnotes|data-footnote-backref|alert.*)$/;
      if (/^on|^(?:srcdoc|formaction|ping|target|usemap|is|popover|contenteditable)$/.test(name))
        found.push(`${tagName} ${name}`);
      if (name === 'style' && !isAlignment) found.push(`${tagName} style="${value}"`);
      const isLabel = value === 'sr-only' && attrs.some((one) => one.value === 'footnote-label');
      if (name === 'class' && !isLabel && !isMarkdown.test(value))
        found.push(`${tagName} class="${value}"`);
      if (RUNS.test(value.replace(/[\s\p{Cc}]/gu, '')) && !/^(?:alt|title)$/.test(name))
        found.push(`${tagName} ${name}="${value}"`);
    }
  }
  return found;
}
