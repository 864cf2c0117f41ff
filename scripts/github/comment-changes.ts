import { readFileSync } from 'node:fs';
import { githubOf, required } from './api.ts';
import { settleComment } from './sticky-comment.ts';

/*
 * Puts what a pull request changes in the decisions into its comment, as a step of `action.yml`. `CHANGES` is a file
 * with what `docket diff --format markdown` writes, `NUMBER` the pull request. Node runs it as it stands, so it imports
 * no package.
 */

const text = readFileSync(required(process.env, 'CHANGES'), 'utf8');
await settleComment(githubOf(process.env), {
  number: Number(required(process.env, 'NUMBER')),
  mark: '<!-- docket-changes -->',
  text,
  mayCreate: !/^### [^\n]*\n\nNo change to the records/.test(text),
});
