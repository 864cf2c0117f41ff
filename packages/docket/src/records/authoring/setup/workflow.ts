import { saving } from '../change.ts';
import { type Draft, type LeftToDo, LINTS, NOTHING } from './draft.ts';

/** Where GitHub looks for workflows, from the top of a repository. */
export const WORKFLOW_FOLDER = '.github/workflows';

const FILE = `${WORKFLOW_FOLDER}/decisions.yml`;

/** What a workflow is written for. */
export interface WorkflowInput {
  /** Workflows that are there, by path from the top of the repository. */
  readonly workflows: ReadonlyMap<string, string>;
  readonly version: string;
  /** The root from the top of the repository; empty where it is that. */
  readonly folder: string;
  /** Whether `docket.config.ts` is to be run, which may import packages. */
  readonly hasCode: boolean;
  /** Whether `package.json` of the root lists Docket: then the version it installs lints, not one that npx fetches. */
  readonly isListed: boolean;
  /** Whether npm has written down what it installs, so that `npm ci` can install the same. */
  readonly hasNpmLock: boolean;
}

/** A workflow of GitHub that lints the records of each pull request and marks the lines of what it finds. */
export function workflowDraft(input: WorkflowInput): Draft {
  const { workflows, folder, hasCode, isListed, hasNpmLock } = input;
  if ([...workflows.values()].some((text) => LINTS.test(text))) return NOTHING;
  const text = workflowText(input);
  const why = isListed
    ? 'package.json says which version of Docket is installed'
    : 'docket.config.ts may import packages';
  const step = `add a step to ${FILE} that installs the packages, before the one that lints`;
  const isInstalled = isListed && hasNpmLock;
  const packages: readonly LeftToDo[] =
    (isListed || hasCode) && !isInstalled ? [{ words: `${why}: ${step}` }] : [];
  if (workflows.has(FILE)) {
    return byHand(`${FILE} exists and does something else; to lint there, add this`, text);
  }
  if (folder !== '') {
    return byHand(
      `GitHub reads workflows only at the top of the repository, outside ${folder}; add ${FILE} there`,
      text,
    );
  }
  return { changes: [saving(FILE, undefined, text)], left: packages };
}

function byHand(words: string, text: string): Draft {
  return { changes: [], left: [{ words, lines: text.trimEnd().split('\n') }] };
}

function workflowText({ version, folder, isListed, hasNpmLock }: WorkflowInput): string {
  const where = folder === '' ? '' : `\n        working-directory: ${JSON.stringify(folder)}`;
  const docket = isListed ? 'npx docket' : `npx --yes docket@${version}`;
  const commands = [
    ...(isListed && hasNpmLock ? ['npm ci'] : []),
    `${docket} lint --format github`,
  ];
  return `name: Decisions

on: pull_request

permissions:
  contents: read

jobs:
  lint:
    name: Lint the decision records
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: actions/setup-node@v5
        with:
          node-version: 24
${commands.map((command) => `      - run: ${command}${where}\n`).join('')}`;
}
