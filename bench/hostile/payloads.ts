import { parseArgs } from 'node:util';
import { markdownToHtml } from 'satteri';
import { gatePlugin } from '../../packages/docket/src/records/gate.ts';
import { removedHtml } from '../../packages/docket/src/records/html.ts';
import { FEATURES, parseMarkdown } from '../../packages/docket/src/records/markdown.ts';
import { armed } from '../../packages/docket/tests/hostile/armed.ts';
import { variants } from './payload-variants.ts';

/*
 * Makes variants of payloads, lets each through the gate and reads what comes out as a browser would:
 * `node bench/hostile/payloads.ts`. Prints how many were tried, how many held HTML that something was taken from, and
 * ends with 1 where one is still armed.
 *   --seed      of the variants; printed
 *   --seconds   time after which no further one is made
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    seconds: { type: 'string', default: '60' },
  },
});

const until = Date.now() + Number(values.seconds) * 1000;
const failures: string[] = [];
let tried = 0;
let taken = 0;
for (const text of variants(Number(values.seed))) {
  if (Date.now() > until || failures.length >= 20) break;
  tried += 1;
  const { html } = markdownToHtml(text, {
    features: FEATURES,
    hastPlugins: [gatePlugin(true)],
  }) as { readonly html: string };
  if (removedHtml(parseMarkdown(text)).length > 0) taken += 1;
  const found = armed(html);
  if (found.length > 0) failures.push(`${JSON.stringify(text)}: ${found.join(', ')}`);
}
process.stdout.write(
  `${[
    ...failures,
    `seed ${values.seed}: ${tried} payloads, ${taken} of them with HTML taken out, ${failures.length} armed`,
  ].join('\n')}\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;
