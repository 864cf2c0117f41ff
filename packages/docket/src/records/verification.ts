/** How many claims came to each verdict. */
export interface VerdictCounts {
  readonly verified: number;
  /** All of them, accepted ones included. */
  readonly contradicted: number;
  readonly unverifiable: number;
  readonly outdated: number;
  /** How many of the contradicted claims a person has judged and lets stand. */
  readonly accepted: number;
}

/** A claim of a record and what holding it against Git came to, as plain data. */
export interface VerifiedClaim {
  /** What is claimed, such as `artifact` or `result`. */
  readonly kind: string;
  /** By which `docket accept` knows it. */
  readonly id: string;
  readonly claim: string;
  readonly line: number;
  readonly verdict: 'verified' | 'contradicted' | 'outdated' | 'unverifiable';
  /** What Git shows; `null` where nothing could be found out. */
  readonly evidence: string | null;
  /** Why the claim does not hold or cannot be held; `null` for what is verified. */
  readonly reason: string | null;
  /** For a validation step: what the record claims beside what the tool found. */
  readonly result?: {
    readonly step: number;
    readonly claimed: string;
    readonly observed: string | null;
  };
  /** For an artifact: what became of it since. */
  readonly now?: { readonly kind: string; readonly path: string; readonly times: number };
  /** For a claim of another source: the commit that made it; `null` where that is not known. */
  readonly commit?: string | null;
  /** For a claim of another source: what stands beside the verdict and decides nothing. */
  readonly signs?: readonly { readonly kind: string; readonly message: string }[];
  /** Why a person let the contradiction stand. */
  readonly accepted?: string;
}

/** What a reader of a record should know besides its claims. */
export interface VerificationNotice {
  readonly kind: string;
  readonly severity: 'info' | 'warning';
  readonly message: string;
  /** Paths, or lines of a difference that open with `-` or `+`. */
  readonly details: readonly string[];
  readonly line: number;
  readonly help: string;
}

/** A provenance record, or a file of another source of claims, held against Git, as plain data. */
export interface VerifiedRecord {
  /** By what name its source is asked for, such as `ours` or `spec-kit`. */
  readonly source: string;
  readonly file: string;
  readonly spec: string | null;
  /** `null` where it is not known where the record came in, and for files of other sources. */
  readonly landing: {
    readonly commit: string;
    readonly kind: string;
    readonly date: string;
    /** The commits of the unit, oldest first; a merge stands for what it brings. */
    readonly commits: readonly string[];
  } | null;
  /** Why it is not known where the record came in; `null` where it is. */
  readonly gap: string | null;
  readonly claims: readonly VerifiedClaim[];
  readonly notices: readonly VerificationNotice[];
  /** Who did the work, as the record claims and as was seen; absent for files of other sources. */
  readonly agents?: {
    readonly claimed: string | null;
    readonly observed: readonly {
      readonly name: string;
      readonly model: string | null;
      /** `author`, `trailer`, `note` or `trace`. */
      readonly by: string;
      readonly commit: string;
    }[];
    /** Why there may be more that cannot be seen. */
    readonly gaps: readonly string[];
  };
}

/** A source of claims with its counts. */
export interface VerifiedSource {
  readonly source: string;
  /** What people call it. */
  readonly title: string;
  readonly files: number;
  readonly summary: VerdictCounts;
}

/** Claims held against Git, as plain data: what reports of them are made from. */
export interface Verification {
  /** Those with files, in the order in which they are told. */
  readonly sources: readonly VerifiedSource[];
  /** By source. */
  readonly records: readonly VerifiedRecord[];
  readonly summary: VerdictCounts;
}
