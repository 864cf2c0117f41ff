/** Configuration of a site of examples, from the root of this repository. */
export const EXAMPLE_CONFIG = 'packages/starlight-docket/tests/support/example.config.mjs';
