import { RootCommand } from '@bomb.sh/tab';
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';
import { printed } from './printed.ts';

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `docket completion`: the script by which a shell completes commands, options, values and record ids. */
export const completion: Command = {
  name: 'completion',
  arguments: [{ name: 'shell', choices: SHELLS, description: 'The shell to write the script for' }],
  options: {},
  notes: [
    'Add one of these to the start-up file of your shell:',
    '  bash  source <(docket completion bash)',
    '  zsh   source <(docket completion zsh)',
    '  fish  docket completion fish | source',
    '',
    'Exit code: 0 written, 2 could not run.',
  ].join('\n'),
  async run({ shell }, { stdout }) {
    stdout.write(printed(() => new RootCommand().setup('docket', 'docket', String(shell))));
    return EXIT.clean;
  },
};
