import { changeStatus, type Verdict } from '../../records/authoring/status-change.ts';
import type { Corpus } from '../../records/corpus.ts';
import { findAdr } from '../../records/find-record.ts';
import type { AdrRecord } from '../../records/record.ts';
import { shownName } from '../../records/shown-name.ts';
import { STATUS_TABLE, type Status } from '../../records/status.ts';
import { today } from '../../session/day.ts';
import { type Command, type CommandContext, CommandError, type OptionValues } from '../command.ts';
import type { ExitCode } from '../exit.ts';
import { carryOut } from './carry-out.ts';
import { AUTHOR_NOTES, AUTHOR_OPTIONS, openRoot } from './open.ts';
import { askOne, mayAsk } from './prompt.ts';

/** A command that gives a decision a status. */
export function statusCommand(name: string, verdict: Verdict): Command {
  return {
    name,
    arguments: [
      {
        name: 'adr',
        optional: true,
        completes: 'adr',
        description: 'The decision: ADR-007, 7 or a path (prompted for on a terminal)',
      },
    ],
    options: AUTHOR_OPTIONS,
    notes: AUTHOR_NOTES,
    run: (values, context) => giveStatus(verdict, values.adr, { values, context }),
  };
}

/** Gives the decision that was named a status; where none was, asks for one on a terminal. */
export async function giveStatus(
  verdict: Verdict,
  named: OptionValues[string],
  { values, context }: { values: OptionValues; context: CommandContext },
): Promise<ExitCode> {
  const session = await openRoot(values, context);
  const adr = await chooseAdr(verdict, named, { corpus: session.corpus, context });
  return carryOut(session, values, context, () => ({
    changes: [changeStatus(adr, verdict, today(context.env), session.corpus)],
  }));
}

/**
 * The decision that was named, or chosen on a terminal among those that may take the status.
 * @throws {CommandError} where none was named and none can be asked for
 */
export async function chooseAdr(
  wanted: Status,
  named: OptionValues[string],
  { corpus, context }: { corpus: Corpus; context: CommandContext },
): Promise<AdrRecord> {
  if (typeof named === 'string') return findAdr(corpus, named);
  const able = corpus.adrs.filter(({ fields }) => {
    const status = fields.status.value;
    const next: readonly Status[] = status ? STATUS_TABLE[status].next : [];
    return next.includes(wanted);
  });
  if (able.length > 0 && mayAsk(context)) {
    const choices = able.map(({ path, title }) => ({ value: path, label: title }));
    return findAdr(corpus, await askOne(`Which decision becomes ${wanted}?`, choices, context));
  }
  throw new CommandError(
    'No decision given, such as `ADR-007`',
    able.length > 0
      ? `these can become ${wanted}: ${able.map(shownName).join(', ')}`
      : `none can become ${wanted} at present`,
  );
}
