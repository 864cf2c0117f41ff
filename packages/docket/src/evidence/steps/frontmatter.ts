import { isLike } from '../../records/checks.ts';
import { readFrontmatter } from '../../records/frontmatter.ts';
import { fail, type Observation, pass, type Scene } from './observation.ts';
import { openSource } from './source.ts';

/** `frontmatter`: the value of a key is like a pattern. */
export function checkFrontmatter(
  { file, key, like }: { file: string; key: string; like: string },
  scene: Scene,
): Observation {
  const source = openSource(file, scene);
  if (source.kind === 'closed') return source.observation;
  const { data, problems } = readFrontmatter(source.document);
  const [problem] = problems;
  if (problem) return fail(`the frontmatter of \`${source.path}\` cannot be read`);
  const value = data[key];
  if (value === undefined || value === null) return fail(`no \`${key}\` in \`${source.path}\``);
  if (typeof value === 'object')
    return fail(`\`${key}\` is not a single value in \`${source.path}\``);
  const found = String(value);
  return isLike(found, like)
    ? pass(`\`${key}\` is \`${found}\``)
    : fail(`\`${key}\` is \`${found}\`, not like \`${like}\``);
}
