import { expect, test } from 'vitest';
import { logNotes } from '../../site/log-notes.ts';

test('what others wrote cannot look like the output of a build', () => {
  const notes = logNotes({
    logs: [],
    closed: [
      {
        id: 'payments',
        title: 'Payments',
        message: 'cannot be fetched: remote: no\n::error::forged\r\u001b[2Jgone',
        help: 'see whether it works\u2028::set-output name=a::b',
      },
    ],
  });
  expect(notes).toEqual([
    'The log “Payments” is left out: cannot be fetched: remote: no<U+000A>::error::forged<U+000D><U+001B>[2Jgone. To mend it, see whether it works<U+2028>::set-output name=a::b.',
  ]);
});
