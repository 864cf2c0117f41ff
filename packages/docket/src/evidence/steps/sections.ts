import { hasContent, type Section } from '../../records/sections.ts';
import type { SectionContract } from '../../records/template.ts';
import { fail, notRun, type Observation, pass, type Scene } from './observation.ts';
import { openSource } from './source.ts';

interface Wanted {
  readonly title: string;
  readonly children: readonly Wanted[];
}

/** `sections`: the sections a template requires, or those named, are present in order and say something. */
export function checkSections(
  {
    file,
    template,
    names,
  }: { file: string; template?: string | undefined; names?: string[] | undefined },
  scene: Scene,
): Observation {
  const source = openSource(file, scene);
  if (source.kind === 'closed') return source.observation;
  const contract = template === undefined ? undefined : scene.template(template);
  if (template !== undefined && !contract) {
    return notRun(`no template \`${template}\` in ${scene.tree.name}`);
  }
  const wanted = [
    ...required(contract?.sections ?? []),
    ...(names ?? []).map((title) => ({ title, children: [] })),
  ];
  if (wanted.length === 0) return notRun('the check names neither a template nor sections');
  const top = source.outline.sections[0];
  const sections = top?.depth === 1 ? top.children : source.outline.sections;
  const problems = compare(sections, wanted);
  const titles = wanted.map(({ title }) => title).join(', ');
  return problems.length > 0 ? fail(problems.join('; ')) : pass(`present and in order: ${titles}`);
}

function required(sections: readonly SectionContract[]): Wanted[] {
  return sections
    .filter((section) => !section.optional)
    .map(({ title, children }) => ({ title, children: required(children) }));
}

function compare(sections: readonly Section[], wanted: readonly Wanted[]): string[] {
  let last = -1;
  return wanted.flatMap(({ title, children }) => {
    const at = sections.findIndex((section) => section.title.toLowerCase() === title.toLowerCase());
    const section = sections[at];
    if (!section) return [`no section \`${title}\``];
    if (at < last) return [`section \`${title}\` out of order`];
    last = at;
    if (!hasContent(section)) return [`section \`${title}\` is empty`];
    return compare(section.children, children);
  });
}
