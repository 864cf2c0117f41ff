/** The two halves of a message: what was found, and what was expected instead. */
export interface Sentence {
  readonly found: string;
  /** Begins with `expected`; empty where the message has no second half. */
  readonly expected: string;
}

/** Cuts a message at its `, expected …`, as long as that stands outside backticks. */
export function splitMessage(message: string): Sentence {
  const marker = ', expected ';
  for (let at = message.indexOf(marker); at >= 0; at = message.indexOf(marker, at + 1)) {
    const found = message.slice(0, at);
    if (found.split('`').length % 2 === 1) return { found, expected: message.slice(at + 2) };
  }
  return { found: message, expected: '' };
}
