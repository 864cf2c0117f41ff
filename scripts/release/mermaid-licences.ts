import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { root } from '../support/root.ts';
import type { Licensed } from './licences.ts';

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  homepage: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/**
 * The licences of Mermaid and of all it is made of: `starlight-docket` brings it along as one file, so no list of
 * dependencies has them.
 */
export function mermaidLicences(): Licensed[] {
  const found = new Map<string, Licensed>();
  const waiting = [join(root, 'packages/starlight-docket/node_modules/mermaid')];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const folder = realpathSync(next);
    if (found.has(folder)) continue;
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    const { dependencies, license, ...rest } = manifest.parse(JSON.parse(text));
    found.set(folder, { ...rest, licence: license ?? licenceByText(folder) });
    // What a package depends on stands beside it, and one with a scope a folder deeper.
    const beside = rest.name.startsWith('@') ? dirname(dirname(folder)) : dirname(folder);
    waiting.push(...Object.keys(dependencies).map((name) => join(beside, name)));
  }
  return [...found.values()];
}

/** The licence of a package whose manifest names none, by the heading of the text that comes with it. */
function licenceByText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
  return /^\s*(?:The )?MIT License\b/i.test(text) ? 'MIT' : 'unknown';
}
