/*
 * A small repository in which every rule is content. The examples of the rules are changes to it, and so are the
 * fixture repositories of the tests.
 */

/** Path of the decision that was replaced. */
export const OLD_ADR = 'docs/adr/adr-001-keep-sessions-in-memory.md';
/** Path of the decision in force. */
export const NEW_ADR = 'docs/adr/adr-002-keep-sessions-in-redis.md';
/** Path of the specification that ordered it. */
export const SPEC = '.sdd/specification/spec-0001-session-store.md';
/** Path of the record of how the specification was carried out. */
export const PROVENANCE = '.sdd/provenance/spec-0001-session-store.provenance.md';

const ADR_TEMPLATE_TEXT = `---
title: "ADR-NNN: {Short title}"
description: "{One sentence: the outcome}"
status: Proposed
date: YYYY-MM-DD
decision-makers: [Team]
prompted-by: "{What made the decision necessary}"
tags: []
---

## Context

<!-- What is true today, and what hurts if nothing is decided. -->

{Context and problem}

## Decision Drivers

- **{Driver}:** {why it counts}

## Options Considered

### Option A: {name}

**Pros:**

- {advantage}

**Cons:**

- {drawback}

### Option B: {name} (chosen)

**Pros:**

- {advantage}

**Cons:**

- {drawback}

## Decision

{The decision}

## Consequences

### Positive

- {benefit}

### Negative

- {cost}

### Risks

- **{Risk}:** {what could happen}. Mitigation: {what is done about it}.

## Agent Decisions

| Decision | Rationale | Acceptable |
| --- | --- | --- |
| {decision} | {why} | {Yes, No or Review} |

## References

- [{Source}]({address})
`;

const SPEC_TEMPLATE_TEXT = `---
title: "Spec NNNN: {What this orders}"
---

## Task

1. {First step}

## Metadata

<!-- docket: optional -->

- **Status:** {Proposed or Accepted}

## Provenance Record

<!-- docket: optional -->
<!-- docket: free sections -->

{What to record}

## Validation steps

1. {Statement to check}
`;

const PROVENANCE_TEMPLATE_TEXT = `# Provenance: Spec NNNN — {title}

**Spec:** \`.sdd/specification/spec-NNNN-slug.md\`
**Executed:** {timestamp with time zone}
**Agent:** {who carried out the work}

## Actions Taken

1. {Action}

## Decisions Made

| Decision | Options Considered | Chosen | Rationale |
| --- | --- | --- | --- |
| {decision} | {options} | {choice} | {why} |

## Deviations from Spec

{Deviations}

## Artifacts Produced

| File | Status |
| --- | --- |
| \`{path}\` | {Created, Modified, Deleted or Renamed} |

## Validation Results

| # | Step | Result | Details |
| --- | --- | --- | --- |
| 1 | {step} | {result} | {what was seen} |
`;

const OLD_ADR_TEXT = `---
title: "ADR-001: Keep Sessions in Memory"
description: "Each web server keeps the sessions of its own visitors in memory."
status: Superseded
date: 2026-01-12
decision-makers: [Team]
prompted-by: "The shop needs a basket that survives a click."
tags: [sessions]
superseded-by: [ADR-002]
---

## Context

One server answers every request.

## Decision Drivers

- **Effort:** the shop opens in two weeks.

## Options Considered

### Option A: Memory of the server (chosen)

**Pros:**

- Nothing to run.

**Cons:**

- A restart forgets every basket.

### Option B: PostgreSQL

**Pros:**

- Sessions survive.

**Cons:**

- A write for every click.

## Decision

Option A: sessions live in the memory of the server.

## Consequences

### Positive

- No new part.

### Negative

- One server only.

### Risks

- **Restart:** baskets are lost. Mitigation: deploy at night.

## Agent Decisions

| Decision | Rationale | Acceptable |
| --- | --- | --- |
| No agent implementation decisions recorded | Not applicable | Yes |

## References

- [Session handling](https://example.com/sessions)
`;

const NEW_ADR_TEXT = `---
title: "ADR-002: Keep Sessions in Redis"
description: "Sessions live in one Redis instance that both web servers share."
status: Accepted
date: 2026-02-03
decision-makers: [Team, Agent]
prompted-by: "A second web server makes sessions in memory useless."
tags: [sessions, redis]
supersedes: [ADR-001]
spec: SPEC-0001
---

## Context

[ADR-001](adr-001-keep-sessions-in-memory.md) fits one server; there are two now.

### What was tried

Sticky routing fails when a server restarts.

## Decision Drivers

- **Restart:** a basket outlives a server.
- **Speed:** a session is read in 5 ms.

## Options Considered

### Option A: PostgreSQL

Sessions become rows of a table.

**Pros:**

- Already running.

**Cons:**

- A write for every click.

### Option B: Redis (chosen)

Sessions become keys that expire.

**Pros:**

- Fast, and keys expire by themselves.

**Cons:**

- One more part to run.

## Decision

Option B: one Redis instance holds every session for 24 hours.

## Consequences

### Positive

- Either server answers any request.

### Negative

- 50 MB of memory more.

### Risks

- **Redis stops:** nobody can log in. Mitigation: it restarts within 10 seconds.

## Agent Decisions

| Decision | Rationale | Acceptable |
| --- | --- | --- |
| Key prefix \`session:\` | Readable in the Redis console | Yes |

## References

- [Spec 0001](../../.sdd/specification/spec-0001-session-store.md#validation-steps)
- [What was tried](#what-was-tried)
- [Redis documentation](https://redis.io/docs/)
`;

const SPEC_TEXT = `---
title: "Spec 0001: Write ADR-002"
status: Accepted
date: 2026-02-02
---

## Task

1. Write the decision record.

## Metadata

- **Status:** Accepted
- **Date:** 2026-02-02

## Why now

The second server starts next week.

## Validation steps

1. The record exists.
2. Both options have pros and cons.
`;

const PROVENANCE_TEXT = `# Provenance: Spec 0001 — Write ADR-002

**Spec:** \`.sdd/specification/spec-0001-session-store.md\`
**Executed:** 2026-02-03T09:30:00Z
**Agent:** Agent

## Actions Taken

1. Wrote the decision record.

## Decisions Made

No autonomous decisions were required — all actions were explicitly specified in the spec.

## Deviations from Spec

No deviations from spec.

## Artifacts Produced

| File | Status |
| --- | --- |
| \`docs/adr/adr-002-keep-sessions-in-redis.md\` | Created |

## Validation Results

| # | Step | Result | Details |
| --- | --- | --- | --- |
| 1 | The record exists | pass | Listed the folder |
| 2 | Both options have pros and cons | pass | Read both |
`;

/** Every file of the example repository: path, then text. */
export const EXAMPLE_BASE: ReadonlyMap<string, string> = new Map([
  ['docs/adr/template.md', ADR_TEMPLATE_TEXT],
  ['.sdd/specification/template.md', SPEC_TEMPLATE_TEXT],
  ['.sdd/provenance/template.md', PROVENANCE_TEMPLATE_TEXT],
  [OLD_ADR, OLD_ADR_TEXT],
  [NEW_ADR, NEW_ADR_TEXT],
  [SPEC, SPEC_TEXT],
  [PROVENANCE, PROVENANCE_TEXT],
]);
