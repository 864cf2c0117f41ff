/** The life cycle of a decision, as one table. */

/** What one status means and where it may lead. */
interface StatusEntry {
  /** One sentence for the reader. */
  meaning: string;
  /** Whether the decision is in force. */
  inForce: boolean;
  /** The statuses that may follow. */
  next: readonly string[];
}

/** Every status of a decision, in the order of its life. Names follow MADR 4 and adr-tools. */
export const STATUS_TABLE = {
  Proposed: {
    meaning: 'Under discussion; nobody may rely on it yet.',
    inForce: false,
    next: ['Accepted', 'Rejected'],
  },
  Accepted: {
    meaning: 'Decided and in force.',
    inForce: true,
    next: ['Deprecated', 'Superseded'],
  },
  Rejected: {
    meaning: 'Considered and turned down; kept for its reasons.',
    inForce: false,
    next: [],
  },
  Deprecated: {
    meaning: 'No longer applies, and nothing replaces it.',
    inForce: false,
    next: ['Superseded'],
  },
  Superseded: {
    meaning: 'Replaced by a later decision.',
    inForce: false,
    next: [],
  },
} as const satisfies Record<string, StatusEntry>;

/** A status of a decision. */
export type Status = keyof typeof STATUS_TABLE;

/** All statuses, in the order of the table. */
export const STATUSES = Object.keys(STATUS_TABLE) as [Status, ...Status[]];

/** Whether a decision of this status may be relied on today. */
export function isInForce(status: Status): boolean {
  return STATUS_TABLE[status].inForce;
}
