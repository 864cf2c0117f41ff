/** `docket/config`: the configuration of a team that writes it as code. */
export type { DocketConfig } from '../records/config.ts';
export { defineConfig } from '../records/define-config.ts';
