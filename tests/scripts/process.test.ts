import { expect, test } from 'vitest';
import { describeEnd, run, succeeded } from '../../scripts/support/process.ts';

const node = (script: string) => ({ file: process.execPath, args: ['-e', script] });

test('collects both streams and the exit code', async () => {
  const outcome = await run(node('console.log("out"); console.error("err"); process.exit(3)'), {
    capture: true,
  });
  expect(outcome).toMatchObject({ kind: 'exited', code: 3 });
  expect(outcome.output).toContain('out\n');
  expect(outcome.output).toContain('err\n');
  expect(succeeded(outcome)).toBe(false);
});

test('says that a program is not there', async () => {
  const outcome = await run({ file: 'no-such-program', args: [] }, { capture: true });
  expect(outcome.kind).toBe('not-started');
  expect(describeEnd(outcome)).toBe('could not be started: spawn no-such-program ENOENT');
});

test.skipIf(process.platform === 'win32')('ends a program and its children in time', async () => {
  const child = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`;
  // The output stays open while the grandchild lives, so an outcome proves that both are gone.
  const outcome = await run(
    { ...node(`${child}; setInterval(() => {}, 1000)`), limit: 1 },
    {
      capture: true,
    },
  );
  expect(outcome).toMatchObject({ kind: 'timed-out', limit: 1 });
  expect(outcome.seconds).toBeLessThan(4);
});
