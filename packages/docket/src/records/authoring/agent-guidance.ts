/*
 * What agents are told to do, step by step: in the prompts of the server, and in the skill that a repository keeps.
 * Names in backticks are tools of the server or commands.
 */

/** Before work is planned. */
export const BEFORE_YOU_PLAN: readonly string[] = [
  'Ask `search_decisions` for the topics of the work, in several wordings.',
  'Ask `decisions_for_files` for the files that you expect to change, all at once.',
  'Read with `get_decision` each decision in force that has to do with it, and what supersedes or amends it.',
  'Ask `open_questions`; if one of them touches the work, tell the person before you go on.',
  'Write the plan. For each step that a decision shapes, name the decision. Where the work needs something that a decision forbids, or that nothing has decided, say so and ask; do not decide it alone.',
];

/** To write a decision that a person can accept or reject. */
export const DRAFT_A_DECISION: readonly string[] = [
  'Ask `search_decisions` with `include` set to `all`: it may be decided or rejected already. If so, say so and stop.',
  'Make the file with `docket new adr "TITLE"`, so that number, name and template are right.',
  'State the context as facts. Give at least two options that could really be taken, each with what speaks for and against it.',
  'Write what is decided so that it can be checked, and its consequences, the bad ones too.',
  'Leave the status `Proposed`: only a person accepts a decision. List what you decided alone under the section for agent decisions.',
  'Ask `check_draft` until it finds nothing.',
];

/** To record what carrying out a specification did. */
export const RECORD_PROVENANCE: readonly string[] = [
  'Ask `trace` for the specification: its validation steps are what has to be answered.',
  'Make the record with `docket new provenance` and the number of the specification.',
  'List every file that was created, changed, renamed or deleted, and no other. Claim nothing that Git does not show.',
  'Give each validation step the result that you saw. A step that was not run is `Not run`, with the reason.',
  'List each choice that you made alone, with its reason, and each departure from the specification.',
  'Ask `check_draft` until it finds nothing, and commit the record together with the work.',
];

/** Steps as a numbered list. */
export function numbered(steps: readonly string[]): string {
  return steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
}
