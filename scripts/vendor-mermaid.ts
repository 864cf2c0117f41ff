import { copyFileSync } from 'node:fs';
import { root } from './support/root.ts';

// Puts Mermaid into the package before it is packed: one file for browsers, where its dependencies for Node take forty
// times the room (ADR-056).
const plugin = `${root}/packages/starlight-docket`;
for (const [from, to] of [
  ['dist/mermaid.min.js', 'mermaid.min.js'],
  ['LICENSE', 'mermaid.LICENSE'],
])
  copyFileSync(`${plugin}/node_modules/mermaid/${from}`, `${plugin}/client/${to}`);
