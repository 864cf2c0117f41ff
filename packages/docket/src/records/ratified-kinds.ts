/**
 * What a team may want a person's word for: decisions that an agent had a part in, and decisions that an agent took
 * alone and whose record calls them acceptable.
 */
export const RATIFIED_KINDS = ['agent-records', 'agent-decisions'] as const;
