import { fail, type Observation, pass, type Scene } from './observation.ts';

/** `file-exists`: something stands at the path. */
export function checkFileExists(path: string, { tree }: Scene): Observation {
  const found = tree.locate(path);
  if (found === undefined) return fail(`no \`${path}\` in ${tree.name}`);
  return pass(`\`${found}\` exists in ${tree.name}`);
}

/** `file-absent`: nothing stands at the path. */
export function checkFileAbsent(path: string, { tree }: Scene): Observation {
  const found = tree.locate(path);
  return found === undefined
    ? pass(`no \`${path}\` in ${tree.name}`)
    : fail(`\`${found}\` exists in ${tree.name}`);
}
