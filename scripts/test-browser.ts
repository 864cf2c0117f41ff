import { parseArgs } from 'node:util';
import { nodeTool } from './support/node-tool.ts';
import { messageOf } from './support/text.ts';
import { buildSites } from './test/sites.ts';
import { plain } from './test/stages.ts';

// Builds the sites that the chosen browser tests need, then hands all arguments to Playwright.

const args = process.argv.slice(2);
const { values } = parseArgs({
  args,
  strict: false,
  options: { project: { type: 'string', multiple: true } },
});
try {
  await buildSites(values.project?.map(String), (line) => process.stdout.write(`${line}\n`));
  await plain(nodeTool('playwright', 'playwright', ['test', ...args]));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
