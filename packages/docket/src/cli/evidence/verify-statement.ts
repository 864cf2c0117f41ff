import { count } from '../../report/count.ts';
import { differencesFrom, openStatement } from '../../session/evidence/verify-statement.ts';
import type { CommandContext, OptionValues } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openEvidence } from './open.ts';

const MEANING = {
  execution: 'an execution',
  'test-result': 'test results',
  'verification-summary': 'a verification',
} as const;

/**
 * Checks a statement offline: its signature with a public key, its form, and all it says against this repository.
 * @throws {HelpfulError} where one of the files cannot be read, or the repository has no such execution
 */
export async function verifyStatement(
  name: string,
  values: OptionValues,
  context: CommandContext,
): Promise<ExitCode> {
  const { cwd, stdout } = context;
  const print = (line: string) => stdout.write(`${line}\n`);
  const key = values['public-key'];
  const opened = await openStatement(
    { cwd, name },
    typeof key === 'string' ? { cwd, name: key } : undefined,
  );
  if (opened.kind === 'forged') {
    print(`✗ signature: no signature in the envelope was made with the key ${opened.keyId}`);
    return EXIT.findings;
  }
  print(
    opened.keyId === undefined
      ? '? signature: the statement is not signed'
      : `✓ signature: made with the key ${opened.keyId}`,
  );
  if ('problems' in opened) {
    print(`✗ form: ${opened.problems.split('\n').join('\n  ')}`);
    return EXIT.findings;
  }
  print(`✓ form: an in-toto statement of ${MEANING[opened.predicate]}`);
  const session = await openEvidence(values, context);
  const differences = await differencesFrom(session, opened);
  if (differences.length === 0) {
    print('✓ content: digests, claims and observations match this repository');
    return EXIT.clean;
  }
  print(`✗ content: ${count(differences.length, 'difference')} from this repository`);
  for (const difference of differences) print(`    ${difference}`);
  return EXIT.findings;
}
