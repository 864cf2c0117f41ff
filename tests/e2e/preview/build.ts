import path from 'node:path';
import type { Patch } from '../../../packages/docket/src/engine/define.ts';
import { NEW_ADR, OLD_ADR } from '../../../packages/docket/src/rules/support/example-base.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import {
  buildExampleSite,
  THIRD_ADR,
} from '../../../packages/starlight-docket/tests/support/example-site.ts';

// Makes a repository with a pull request and builds its preview, as the workflow does.

const CHANGES: readonly Patch[] = [
  { change: NEW_ADR, from: 'every session for 24 hours', to: 'every session for 12 hours' },
  { change: OLD_ADR, from: 'deploy at night', to: 'deploy before the shop opens' },
  THIRD_ADR,
];

buildExampleSite(
  path.join(ROOT, '.cache/preview-repository'),
  [
    { subject: 'Start', patches: [] },
    { subject: 'Change sessions', patches: CHANGES, branch: 'topic' },
  ],
  {
    DOCKET_OUT_DIR: '.cache/preview-site',
    DOCKET_BASE: '/previews/pr-42',
    DOCKET_REPOSITORY: 'https://github.com/acme/shop',
    DOCKET_PREVIEW_PR: '42',
    DOCKET_PREVIEW_BASE: 'main',
  },
);
