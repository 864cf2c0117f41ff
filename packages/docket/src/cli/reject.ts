import { statusCommand } from './author/status-command.ts';

/** `docket reject`: gives a decision the status `Rejected`. */
export const reject = statusCommand('reject', 'Rejected');
