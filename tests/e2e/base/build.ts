import { execFileSync } from 'node:child_process';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';

const ASTRO = 'node_modules/astro/bin/astro.mjs';

// Builds this repository's site once more, for a path of a shared host and with a log of several pages.
execFileSync(
  process.execPath,
  [ASTRO, 'build', '--silent', '--config', 'tests/e2e/base/base.config.mjs'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      DOCKET_BASE: '/team/decisions',
      DOCKET_OUT_DIR: '.cache/site-under-base',
    },
  },
);
