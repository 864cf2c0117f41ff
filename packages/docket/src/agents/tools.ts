import type { Tool } from './tool.ts';
import { changesSince } from './tools/changes-since.ts';
import { checkDraft } from './tools/check-draft.ts';
import { decisionsForFilesTool } from './tools/decisions-for-files.ts';
import { getDecision } from './tools/get-decision.ts';
import { openQuestions } from './tools/open-questions.ts';
import { searchDecisions } from './tools/search-decisions.ts';
import { trace } from './tools/trace.ts';
import { whyLine } from './tools/why-line.ts';

/** Every question that agents may ask, in the order in which they are told of them. */
export const TOOLS: readonly Tool[] = [
  searchDecisions,
  getDecision,
  decisionsForFilesTool,
  whyLine,
  trace,
  openQuestions,
  checkDraft,
  changesSince,
];
