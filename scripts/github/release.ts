import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { retried } from '../support/retry.ts';
import { call, type GitHub, isNoAnswer, list, send } from './api.ts';

const created = z.object({ id: z.int(), upload_url: z.string(), html_url: z.string() });
const drafts = z.array(z.object({ id: z.int(), tag_name: z.string(), draft: z.boolean() }));
const assets = z.array(
  z.object({ id: z.int(), name: z.string(), state: z.string(), size: z.int() }),
);

type Draft = z.infer<typeof created>;

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
  const draft = await retried(() => draftOf(github, tag, notes), isNoAnswer);
  const uploads = draft.upload_url.replace(/\{.*\}$/, '');
  for (const file of files) {
    await retried(() => upload(github, draft.id, uploads, file), isNoAnswer);
  }
  await call(github, 'PATCH', `releases/${draft.id}`, { draft: false });
  return draft.html_url;
}

/** The draft of a release: the one that is there, as an earlier request may have made it without an answer, or a new one. */
async function draftOf(github: GitHub, tag: string, notes: string): Promise<Draft> {
  const open = drafts.parse(await list(github, 'releases'));
  const old = open.find((release) => release.draft && release.tag_name === tag);
  const content = { tag_name: tag, name: tag, body: notes, draft: true };
  return created.parse(
    old
      ? await call(github, 'PATCH', `releases/${old.id}`, content)
      : await call(github, 'POST', 'releases', content),
  );
}

async function upload(github: GitHub, id: number, uploads: string, file: string): Promise<void> {
  const name = basename(file);
  const content = readFileSync(file);
  const there = assets.parse(await list(github, `releases/${id}/assets`));
  const old = there.find((asset) => asset.name === name);
  if (old?.state === 'uploaded' && old.size === content.length) return;
  if (old) await call(github, 'DELETE', `releases/assets/${old.id}`);
  const answer = await send(`${uploads}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${github.token}`,
      'content-type': 'application/octet-stream',
    },
    body: content,
  });
  if (!answer.ok) throw new Error(`GitHub answered ${answer.status} to the upload of ${name}`);
}
