import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import {
  BEFORE_YOU_PLAN,
  DRAFT_A_DECISION,
  numbered,
  RECORD_PROVENANCE,
} from '../records/authoring/agent-guidance.ts';

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

${numbered(BEFORE_YOU_PLAN)}`),
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

${numbered(DRAFT_A_DECISION)}`),
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

${numbered(RECORD_PROVENANCE)}`),
  );
}

const words = (description: string) => z.string().min(1).max(4000).meta({ description });

function told(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] };
}
