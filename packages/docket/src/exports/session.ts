/**
 * `docket/session`: a repository that is open. Reads its records, judges them, and holds their claims against Git.
 */
export { BASELINE_FILE, readBaseline, weigh } from '../engine/baseline.ts';
export { lintCorpus } from '../engine/lint.ts';
export { makeSettings } from '../engine/settings.ts';
export { ACCEPTED_PATH, type Acceptance, parseAccepted } from '../evidence/accepted.ts';
export type { ArtifactClaim, Claim, ClaimKind } from '../evidence/claims.ts';
export { type Context, createContext, toGit } from '../evidence/context.ts';
export type { JudgedClaim, JudgedRecord } from '../evidence/judge.ts';
export { judgeAll, withAllTexts } from '../evidence/judge-all.ts';
export { landingKind } from '../evidence/landing.ts';
export { headLine } from '../evidence/lines.ts';
export { type Fate, namesAtLanding } from '../evidence/names.ts';
export type { Notice } from '../evidence/notice.ts';
export { repositoryPath } from '../evidence/paths.ts';
export { blobsOf, makeStatement } from '../evidence/statement.ts';
export { type ExecutionStatement, statementJsonSchema } from '../evidence/statement-schema.ts';
export type { Observation } from '../evidence/steps/observation.ts';
export { latestExecution, type ValidatedStep, validateSpec } from '../evidence/validate.ts';
export { shortId, type Unknown, type Verdict } from '../evidence/verdict.ts';
export { ConfigError, matchesGlobs, settingsError } from '../io/config.ts';
export { digestBlobs, digestText } from '../io/digest.ts';
export { readText } from '../io/files.ts';
export { readBlobs } from '../io/git-blobs.ts';
export { resolveCommit } from '../io/git-commits.ts';
export { GitError } from '../io/git-process.ts';
export { type GitTag, readTags } from '../io/git-tags.ts';
export { VERSION } from '../io/version.ts';
export { workingTree } from '../io/working-tree.ts';
export { NoWorkspaceError, openWorkspace, type Workspace } from '../io/workspace.ts';
export { readOptional } from '../io/write.ts';
export { obeyWaivers } from '../session/obey-waivers.ts';
export { openChanges } from '../session/open.ts';
