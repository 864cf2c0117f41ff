import { folderPrefix } from '../../layout.ts';
import { saving } from '../change.ts';
import type { Draft, TextOf } from './draft.ts';

/**
 * A log that begins: a template, unless there is one, and the decision to keep a log.
 * @param folder of the log, relative to the root
 * @param date the day it is, as YYYY-MM-DD
 * @see https://adr.github.io/madr/ for the form, of which this is the shortest that says why
 */
export function logDraft(folder: string, date: string, textOf: TextOf): Draft {
  const path = (name: string) => `${folderPrefix(folder)}${name}`;
  const files = [
    [path('template.md'), TEMPLATE],
    [path('adr-001-record-architecture-decisions.md'), firstRecord(date)],
  ] as const;
  const missing = files.filter(([file]) => textOf(file) === undefined);
  return { changes: missing.map(([file, text]) => saving(file, undefined, text)), left: [] };
}

const TEMPLATE = `---
status: proposed
date: YYYY-MM-DD
---

# {Short title that names the decision}

## Context and Problem Statement

{What is true today, and which question has to be answered?}

## Considered Options

- {Option}
- {Another option}

## Decision Outcome

Chosen option: "{Option}", because {what it does better than the others}.

### Consequences

- Good, because {what gets better}
- Bad, because {what it costs}
`;

const OPTION = 'One Markdown file for each decision, in this repository';

function firstRecord(date: string): string {
  return `---
status: accepted
date: ${date}
---

# ADR-001: Record architecture decisions

## Context and Problem Statement

Decisions about the architecture are taken in meetings, chats and reviews. Later, nobody can tell why one was taken, or whether it still holds. Where are decisions written down?

## Considered Options

- ${OPTION}
- A wiki beside the repository
- Nowhere

## Decision Outcome

Chosen option: "${OPTION}", because a record is then reviewed, versioned and found with the code it is about.

### Consequences

- Good, because everybody who works on the code can read why it is as it is
- Bad, because somebody has to write each decision down
`;
}
