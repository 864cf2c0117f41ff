import { type ArgumentHandler, type OptionHandler, RootCommand } from '@bomb.sh/tab';
import { foldersOf } from '../records/authoring/record-name.ts';
import { shownName } from '../records/shown-name.ts';
import { rootFor } from '../session/root.ts';
import { ownRules } from '../session/rules.ts';
import { openSession } from '../session/session.ts';
import type { Command, Completion } from './command.ts';
import { COMMANDS, type CommandEntry, GROUPS } from './commands.ts';
import { EXIT } from './exit.ts';
import { printed } from './printed.ts';

type Offer = readonly (readonly [value: string, description: string])[];

/** `docket complete -- WORDS`: what the script of `docket completion` asks for the words typed so far. */
export const complete: Command = {
  name: 'complete',
  arguments: [
    {
      name: 'words',
      optional: true,
      variadic: true,
      description: 'Words typed so far, after --; the last may be unfinished',
    },
  ],
  options: {},
  notes: 'Called by the script of `docket completion`.\nExit code: 0 answered, 2 could not run.',
  async run({ words }, { cwd, stdout }) {
    const typed = Array.isArray(words) ? [...words] : [];
    const entry = commandOf(typed);
    const command = entry && (await entry.load());
    const offers = command ? await offersOf(command, cwd) : new Map<Completion, Offer>();
    const root = new RootCommand();
    for (const [name, description] of Object.entries(GROUPS)) root.command(name, description);
    for (const { name, summary, isHidden } of COMMANDS) {
      if (isHidden) continue;
      const node = root.command(name, summary);
      if (command?.name === name) describe(node, command, offers);
    }
    stdout.write(printed(() => root.parse(typed)));
    return EXIT.clean;
  },
};

function commandOf(words: readonly string[]): CommandEntry | undefined {
  return COMMANDS.find(({ name }) => name.split(' ').every((word, at) => words[at] === word));
}

function describe(
  node: ReturnType<RootCommand['command']>,
  command: Command,
  offers: ReadonlyMap<Completion, Offer>,
): void {
  const offered = ({
    choices,
    completes,
  }: {
    choices?: readonly string[];
    completes?: Completion;
  }): Offer =>
    choices?.map((choice) => [choice, ''] as const) ?? (completes && offers.get(completes)) ?? [];
  for (const argument of command.arguments ?? []) {
    const handler: ArgumentHandler = (add) => {
      for (const [value, description] of offered(argument)) add(value, description);
    };
    node.argument(argument.name, handler, argument.variadic ?? false);
  }
  for (const [name, option] of Object.entries(command.options)) {
    const handler: OptionHandler = (add) => {
      for (const [value, description] of offered(option)) add(value, description);
    };
    if (option.type === 'boolean') node.option(name, option.description, option.short);
    else node.option(name, option.description, handler, option.short);
  }
  node.option('help', 'Show this help', 'h');
}

/** What can be offered for the values of a command; nothing where the records cannot be read. */
async function offersOf(command: Command, cwd: string): Promise<Map<Completion, Offer>> {
  const wanted = new Set(
    [...(command.arguments ?? []), ...Object.values(command.options)].flatMap(
      ({ completes }) => completes ?? [],
    ),
  );
  const offers = new Map<Completion, Offer>();
  if (wanted.has('rule'))
    offers.set(
      'rule',
      ownRules().map(({ id, summary }) => [id, summary]),
    );
  if ([...wanted].every((kind) => kind === 'rule')) return offers;
  try {
    const { corpus, discovery } = await openSession({ root: rootFor(cwd).folder });
    const named = (records: readonly { readonly id: string; readonly title: string }[]): Offer =>
      records.map(({ id, title }) => [id, title]);
    const provenances: Offer = corpus.provenances.map(({ path, title }) => [path, title]);
    const logs = discovery?.logs ?? [];
    const places = corpus.layout.adr.places ?? [];
    offers.set('log', [
      ...(discovery ? [] : places.map(({ id, title }) => [id, title] as const)),
      ...logs.flatMap((log) => foldersOf(log).map((folder) => [folder, ''] as const)),
    ]);
    const adrs: Offer = corpus.adrs.map((adr) => [shownName(adr), adr.title]);
    offers.set('adr', adrs);
    offers.set('spec', named(corpus.specs));
    offers.set('provenance', provenances);
    offers.set('record', [...adrs, ...provenances]);
  } catch {
    // A shell that completes is no place for complaints; the command itself will make them.
  }
  return offers;
}
