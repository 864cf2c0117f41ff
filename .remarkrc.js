// The record rules for editors and remark-cli, on the text as it is on the screen.
import { docketPreset } from './packages/docket/src/cli/remark-preset.ts';

export default docketPreset(import.meta.dirname);
