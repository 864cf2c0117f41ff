import { statusCommand } from './author/status-command.ts';

/** `docket deprecate`: gives a decision the status `Deprecated`. */
export const deprecate = statusCommand('deprecate', 'Deprecated');
