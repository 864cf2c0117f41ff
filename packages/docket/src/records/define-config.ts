import type { DocketConfig } from './config.ts';

/**
 * Gives the configuration its type, so that an editor completes and checks it. Returns it as it is. It stands alone
 * so that running `docket.config.ts` does not load the schema a second time.
 */
export function defineConfig(config: DocketConfig): DocketConfig {
  return config;
}
