import { isLike } from '../../records/checks.ts';
import { fail, notRun, type Observation, pass, type Scene } from './observation.ts';

/** `committed-together`: the landing wrote every one of the files. An author cannot know this beforehand. */
export function checkCommittedTogether(paths: readonly string[], { landing }: Scene): Observation {
  if (landing.kind === 'unknown') return notRun(landing.reason);
  const missing = paths.filter((path) => !landing.written.has(landing.nameThen(path)));
  if (missing.length > 0) {
    return fail(`not in ${landing.commit}: ${missing.map((path) => `\`${path}\``).join(', ')}`);
  }
  return pass(`all ${paths.length} files are in ${landing.commit}`);
}

/** `only-changed`: the landing changed no file besides these. */
export function checkOnlyChanged(patterns: readonly string[], { landing }: Scene): Observation {
  if (landing.kind === 'unknown') return notRun(landing.reason);
  const names = patterns.map((pattern) =>
    pattern.includes('*') ? pattern : landing.nameThen(pattern),
  );
  const others = landing.changed.filter((path) => !names.some((name) => isLike(path, name)));
  if (others.length > 0) {
    return fail(`also in ${landing.commit}: ${others.map((path) => `\`${path}\``).join(', ')}`);
  }
  return pass(`${landing.commit} changes nothing else`);
}
