/** `docket/config`: the configuration of a team that writes it as code. */
import { DocketConfig } from "./lib/shared.js";
/**
 * Gives the configuration its type, so that an editor completes and checks it. Returns it as it is. It stands alone
 * so that running `docket.config.ts` does not load the schema a second time.
 */
export declare function defineConfig(config: DocketConfig): DocketConfig;
export type { DocketConfig };