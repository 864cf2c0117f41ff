import path from 'node:path';
import { hasConfigCode } from '../../io/config.ts';
import { readOwnRepository } from '../../io/own-repository.ts';
import { namesAt, Reader } from '../../io/reader.ts';
import { type Draft, NOTHING } from '../../records/authoring/setup/draft.ts';
import { editorDraft } from '../../records/authoring/setup/editor-files.ts';
import { listsDocket, scriptsDraft } from '../../records/authoring/setup/package-scripts.ts';
import { WORKFLOW_FOLDER, workflowDraft } from '../../records/authoring/setup/workflow.ts';
import { updatedBaseline } from '../baseline.ts';
import { VERSION } from '../version.ts';
import type { Setup } from './setup.ts';

/** What can be added to a repository beside its records. */
export const ADDITIONS = ['workflow', 'scripts', 'editor', 'baseline'] as const;

/** One of the things that can be added. */
export type Addition = (typeof ADDITIONS)[number];

/** What adding something would write. */
export interface Offer {
  readonly draft: Draft;
  /** Whether the repository shows that it is of use there. */
  readonly isUsual: boolean;
}

/** Why something cannot be added, and what would help. */
export interface Lack {
  readonly lack: string;
  readonly help: string;
}

/** What adding something would write, or why that cannot be. */
export async function offerOf(addition: Addition, setup: Setup): Promise<Offer | Lack> {
  switch (addition) {
    case 'workflow':
      return workflow(setup);
    case 'scripts':
      return setup.package
        ? { draft: scriptsDraft(setup.package, VERSION), isUsual: true }
        : { lack: 'There is no package.json', help: 'run `npm init`, or leave the scripts out' };
    case 'editor':
      return listsDocket(setup.package)
        ? { draft: editorDraft(setup.textOf), isUsual: new Reader(setup.root).exists('.vscode') }
        : {
            lack: 'An editor runs the installed package, which package.json does not list',
            help: 'run `npm install --save-dev docket` first',
          };
    case 'baseline':
      return baseline(setup);
  }
}

async function workflow({ place, root, package: file }: Setup): Promise<Offer | Lack> {
  if (!place) return { lack: `${root} is in no Git repository`, help: 'run `git init` first' };
  const { top, folder } = place;
  const reader = new Reader(top);
  const files = namesAt(path.join(top, WORKFLOW_FOLDER)).filter((name) => /\.ya?ml$/.test(name));
  const workflows = new Map(
    files.flatMap((name) => {
      const file = reader.text(`${WORKFLOW_FOLDER}/${name}`);
      return file.kind === 'text' ? [[file.path, file.text] as const] : [];
    }),
  );
  const { remotes } = await readOwnRepository(root, { offline: true });
  return {
    draft: workflowDraft({
      workflows,
      version: VERSION,
      folder,
      hasCode: hasConfigCode(root),
      isListed: listsDocket(file),
      hasNpmLock: ['package-lock.json', 'npm-shrinkwrap.json'].some((name) =>
        new Reader(root).exists(name),
      ),
    }),
    isUsual: reader.exists('.github') || remotes.some((url) => /\bgithub\.com[/:]/.test(url)),
  };
}

async function baseline({ session }: Setup): Promise<Offer> {
  const findings = await session?.findings();
  if (!findings || findings.baseline.text !== undefined) return { draft: NOTHING, isUsual: false };
  const { change, kept, left } = updatedBaseline(findings);
  const stay = {
    words: `${left} ${left === 1 ? 'finding' : 'findings'} of security rules, which no baseline covers`,
  };
  return {
    draft: { changes: kept > 0 ? [change] : [], left: kept > 0 && left > 0 ? [stay] : [] },
    isUsual: findings.fresh.some(({ severity }) => severity !== 'info'),
  };
}
