import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { call, type GitHub } from './api.ts';

const created = z.object({ id: z.int(), upload_url: z.string(), html_url: z.string() });

/**
 * Makes a release of a tag with files attached. It is a draft until all of them are there.
 *
 * @returns the address of the release
 */
export async function createRelease(
  github: GitHub,
  release: { readonly tag: string; readonly notes: string; readonly files: readonly string[] },
): Promise<string> {
  const { tag, notes, files } = release;
  const draft = created.parse(
    await call(github, 'POST', 'releases', { tag_name: tag, name: tag, body: notes, draft: true }),
  );
  const uploads = draft.upload_url.replace(/\{.*\}$/, '');
  for (const file of files) {
    const answer = await fetch(`${uploads}?name=${encodeURIComponent(basename(file))}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${github.token}`,
        'content-type': 'application/octet-stream',
      },
      body: readFileSync(file),
    });
    if (!answer.ok)
      throw new Error(`Unexpected answer ${answer.status} to the upload of ${basename(file)}`);
  }
  await call(github, 'PATCH', `releases/${draft.id}`, { draft: false });
  return draft.html_url;
}
