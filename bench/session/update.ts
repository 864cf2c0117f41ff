import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FORMATS } from '../../packages/docket/src/report/formats.ts';
import { makeReport } from '../../packages/docket/src/report/report.ts';
import { openSession, type Session } from '../../packages/docket/src/session/session.ts';
import { generateRecords } from '../support/generate-records.ts';

/*
 * How long an open session takes to read, judge and report one changed record of many, in milliseconds.
 * Usage: node bench/session/update.ts [RECORDS] [CHANGES]
 */

const count = Number(process.argv[2] ?? 1000);
const changes = Number(process.argv[3] ?? 30);

const root = await mkdtemp(path.join(tmpdir(), 'docket-update-'));
try {
  await generateRecords(root, count);
  for (const isLean of [true, false]) await measure(isLean);
} finally {
  await rm(root, { recursive: true, force: true });
}

async function measure(isLean: boolean): Promise<void> {
  const started = performance.now();
  const session = await openSession({ root, isLean, env: {} });
  await report(session);
  const opened = performance.now() - started;
  const times: number[] = [];
  for (let change = 0; change < changes; change += 1) {
    const { adrs } = session.corpus;
    const record = adrs[Math.floor((adrs.length * change) / changes)];
    if (!record) throw new Error('there are decisions');
    const file = path.join(root, record.path);
    const text = await readFile(file, 'utf8');
    // In turn: words alone, another status, and a relation to a record that does not exist.
    const changed = [
      `${text}\nOne more sentence, and a mention of ADR-001.\n`,
      text.replace(/^status: .*$/m, 'status: Deprecated'),
      text.replace(/^date: /m, 'related: [ADR-999999]\n$&'),
    ][change % 3];
    await writeFile(file, changed ?? text);
    const start = performance.now();
    const { changed: read, affected } = await session.update([file]);
    await report(session, affected);
    times.push(performance.now() - start);
    if (read.join() !== record.path) throw new Error(`read again: ${read.join()}`);
    await writeFile(file, text);
    await session.update([file]);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(1);
  const how = isLean ? 'without trees' : 'with trees';
  process.stdout.write(
    `${count} records ${how}: opened and judged in ${opened.toFixed(0)} ms; one change: median ${at(0.5)}, 90 % within ${at(0.9)}, at most ${at(1)} ms\n`,
  );
}

/** Makes the report of some files, or of all, as the command shows it. */
async function report(session: Session, affected?: ReadonlySet<string>): Promise<string> {
  const { fresh, waived } = await session.findings();
  const made = makeReport({
    findings: fresh.filter(({ file }) => affected?.has(file) ?? true),
    waived,
    files: session.fileCount,
    textOf: (file) => session.textOf(file),
  });
  return FORMATS.pretty(made, { colour: false, width: undefined, version: '0' });
}
