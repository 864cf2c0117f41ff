import type { Root } from 'mdast';
import type { Pluggable, Plugin } from 'unified';
import type { VFile } from 'vfile';
import type { Finding } from '../records/finding.ts';
import { obeyComments } from './disable.ts';
import { judgeRecord } from './judge.ts';
import { docketPlugins, type FindRecord } from './remark.ts';

/** What editors are told besides the findings. */
export interface EditorOptions {
  /** Address of a rule's page; `undefined` where it is not known. */
  readonly pageOf?: (rule: string) => string | undefined;
  /** Leaves out what the default branch lets stand; by default nothing. */
  readonly waive?: (file: VFile, findings: readonly Finding[]) => Promise<readonly Finding[]>;
}

type VFileMessage = VFile['messages'][number];

/**
 * The plugins for editors and remark-cli: every rule as a remark-lint plugin, and what a message of remark-lint cannot
 * know by itself: the severity that the configuration gives, disable comments, the page of the rule, and the
 * replacement an editor may offer.
 */
export function editorPlugins(find: FindRecord, options: EditorOptions = {}): Pluggable[] {
  const finish: Plugin<[], Root> = () => async (_tree, file) => finishMessages(file, options);
  return [...docketPlugins(find), finish];
}

async function finishMessages(file: VFile, options: EditorOptions): Promise<void> {
  const { pageOf = () => undefined, waive = async (_, findings) => findings } = options;
  const known = file.data.docket;
  if (!known) return;
  const { record, corpus } = known;
  const judged = judgeRecord(record, corpus, known.options);
  const findings = await waive(file, obeyComments(record, judged, true).findings);
  const waiting = new Map(findings.map((finding) => [keyOfFinding(finding), finding]));
  const kept = file.messages.filter((message) => {
    if (message.source !== 'docket') return true;
    const finding = waiting.get(keyOfMessage(message));
    waiting.delete(keyOfMessage(message));
    if (finding) tell(message, finding, pageOf);
    return finding !== undefined;
  });
  file.messages.splice(0, file.messages.length, ...kept);
  // What disable comments get wrong is no rule of its own, so that no plugin has told it.
  for (const finding of waiting.values()) {
    const { span: place, rule: ruleId } = finding;
    tell(file.message(finding.message, { place, ruleId, source: 'docket' }), finding, pageOf);
  }
}

function tell(
  message: VFileMessage,
  { severity, help, fix, span, rule }: Finding,
  pageOf: NonNullable<EditorOptions['pageOf']>,
): void {
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  message.note = help;
  const page = pageOf(rule);
  if (page !== undefined) message.url = page;
  const [edit, ...others] = fix?.edits ?? [];
  // An editor puts the replacement in the place of the finding, so that no other edit can be offered.
  if (!edit || others.length > 0) return;
  if (edit.span.start.offset !== span.start.offset || edit.span.end.offset !== span.end.offset) {
    return;
  }
  message.expected = [edit.text];
}

function keyOfFinding({ rule, span, message }: Finding): string {
  return [rule, span.start.offset, span.end.offset, message].join('\0');
}

function keyOfMessage({ ruleId, place, reason }: VFileMessage): string {
  const [start, end] = place && 'start' in place ? [place.start, place.end] : [place, place];
  return [ruleId, start?.offset, end?.offset, reason].join('\0');
}
