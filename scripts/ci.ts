import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildJavaScript } from '../packages/docket/build/javascript.ts';
import { githubOf, required } from './github/api.ts';
import { brokenLinks, settleLinks } from './github/links.ts';
import { publishPreview, removePreview } from './github/preview.ts';
import { createRelease } from './github/release.ts';
import { externalLinks } from './lint/links.ts';
import { ensureLychee } from './lychee.ts';
import { ensureNginx } from './nginx.ts';
import { allLicences, licencesDocument, readLicences, unfitLicences } from './release/licences.ts';
import { mermaidLicences } from './release/mermaid-licences.ts';
import {
  nameRepository,
  releasedPackages,
  releasedVersion,
  releaseNotes,
} from './release/packages.ts';
import { nodeTool } from './support/node-tool.ts';
import { pnpm } from './support/pnpm.ts';
import { type Command, describeEnd, run, succeeded } from './support/process.ts';
import { cacheFolder, root } from './support/root.ts';
import { messageOf } from './support/text.ts';

// The steps of the workflows: each is a script of package.json, `ci:NAME`, and runs anywhere.

const preview = `${cacheFolder}/preview`;
const release = `${cacheFolder}/release`;
const linkReport = `${cacheFolder}/reports/links.json`;
const bin = 'packages/docket/src/cli/bin.ts';
const print = (line: string) => process.stdout.write(`${line}\n`);
const env = process.env;

const steps: Readonly<Record<string, () => Promise<void>>> = {
  /** Programs that are no packages. */
  async tools() {
    print(await ensureNginx(print));
  },

  /** The records judged for code scanning; findings are no failure of this step. */
  async sarif() {
    const outcome = await run(
      { file: process.execPath, args: [bin, 'lint', '--format', 'sarif'] },
      { capture: true },
    );
    if (outcome.kind !== 'exited' || outcome.code > 1) {
      throw new Error(`\`docket lint\` ${describeEnd(outcome)}\n${outcome.output}`);
    }
    mkdirSync(`${cacheFolder}/reports`, { recursive: true });
    writeFileSync(`${cacheFolder}/reports/records.sarif`, outcome.output);
  },

  /** Site, changes and number of a pull request, in one folder. */
  async preview() {
    const number = required(env, 'DOCKET_PREVIEW_PR');
    const base = required(env, 'DOCKET_PREVIEW_BASE');
    rmSync(preview, { recursive: true, force: true });
    mkdirSync(preview, { recursive: true });
    await must(nodeTool('astro', 'astro', ['build']));
    cpSync(`${root}/${env['DOCKET_OUT_DIR'] || 'dist'}`, `${preview}/site`, { recursive: true });
    const records = env['DOCKET_ROOT'] ? ['--root', env['DOCKET_ROOT']] : [];
    const summary = await run(
      { file: process.execPath, args: [bin, 'diff', base, '--format', 'json', ...records] },
      { capture: true },
    );
    if (!succeeded(summary)) throw new Error(summary.output);
    writeFileSync(`${preview}/changes.json`, summary.output);
    writeFileSync(`${preview}/number`, `${number}\n`);
  },

  /** What `preview` built, which is data to this step and nothing more. */
  async 'publish-preview'() {
    print(
      await publishPreview(githubOf(env), branch(), {
        artifact: preview,
        commit: required(env, 'PREVIEW_COMMIT'),
        address: required(env, 'PAGES_URL').replace(/\/+$/, ''),
      }),
    );
  },

  /** Takes away the preview of a pull request that was closed. */
  async 'remove-preview'() {
    print(await removePreview(githubOf(env), branch(), required(env, 'PREVIEW_NUMBER')));
  },

  /** Every licence of what is shipped, of which none may be unknown to us. */
  async licences() {
    await writeLicences(`${cacheFolder}/reports`);
  },

  /** Everything of a release but its publication: the packages, what they contain, and under which licences. */
  async release() {
    const packages = releasedPackages();
    const version = releasedVersion(packages);
    const tag = env['GITHUB_REF_NAME'] || `v${version}`;
    if (tag !== `v${version}`) {
      throw new Error(`The tag is ${tag}, and the packages have the version ${version}`);
    }
    rmSync(release, { recursive: true, force: true });
    mkdirSync(release, { recursive: true });
    writeFileSync(`${release}/notes.md`, releaseNotes(packages, version));
    await writeLicences(release);
    await must(
      pnpm('sbom', '--prod', '--sbom-format', 'cyclonedx', '--out', `${release}/sbom.cdx.json`),
    );
    for (const one of packages) {
      if (env['GITHUB_REPOSITORY']) nameRepository(one, repositoryAddress());
      await must(pnpm('--filter', one.name, 'pack', '--pack-destination', release));
    }
  },

  /** What `release` made: on the registry with its provenance, and on GitHub. Goes on where it was broken off. */
  async 'publish-release'() {
    const files = readdirSync(release).map((name) => `${release}/${name}`);
    for (const { name, version } of releasedPackages()) {
      const there = await run(pnpm('view', `${name}@${version}`, 'version'), { capture: true });
      if (succeeded(there) && there.output.includes(version)) continue;
      const tarball = `${release}/${name}-${version}.tgz`;
      const how = ['--provenance', '--access', 'public', '--no-git-checks'];
      await must(pnpm('publish', tarball, ...how));
    }
    print(
      await createRelease(githubOf(env), {
        tag: required(env, 'GITHUB_REF_NAME'),
        notes: readFileSync(`${release}/notes.md`, 'utf8'),
        files: files.filter((file) => !file.endsWith('notes.md')),
      }),
    );
  },

  /** Every link of the sources that leads to another host. */
  async links() {
    mkdirSync(`${cacheFolder}/reports`, { recursive: true });
    const lychee = await ensureLychee(print);
    const outcome = await run(externalLinks(lychee, linkReport), { capture: false });
    // Broken links are what the next step tells of.
    if (outcome.kind !== 'exited' || ![0, 2].includes(outcome.code)) {
      throw new Error(`lychee ${describeEnd(outcome)}`);
    }
  },

  /** The issue about what `links` found. */
  async 'report-links'() {
    print(await settleLinks(githubOf(env), brokenLinks(readFileSync(linkReport, 'utf8'))));
  },
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = '', ...rest]: readonly string[]): Promise<number> {
  const step = Object.hasOwn(steps, name) && rest.length === 0 ? steps[name] : undefined;
  if (!step) {
    process.stderr.write(
      `There is no step \`${name}\`; choose one of ${Object.keys(steps).join(', ')}\n`,
    );
    return 2;
  }
  try {
    await step();
    return 0;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  }
}

async function writeLicences(folder: string): Promise<void> {
  const listed = await run(pnpm('licenses', 'list', '--prod', '--json'), { capture: true });
  if (!succeeded(listed)) throw new Error(listed.output);
  const installed = readLicences(listed.output.slice(listed.output.indexOf('{')));
  const bundled = await buildJavaScript(`${cacheFolder}/licences-docket`);
  const packages = allLicences(installed, bundled, mermaidLicences());
  const unfit = unfitLicences(packages);
  if (unfit.length > 0) {
    const lines = unfit.map(({ name, version, licence }) => `  ${name}@${version}: ${licence}`);
    throw new Error(
      `These licences are not among those that scripts/release/licences.ts allows\n${lines.join('\n')}`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/licences.md`, licencesDocument(packages));
  print(`${packages.length} packages, every licence allowed`);
}

function repositoryAddress(): string {
  return `${required(env, 'GITHUB_SERVER_URL')}/${required(env, 'GITHUB_REPOSITORY')}`;
}

function branch() {
  const remote = env['PUBLISH_REMOTE'] || `${repositoryAddress()}.git`;
  return { remote, name: 'gh-pages', token: required(env, 'GITHUB_TOKEN') };
}

async function must(command: Command): Promise<void> {
  const outcome = await run(command, { capture: false });
  if (!succeeded(outcome)) throw new Error(`\`${command.args[0]}\` ${describeEnd(outcome)}`);
}
