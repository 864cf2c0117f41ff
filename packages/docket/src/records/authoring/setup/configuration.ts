import type { DocketConfig } from '../../config.ts';
import { saving } from '../change.ts';
import { JsonFile } from '../json-file.ts';
import { type Draft, type LeftToDo, NOTHING } from './draft.ts';

/** What a configuration is to say beyond the defaults. */
export type WantedConfig = Pick<DocketConfig, 'paths' | 'profile' | 'templates'>;

/** The file of a configuration and what it is to say. */
export interface ConfigInput {
  readonly path: string;
  readonly text: string | undefined;
  /** What applies already, from this file or another. */
  readonly config: DocketConfig;
  readonly wanted: WantedConfig;
  /** Whether the package is installed beside it, with its schemas. */
  readonly isInstalled: boolean;
}

/**
 * The configuration with what is wanted; what it sets already stays.
 * @throws {AuthoringError} where nothing can be added to it
 */
export function configDraft({ path, text, config, wanted, isInstalled }: ConfigInput): Draft {
  const { paths, profile, templates } = wanted;
  const entries: readonly (readonly [keys: readonly string[], now: unknown, next: unknown])[] = [
    [['paths', 'adr'], config.paths?.adr, paths?.adr],
    [['templates', 'adr'], config.templates?.adr, templates?.adr],
    [['profile'], config.profile, profile],
  ];
  const open = entries.filter(([, now, next]) => next !== undefined && now !== next);
  if (open.length === 0) return NOTHING;
  const left = open.flatMap(([keys, now, next]): LeftToDo[] => {
    if (now === undefined) return [];
    const name = keys.join('.');
    return [
      {
        words: `the configuration sets \`${name}\` already; set it to ${JSON.stringify(next)} there`,
      },
    ];
  });
  const start = isInstalled
    ? `{\n  "$schema": "./node_modules/docket/schemas/config.schema.json"\n}\n`
    : '{}\n';
  const file = new JsonFile(path, text ?? start);
  const next = open
    .filter(([, now]) => now === undefined)
    .reduce((made, [keys, , value]) => made.withKey(keys, value), file);
  return { changes: next === file ? [] : [saving(path, text, next.text)], left };
}
