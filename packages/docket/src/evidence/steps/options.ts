import { readAdr } from '../../records/adr.ts';
import { sectionsByRole } from '../../records/roles.ts';
import { fail, type Observation, pass, type Scene } from './observation.ts';
import { openSource } from './source.ts';

/** `options`: a decision record documents exactly the options of these letters, each with what speaks for and against. */
export function checkOptions(
  {
    file,
    letters,
    'trade-offs': tradeOffs = true,
  }: { file: string; letters: string[]; 'trade-offs'?: boolean | undefined },
  scene: Scene,
): Observation {
  const source = openSource(file, scene);
  if (source.kind === 'closed') return source.observation;
  const { template: path, headings } = scene.layout.adr;
  const template = scene.template(path);
  const sections = sectionsByRole(source.outline, template, { kind: 'adr', headings });
  const { options } = readAdr(source.document, sections, template);
  const problems = letters.flatMap((letter) => {
    const option = options.find((candidate) => candidate.letter === letter);
    if (!option) return [`no option ${letter}`];
    if (!tradeOffs) return [];
    return [
      ...(option.pros.length === 0 ? [`option ${letter} has no advantage`] : []),
      ...(option.cons.length === 0 ? [`option ${letter} has no drawback`] : []),
    ];
  });
  const others = options.filter(({ letter }) => !letters.includes(letter));
  problems.push(...others.map(({ letter }) => `option ${letter} is not among those asked for`));
  if (problems.length > 0) return fail(`${problems.join('; ')} in \`${source.path}\``);
  const counts = options.map(
    ({ letter, pros, cons }) => `${letter} (${pros.length} for, ${cons.length} against)`,
  );
  return pass(`options ${counts.join(', ')}`);
}
