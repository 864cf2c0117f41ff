import { mkdirSync } from 'node:fs';
import { joinCorpora } from '../../packages/docket/src/records/join.ts';
import { openOtherLogs } from '../../packages/docket/src/session/logs/open-logs.ts';
import { openSession } from '../../packages/docket/src/session/session.ts';

// Opens and joins the logs of a repository, as a site does before it makes pages: node bench/site/read-logs.ts ROOT OUT
const [root = '', out = ''] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const session = await openSession({ root });
const tell = (text: string) => process.stdout.write(`${text}\n`);
const { logs, closed } = await openOtherLogs(session, { tell });
const others = logs.map((log) => ({ ...log, corpus: log.session.corpus }));
const { adrs } = joinCorpora(session.corpus, others);
for (const log of logs) await log.session.history();
tell(`${adrs.length} decisions of ${logs.length} logs, ${closed.length} left out`);
if (closed[0]) throw new Error(closed[0].message);
