import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nginxHeaders } from '../packages/starlight-docket/build/delivery/headers.ts';
import { readDelivery } from '../packages/starlight-docket/build/delivery/read-delivery.ts';
import { normaliseBase } from '../packages/starlight-docket/views/urls.ts';
import { messageOf } from './support/text.ts';

// Writes the headers of a built site as nginx includes them; the other hosts' files are part of the build.
try {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: 'dist' },
      base: { type: 'string', default: process.env.DOCKET_BASE ?? '' },
      out: { type: 'string' },
    },
  });
  const text = nginxHeaders(await readDelivery(values.folder, normaliseBase(values.base)));
  if (values.out === undefined) process.stdout.write(text);
  else writeFileSync(values.out, text);
} catch (error) {
  process.stderr.write(
    `${messageOf(error)}\n\nUsage: pnpm headers [--folder DIR] [--base PATH] [--out FILE]\n`,
  );
  process.exitCode = 2;
}
