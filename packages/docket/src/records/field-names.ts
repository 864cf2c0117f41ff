import { SCHEMAS } from './schema.ts';

/** Every field that a record of some kind may state; checks of a specification are no text. */
export const FIELD_NAMES = [
  ...new Set([
    ...Object.values(SCHEMAS).flatMap((schema) => Object.keys(schema.shape)),
    'executed',
    'agent',
  ]),
].filter((name) => name !== 'checks') as [string, ...string[]];
