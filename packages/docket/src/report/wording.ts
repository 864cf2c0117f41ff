import { messageOf, type Wording } from '../records/finding.ts';

/** What is wrong, for programs: the sentence, and its parts where it has any. */
export function wordingFields(wording: Wording): {
  message: string;
  found?: string;
  expected?: string;
} {
  const { found, expected } = wording;
  return {
    message: messageOf(wording),
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
  };
}
