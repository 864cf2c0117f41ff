import { styleText } from 'node:util';
import type { HelpConfiguration } from 'commander';

/** How the help looks: headings in bold, what is to be typed in cyan; the parser drops colour where none is wanted. */
export const styleHelp: HelpConfiguration = {
  styleTitle: (text) => styled('bold', text),
  styleCommandText: (text) => styled('cyan', text),
  styleSubcommandText: (text) => styled('cyan', text),
  styleOptionText: (text) => styled('cyan', text),
  styleArgumentText: (text) => styled('cyan', text),
  subcommandTerm: (command) => command.name(),
};

function styled(format: 'bold' | 'cyan', text: string): string {
  return styleText(format, text, { validateStream: false });
}
