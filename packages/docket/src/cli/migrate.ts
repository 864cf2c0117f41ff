import { logOf } from '../records/authoring/log.ts';
import { type Migration, migrate as planMigration } from '../records/authoring/migrate/migrate.ts';
import { TARGETS, type Target } from '../records/authoring/migrate/target.ts';
import type { AdrRecord } from '../records/record.ts';
import { safeLine } from '../report/screen-text.ts';
import type { Session } from '../session/session.ts';
import { carryOut } from './author/carry-out.ts';
import { AUTHOR_OPTIONS, openRoot } from './author/open.ts';
import { type Command, CommandError, type OptionValues } from './command.ts';
import { EXIT } from './exit.ts';

/** `docket migrate`: rewrites the metadata of a log to frontmatter, as far as nothing is lost. */
export const migrate: Command = {
  name: 'migrate',
  options: {
    to: {
      type: 'string',
      value: 'TARGET',
      choices: TARGETS,
      description: 'Keys to write: docket (default) for those of Docket, madr for those of MADR 4',
    },
    log: {
      type: 'string',
      value: 'FOLDER',
      completes: 'log',
      description: 'Only the records in this folder',
    },
    ...AUTHOR_OPTIONS,
  },
  notes: [
    'What the keys cannot hold is not written: such a record stays as it is, and is listed with its',
    'place and reason. Look at the changes with --dry-run first.',
    'Exit code: 0 all records migrated (or nothing to do), 1 some could not be, 2 could not run.',
  ].join('\n'),
  async run(values, context) {
    const session = await openRoot(values, context);
    if (!session.corpus.layout.adr.logs) {
      context.stderr.write(
        'Nothing to migrate: the records are held to the template, so their metadata is in frontmatter\n',
      );
      return EXIT.clean;
    }
    const records = chosen(session, values);
    const target = (values['to'] ?? 'docket') as Target;
    let migration: Migration = { changes: [], refused: [] };
    const code = await carryOut(session, values, context, () => {
      migration = planMigration(session.corpus, records, target);
      return migration;
    });
    const { changes, refused } = migration;
    for (const { error } of refused) {
      context.stderr.write(
        `${safeLine(`Not migrated: ${error.message}`)}\n  help: ${error.help}\n`,
      );
    }
    const titled = changes.find(
      ({ path }) => session.corpus.byPath(path)?.outline.sections[0]?.depth === 1,
    );
    if (target === 'docket' && titled) {
      const own = /^title: (.*)$/m.exec(titled.after)?.[1] ?? '';
      context.stderr.write(
        `${safeLine(`Titles stand in the frontmatter, such as ${own}, and no more in a heading`)}\n`,
      );
    }
    const same = records.length - changes.length - refused.length;
    const counts = [
      `${changes.length} migrated`,
      `${refused.length} not migrated`,
      `${same} the same as before`,
    ];
    context.stderr.write(`${values['dry-run'] === true ? 'Would be: ' : ''}${counts.join(', ')}\n`);
    return refused.length > 0 ? EXIT.findings : code;
  },
};

/** The records that are asked for. */
function chosen({ corpus }: Session, values: OptionValues): readonly AdrRecord[] {
  const named = values['log'];
  if (typeof named !== 'string') return corpus.adrs;
  const folder = named.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '') || '.';
  const inside = corpus.adrs.filter(
    ({ path }) => path.startsWith(`${folder}/`) || logOf(path, corpus)?.folder === folder,
  );
  if (inside.length > 0) return inside;
  throw new CommandError(
    `There are no records in \`${folder}\``,
    `choose one of ${(corpus.layout.adr.logs ?? []).map((log) => `\`${log.folder}\``).join(', ')}`,
  );
}
