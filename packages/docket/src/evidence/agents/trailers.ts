import type { ObservedAgent } from './observed.ts';

/** What a commit says of who made it. */
export interface CommitCredits {
  readonly id: string;
  readonly author: string;
  readonly email: string;
  /** Lines of the closing block of the message, unfolded: `Assisted-by: …`. */
  readonly trailers: readonly string[];
}

const TRAILER = /^(assisted-by|generated-by|co-authored-by):\s*(\S.*)$/i;
const PERSON = /^(.*?)\s*<([^<>]*)>\s*$/;

/** Addresses under which agents sign; a person may bear any name. */
const ADDRESS =
  /^(?:noreply@anthropic\.com|(?:codex|noreply)@openai\.com|(?:cursoragent|agent)@cursor\.(?:com|sh)|[\w.+-]+@(?:aider\.chat|devin\.ai)|noreply@(?:ampcode|opencode)\.(?:com|ai)|(?:\d+\+)?(?:copilot|[\w-]+\[bot\])@users\.noreply\.github\.com)$/i;

/** Bots that keep dependencies and releases: no agents, whose work somebody could claim. */
const MACHINE =
  /^(?:dependabot|renovate|github-actions|pre-commit-ci|allcontributors|snyk|mergify|release-please)\b/i;

/**
 * The agents that a commit names: in the trailers `Assisted-by` (in the form of the Linux kernel, `AGENT:MODEL`),
 * `Generated-by` and `Co-authored-by`, or as its author.
 * @see https://docs.kernel.org/process/coding-assistants.html
 */
export function agentsOfCommit({ id, author, email, trailers }: CommitCredits): ObservedAgent[] {
  const found: ObservedAgent[] = [];
  const add = (name: string, model: string | undefined, by: ObservedAgent['by']): void => {
    if (name !== '' && !MACHINE.test(name)) found.push({ name, model, by, commit: id });
  };
  for (const trailer of trailers) {
    const [, key = '', value = ''] = TRAILER.exec(trailer) ?? [];
    const [, name = value, address] = PERSON.exec(value) ?? [];
    if (/^co-/i.test(key)) {
      if (address !== undefined && isAgent(name, address)) add(name, undefined, 'trailer');
      continue;
    }
    // A person who assisted is named with an address.
    if (key === '' || (address !== undefined && !isAgent(name, address))) continue;
    const [, agent = name, model] = /^([^\s:]+):(\S+)/.exec(name) ?? [];
    add(agent.trim(), model, 'trailer');
  }
  if (isAgent(author, email)) add(author, undefined, 'author');
  return found;
}

function isAgent(name: string, address: string): boolean {
  return /\[bot\]$/i.test(name.trim()) || ADDRESS.test(address.trim());
}
