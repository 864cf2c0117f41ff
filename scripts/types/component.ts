import { convertToTsx } from '@astrojs/astro2tsx';
import { type Maps, mapped } from './positions.ts';

/** A text that TypeScript checks in the place of an Astro component or of a part of it. */
export interface Virtual {
  /** What follows the name of the component. */
  readonly suffix: string;
  readonly text: string;
  /** Where a place of the text stands in the component; `undefined` for what was only added to it. */
  toSource(offset: number): number | undefined;
}

/** A fault that made the component unreadable as such, found without any types. */
export interface ComponentFault {
  readonly offset: number;
  readonly message: string;
}

/**
 * What TypeScript has to check of a component: its frontmatter and template as TSX, and its scripts, which run in the
 * browser and are modules of their own; the same texts that Astro's language server checks.
 */
export function virtualTexts(
  source: string,
  name: string,
): { readonly texts: readonly Virtual[]; readonly faults: readonly ComponentFault[] } {
  const tsx = convertToTsx(source, { filename: name });
  const maps: Maps = tsx.mappings.filter(([, length, , original]) => length > 0 && original > 0);
  const template: Virtual = {
    suffix: '.tsx',
    text: tsx.code,
    // Declarations for other modules follow the body.
    toSource: (offset) => (offset > tsx.body.end ? undefined : mapped(maps, offset)),
  };
  const modules = tsx.scripts.flatMap(({ type, position }, index) => {
    if (type === 'processed-module') return [kept(source, [position], `.${index}.mts`)];
    return type === 'module' ? [kept(source, [position], `.${index}.mjs`)] : [];
  });
  const inline = tsx.scripts.filter(
    ({ type }) => type === 'inline' || type === 'event-attribute' || type === 'unknown',
  );
  const faults = tsx.diagnostics
    .filter(({ severity }) => severity <= WARNING)
    .map(({ message, position }) => ({ offset: position.start, message }));
  const places = inline.map(({ position }) => position);
  const scripts = places.length === 0 ? [] : [kept(source, places, '.inline.mjs')];
  return { texts: [template, ...modules, ...scripts], faults };
}

const WARNING = 2;

/** The component with all but some of its parts blanked, so that each place stays where it is. */
function kept(
  source: string,
  parts: readonly { readonly start: number; readonly end: number }[],
  suffix: string,
): Virtual {
  let text = '';
  for (const { start, end } of [...parts].sort((a, b) => a.start - b.start)) {
    text += `${blank(source.slice(text.length, start))}${source.slice(start, end)}`;
    // What follows a part is markup, whose first character can end the last statement.
    if (end < source.length && source[end] !== '\n') text += ';';
  }
  return {
    suffix,
    text: `${text}${blank(source.slice(text.length))}`,
    toSource: (offset) => offset,
  };
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
