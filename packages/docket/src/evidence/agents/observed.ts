/** Where an agent was seen. */
export type AgentTrace = 'author' | 'trailer' | 'note' | 'trace';

/** An agent that took part in a commit, as something beside the record tells. */
export interface ObservedAgent {
  /** As written, such as `Claude` or `cursor`. */
  readonly name: string;
  /** The model, where it is told apart from the tool. */
  readonly model: string | undefined;
  readonly by: AgentTrace;
  /** Id of the commit. */
  readonly commit: string;
}

/** Who did the work of a landing: as the record claims, and as was seen. */
export interface LandingAgents {
  readonly claimed: string | undefined;
  /** Each once for each way in which it was seen. */
  readonly observed: readonly ObservedAgent[];
  /** Why there may be more that cannot be seen; nothing may be concluded from it. */
  readonly gaps: readonly string[];
}

/** Names of makers, tools and models that stand for one another. */
const FAMILIES: readonly (readonly [family: string, words: RegExp])[] = [
  ['claude', /\b(?:claude|anthropic|opus|sonnet|haiku)\b/i],
  ['openai', /\b(?:openai|codex|chatgpt|gpt|o[134](?:-\w+)?)\b/i],
  ['gemini', /\b(?:gemini|jules)\b/i],
  ['copilot', /\bcopilot\b/i],
  ['cursor', /\bcursor(?:agent)?\b/i],
  ['devin', /\b(?:devin|windsurf)\b/i],
  ['aider', /\baider\b/i],
];

const NOBODY = /^\W*(?:human|nobody|none|no agent|manual(?:ly)?|by hand)\b/i;

function isHumanAlone(claimed: string): boolean {
  return NOBODY.test(claimed) && !/\b(?:and|with|agent|ai)\b/i.test(claimed);
}

/**
 * Whether what a record claims and what was seen cannot both be: it names another agent than each that was seen, or a
 * human alone. A name that is none of those known agrees with everything.
 */
export function disagrees({ claimed, observed }: LandingAgents): boolean {
  if (claimed === undefined || observed.length === 0) return false;
  const own = familiesIn(claimed);
  if (own.size === 0) return isHumanAlone(claimed);
  const seen = observed.map(({ name, model = '' }) => familiesIn(`${name} ${model}`));
  // A tool may run anybody's model, and one that is not known may be the one that is meant.
  return seen.every(
    (families) => families.size > 0 && [...own].every((family) => !families.has(family)),
  );
}

/** Who made lines, in the words of Agent Trace. */
export interface Contributor {
  readonly type: 'human' | 'ai' | 'mixed' | 'unknown';
  /** As `provider/model`. */
  readonly model_id?: string;
}

/** Who did the work of a landing; unknown where claim and observation disagree, or neither tells man from machine. */
export function contributorOf(agents: LandingAgents): Contributor {
  const { claimed = '', observed } = agents;
  if (disagrees(agents)) return { type: 'unknown' };
  if (isHumanAlone(claimed)) return { type: 'human' };
  const isAi =
    observed.length > 0 ||
    familiesIn(claimed).size > 0 ||
    /\b(?:agents?|ai|llm|bot|assistant)\b/i.test(claimed);
  if (!isAi) return { type: 'unknown' };
  const models = [claimed, ...observed.flatMap(({ name, model }) => [name, model ?? ''])];
  const [model, ...others] = new Set(models.filter((one) => MODEL_ID.test(one)));
  return {
    type: WITH_HUMAN.test(claimed) ? 'mixed' : 'ai',
    ...(model !== undefined && others.length === 0 && { model_id: model }),
  };
}

const WITH_HUMAN = /\bhumans?\s+(?:and|with|[&+])|(?:\b(?:and|with)|[&+])\s+(?:an?\s+)?humans?\b/i;

/** As on https://models.dev */
const MODEL_ID = /^(?=.{3,250}$)[a-z][\w.-]*\/[\w.:-]+$/;

function familiesIn(text: string): Set<string> {
  const words = text.replace(/[_/:]/g, ' ').replace(/(\d)/g, ' $1').replace(/-/g, ' ');
  return new Set(
    FAMILIES.flatMap(([family, pattern]) =>
      pattern.test(words) || pattern.test(text) ? [family] : [],
    ),
  );
}
