import { ConfigError, hasConfigCode } from '../io/config.ts';
import { versionOf } from '../io/programs.ts';
import { NoWorkspaceError } from '../io/workspace.ts';
import type { HelpfulError } from '../records/helpful-error.ts';
import { openSession, type Session } from './session.ts';

/** What Docket finds of what it needs. */
export interface Diagnosis {
  /** What Git says of its version; `undefined` where there is no Git. */
  readonly git: string | undefined;
  /** Whether there is a configuration that only running it would tell. */
  readonly hasConfigCode: boolean;
  readonly opening: Opening;
}

/** A repository that was opened, or what is wrong with its configuration or its folders. */
export type Opening =
  | { readonly session: Session }
  | { readonly fault: 'config' | 'records'; readonly error: HelpfulError };

/** Looks at what Docket needs to work in a repository. */
export async function diagnose(root: string): Promise<Diagnosis> {
  return {
    git: await versionOf('git'),
    hasConfigCode: hasConfigCode(root),
    opening: await open(root),
  };
}

async function open(root: string): Promise<Opening> {
  try {
    const session = await openSession({ root });
    // Records are read when they are first asked for.
    void session.corpus;
    return { session };
  } catch (error) {
    if (error instanceof ConfigError) return { fault: 'config', error };
    if (error instanceof NoWorkspaceError) return { fault: 'records', error };
    throw error;
  }
}
