import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { patchedFiles } from '../../src/engine/examples.ts';
import { GitRepo } from './git-repo.ts';
import { ROOT } from './repository.ts';

export const OLD = 'docs/adr/adr-001-keep-sessions-in-memory.md';
export const NEW = 'docs/adr/adr-002-keep-sessions-in-redis.md';

/** An environment in which it is 9 March 2026. */
export const DAY = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 2, 9) / 1000) };

/** The example repository of the rules, committed, with the templates of this project. */
export async function exampleRepo(): Promise<GitRepo> {
  const repo = await GitRepo.create();
  const template = (file: string) => readFile(path.join(ROOT, file), 'utf8');
  await repo.commit('Add the records', {
    ...Object.fromEntries(patchedFiles([])),
    'docs/adr/template.md': await template('docs/adr/template.md'),
    '.sdd/specification/template.md': await template('.sdd/specification/template.md'),
  });
  return repo;
}
