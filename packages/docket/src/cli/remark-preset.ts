import type { Root } from 'mdast';
import type { Plugin, Processor } from 'unified';
import type { VFile } from 'vfile';
import { type Finding, messageOf } from '../records/finding.ts';
import { parseMarkdown } from '../records/markdown.ts';
import { rulePage } from '../report/rule-notes.ts';
import { rootFor } from '../session/root.ts';
import { openSession, type Session } from '../session/session.ts';
import { typedPath } from '../session/typed-path.ts';

/** A preset of remark: plugins in the order in which they run. */
export interface RemarkPreset {
  // biome-ignore lint/suspicious/noExplicitAny: the unified of whoever uses the preset knows what a plugin is
  plugins: any[];
}

/**
 * The record rules as a preset for remark-cli and the editors that run remark's language server. A record is judged on
 * the text as it is on the screen, against the records on disk.
 * @param root folder that holds the records; by default the one found from the working directory of each file
 */
export function docketPreset(root?: string): RemarkPreset {
  const screens = new Map<string, Screen>();
  const screenAt = (cwd: string): Screen => {
    const known = screens.get(cwd) ?? new Screen(rootFor(cwd, root).folder);
    screens.set(cwd, known);
    return known;
  };
  const judge: Plugin<[], Root> = () => async (_tree, file) => {
    if (!file.path?.endsWith('.md')) return;
    const screen = screenAt(file.cwd);
    const name = typedPath(screen.root, file.cwd, file.path);
    if (name === undefined) return;
    const { config, findings } = await screen.judge(name, String(file));
    for (const finding of findings) tell(file, finding, config);
  };
  return { plugins: [satteriParser, judge] };
}

/** The preset for the records of the repository that holds each file’s working directory. */
const preset: RemarkPreset = docketPreset();
export default preset;

/** Makes Sätteri the parser, so that other plugins see what the site renders. */
function satteriParser(this: Processor): void {
  this.parser = (text: string): Root => parseMarkdown(text).tree;
}

/** How long, in milliseconds, the records on disk are taken as read while somebody types. */
const FRESH_FOR = 1000;

/** A repository with the text of one of its files as it is on the screen. */
class Screen {
  /** Absolute path. */
  readonly root: string;
  #session: Promise<Session> | undefined;
  #lookedAt = 0;
  #shown: string | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.root = root;
  }

  /** What is found in a file if it holds a text. One file is judged after the other, as each has a text of its own. */
  judge(name: string, text: string): Promise<Pick<Session, 'config'> & { findings: Finding[] }> {
    const next = this.#last.then(() => this.#judge(name, text));
    this.#last = next.catch(() => {});
    return next;
  }

  async #judge(name: string, text: string) {
    // What kept it from being opened may be fixed by the next time.
    this.#session ??= openSession({ root: this.root, runsCode: true });
    const session = await this.#session.catch((error: unknown) => {
      this.#session = undefined;
      throw error;
    });
    const isOld = performance.now() - this.#lookedAt > FRESH_FOR;
    const outdated = isOld ? session.outdated() : [];
    if (isOld) this.#lookedAt = performance.now();
    // A text of another file that was shown before may never have been saved.
    const left = this.#shown === undefined || this.#shown === name ? [] : [this.#shown];
    const stale = [...outdated, ...left];
    if (stale.length > 0) await session.update(stale);
    if (session.textOf(name) !== text) {
      await session.update([], new Map([[name, text]]));
      this.#shown = name;
    } else if (left.length > 0) {
      this.#shown = undefined;
    }
    const { fresh } = await session.findings();
    return { config: session.config, findings: fresh.filter(({ file }) => file === name) };
  }
}

function tell(file: VFile, finding: Finding, config: Session['config']): void {
  const { rule, severity, span, fix } = finding;
  const [, stock] = /^remark-lint:(.*)$/.exec(rule) ?? [];
  const message = file.message(messageOf(finding), {
    place: span,
    ruleId: stock ?? rule,
    source: stock === undefined ? 'docket' : 'remark-lint',
  });
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  message.note = finding.help;
  const page = rulePage(rule, config, process.env);
  if (page !== undefined) message.url = page;
  const [edit, ...others] = fix?.edits ?? [];
  // An editor puts the replacement in the place of the finding, so that no other edit can be offered.
  if (!edit || others.length > 0) return;
  if (edit.span.start.offset !== span.start.offset || edit.span.end.offset !== span.end.offset) {
    return;
  }
  message.expected = [edit.text];
}
