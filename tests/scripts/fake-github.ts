import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { githubOf } from '../../scripts/github/api.ts';

export type Body = Record<string, unknown>;

/** A host that answers as GitHub's API does for one repository, and keeps what it is told. */
export async function fakeGitHub(state: {
  readonly pull?: { number: number; state: string; head: { sha: string } };
  readonly issues?: Body[];
  /** Requests, such as `POST issues`, whose first answer does not arrive, although they are carried out. */
  readonly hangsUp?: string[];
}) {
  const comments: Body[] = [];
  const releases: Body[] = [];
  const uploads: { name: string; draft: unknown; text: string }[] = [];
  const issues: Body[] = state.issues ?? [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      const file = /^\/uploads\?name=(.*)$/.exec(request.url ?? '')?.[1];
      if (file) uploads.push({ name: file, draft: releases[0]?.['draft'], text });
      const body = text === '' || file ? {} : JSON.parse(text);
      const answer = file ? {} : reply(request.method ?? '', request.url ?? '', body);
      const name = `${request.method} ${(request.url ?? '').replace('/repos/acme/shop/', '').replace(/\?.*/, '')}`;
      const lost = (state.hangsUp ?? []).indexOf(name);
      if (lost >= 0) {
        state.hangsUp?.splice(lost, 1);
        request.socket.destroy();
        return;
      }
      const allowed = request.headers.authorization === 'Bearer secret';
      response.writeHead(!allowed ? 401 : answer === undefined ? 404 : 200);
      response.end(JSON.stringify(answer ?? {}));
    });
  });
  function reply(method: string, url: string, body: Body): unknown {
    const call = `${method} ${url.replace('/repos/acme/shop/', '').replace(/\?.*/, '')}`;
    const [, kind, id] = /^\w+ (issues(?:\/comments)?)\/(\d+)$/.exec(call) ?? [];
    const entries = kind === 'issues' ? issues : comments;
    const entry = entries.find((one) => one['id'] === Number(id) || one['number'] === Number(id));
    if (method === 'PATCH' && entry) return Object.assign(entry, body);
    if (call === `GET pulls/${state.pull?.number}`) return state.pull;
    if (/^GET issues\/\d+\/comments$/.test(call)) return comments;
    if (call === 'GET releases') return releases;
    if (call === 'GET releases/1/assets') {
      return uploads.map(({ name, text }, id) => ({
        id,
        name,
        state: 'uploaded',
        size: text.length,
      }));
    }
    if (call === 'GET issues') return issues.filter((issue) => issue['state'] === 'open');
    if (call === 'POST releases') {
      const upload_url = `http://127.0.0.1:${port()}/uploads{?name,label}`;
      releases.push({ id: 1, upload_url, html_url: 'https://github.example/v1', ...body });
      return releases[0];
    }
    if (call === 'PATCH releases/1') return Object.assign(releases[0] ?? {}, body);
    const created = { id: comments.length + 1, user: { type: 'Bot' }, ...body };
    if (/^POST issues\/\d+\/comments$/.test(call)) return comments.push(created) && created;
    const opened = { number: issues.length + 1, state: 'open', ...body };
    if (call === 'POST issues') return issues.push(opened) && opened;
    return undefined;
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  function port(): number {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }
  const github = githubOf({
    GITHUB_API_URL: `http://127.0.0.1:${port()}`,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_TOKEN: 'secret',
  });
  return { github, comments, issues, releases, uploads };
}
