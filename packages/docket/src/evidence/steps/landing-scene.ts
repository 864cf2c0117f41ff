import type { Tree } from '../../records/history.ts';
import { type Layout, RECORD_KINDS } from '../../records/layout.ts';
import { readTemplate, type TemplateContract } from '../../records/template.ts';
import { type Context, textOf } from '../context.ts';
import type { KnownLanding } from '../landing.ts';
import { fromLanding, namesAtLanding } from '../names.ts';
import { shortId } from '../verdict.ts';
import { type LandedFiles, notRun, type Scene } from './observation.ts';

/** The files of a landing as checks see them. Commands do not run: it is not checked out. */
export function landingScene(context: Context, landing: KnownLanding): Scene {
  const tree = landingTree(context, landing);
  return {
    tree,
    layout: context.corpus.layout,
    template: (path) => templateIn(tree, path, context.corpus.layout),
    landing: landedFiles(context, landing),
    command: (name) =>
      notRun(
        `the command \`${name}\` runs only with \`docket validate --at landing --run-checks\``,
      ),
  };
}

/** A template file of a tree as the contract it sets up. */
export function templateIn(tree: Tree, path: string, layout: Layout): TemplateContract | undefined {
  const text = tree.text(path);
  if (text === undefined) return undefined;
  const kind = RECORD_KINDS.find((candidate) => layout[candidate].template === path) ?? 'adr';
  return readTemplate(kind, text, layout);
}

/** What a landing changed, by the names it gave. */
export function landedFiles(context: Context, landing: KnownLanding): LandedFiles {
  const { changes } = landing.commit;
  const written = changes.filter((change) => change.after !== undefined);
  return {
    kind: 'landed',
    commit: shortId(landing.commit.id),
    written: new Set(written.map(({ path }) => fromLanding(landing, path))),
    changed: changes.map(({ path }) => fromLanding(landing, path)),
    nameThen: (path) => {
      const name = nameThen(context, landing, path);
      return name === undefined ? path : fromLanding(landing, name);
    },
  };
}

function landingTree(context: Context, landing: KnownLanding): Tree {
  const { line, position } = landing;
  const find = (path: string): string | undefined => nameThen(context, landing, path);
  return {
    name: `the landing ${shortId(landing.commit.id)}`,
    locate(path) {
      const name = find(path);
      return name === undefined ? undefined : fromLanding(landing, name);
    },
    text(path) {
      const name = find(path);
      const blob = name === undefined ? undefined : line.objectAt(name, position);
      return blob === undefined ? undefined : textOf(context, blob);
    },
  };
}

/** The name Git knows a file or folder by that stands after the landing; `undefined` where it does not. */
function nameThen(context: Context, landing: KnownLanding, path: string): string | undefined {
  const { line, position } = landing;
  const names = namesAtLanding(context, landing, path.replace(/\/+$/, ''));
  const stands = (name: string) => line.objectAt(name, position) !== undefined;
  return (
    names.find(stands) ??
    names.find((name) =>
      [...line.paths()].some((file) => file.startsWith(`${name}/`) && stands(file)),
    )
  );
}
