import path from 'node:path';
import { NEW_ADR } from '../../../packages/docket/src/rules/support/example-base.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import {
  buildExampleSite,
  THIRD_ADR,
} from '../../../packages/starlight-docket/tests/support/example-site.ts';

// Builds a site of records that never change, so that a picture of it changes only with the design.
buildExampleSite(
  path.join(ROOT, '.cache/looks-repository'),
  [
    { subject: 'Decide where sessions live', patches: [], day: '2026-03-05' },
    {
      subject: 'Shorten sessions, and expire them at night',
      patches: [
        { change: NEW_ADR, from: 'every session for 24 hours', to: 'every session for 12 hours' },
        THIRD_ADR,
      ],
      day: '2026-04-02',
    },
  ],
  { DOCKET_OUT_DIR: '.cache/looks-site' },
  'astro.config.mjs',
);
