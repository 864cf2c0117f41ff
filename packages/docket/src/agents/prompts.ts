import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

/** Adds the texts that a person may give to an agent: each says which questions to ask, and when to stop. */
export function addPrompts(server: McpServer): void {
  server.registerPrompt(
    'before-you-plan',
    {
      title: 'Before you plan',
      description: 'Find the decisions that bind a piece of work before it is planned',
      argsSchema: z.object({ task: words('What is to be done') }),
    },
    ({ task }) =>
      told(`You are about to plan this piece of work, which the person describes between the lines:

---
${task}
---

1. Ask \`search_decisions\` for the topics of the work, in several wordings.
2. Ask \`decisions_for_files\` for the files that you expect to change, all at once.
3. Read with \`get_decision\` each decision in force that has to do with it, and what supersedes or amends it.
4. Ask \`open_questions\`; if one of them touches the work, tell the person before you go on.
5. Write the plan. For each step that a decision shapes, name the decision. Where the work needs something that a decision forbids, or that nothing has decided, say so and ask; do not decide it alone.`),
  );
  server.registerPrompt(
    'draft-a-decision',
    {
      title: 'Draft a decision',
      description: 'Write a decision record that a person can accept or reject',
      argsSchema: z.object({ topic: words('What is to be decided') }),
    },
    ({ topic }) =>
      told(`Draft an architecture decision record about the topic between the lines:

---
${topic}
---

1. Ask \`search_decisions\` with \`include\` set to \`all\`: it may be decided or rejected already. If so, say so and stop.
2. Make the file with \`docket new adr "TITLE"\`, so that number, name and template are right.
3. State the context as facts. Give at least two options that could really be taken, each with what speaks for and against it.
4. Write what is decided so that it can be checked, and its consequences, the bad ones too.
5. Leave the status \`Proposed\`: only a person accepts a decision. List what you decided alone under the section for agent decisions.
6. Ask \`check_draft\` until it finds nothing.`),
  );
  server.registerPrompt(
    'record-provenance',
    {
      title: 'Record provenance',
      description: 'Record what carrying out a specification did, so that Git can confirm it',
      argsSchema: z.object({ spec: words('Number of the specification') }),
    },
    ({ spec }) =>
      told(`Record what you did for the specification named between the lines:

---
${spec}
---

1. Ask \`trace\` for the specification: its validation steps are what has to be answered.
2. Make the record with \`docket new provenance\` and the number of the specification.
3. List every file that was created, changed, renamed or deleted, and no other. Claim nothing that Git does not show.
4. Give each validation step the result that you saw. A step that was not run is \`Not run\`, with the reason.
5. List each choice that you made alone, with its reason, and each departure from the specification.
6. Ask \`check_draft\` until it finds nothing, and commit the record together with the work.`),
  );
}

const words = (description: string) => z.string().min(1).max(4000).meta({ description });

function told(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] };
}
