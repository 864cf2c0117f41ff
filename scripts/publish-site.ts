import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { publish } from './publish/branch.ts';
import { messageOf } from './support/text.ts';

const usage = `Usage: pnpm publish:site --at PATH [--folder DIR] [--remote REPOSITORY] [--branch NAME]
       pnpm publish:site --at PATH --remove [--remote REPOSITORY] [--branch NAME]

Publishes a built site to a branch that a static host serves, or removes it. Everything else on the branch stays as it is.

Options:
  --at PATH            Where on the branch, such as previews/pr-42; / for the site itself, which keeps the previews
  --folder DIR         The built site (default: dist)
  --remove             Remove what is there
  --remote REPOSITORY  Address or path of the repository (default: origin)
  --branch NAME        The branch (default: gh-pages)

PUBLISH_TOKEN may hold a token with the right to push to a repository over HTTPS.`;

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        at: { type: 'string' },
        folder: { type: 'string', default: 'dist' },
        remove: { type: 'boolean', default: false },
        remote: { type: 'string', default: 'origin' },
        branch: { type: 'string', default: 'gh-pages' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const at = placeOf(values.at);
    if (values.remove && at === '') {
      throw new Error(
        '`--remove` cannot remove the site itself; give a place such as `previews/pr-42`',
      );
    }
    const token = process.env['PUBLISH_TOKEN'] || undefined;
    const branch = { remote: addressOf(values.remote), name: values.branch, token };
    const changed = await publish(
      branch,
      values.remove ? { kind: 'remove', at } : { kind: 'put', folder: values.folder, at },
    );
    const where = `${branch.name}:/${at}`;
    process.stdout.write(
      changed
        ? `${values.remove ? 'Removed' : 'Published'} ${where}\n`
        : `Nothing to change at ${where}\n`,
    );
    return 0;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 2;
  }
}

/** The address behind the name of a remote of this repository; anything else is an address by itself. */
function addressOf(remote: string): string {
  if (!/^[\w-]+$/.test(remote)) return remote;
  const answer = spawnSync('git', ['remote', 'get-url', '--push', remote], { encoding: 'utf8' });
  if (answer.status === 0) return answer.stdout.trim();
  throw new Error(`\`${remote}\` is neither a remote of this repository nor an address`);
}

function placeOf(at: string | undefined): string {
  if (at === undefined || at === '') throw new Error(`No place given with \`--at\`\n\n${usage}`);
  return at.replace(/^\/+|\/+$/g, '');
}
