/**
 * `docket/session`: an open repository. Reads its records, judges them, and holds their claims against Git.
 */
export type { Waived } from '../engine/waivers.ts';
export { ACCEPTED_PATH } from '../evidence/accepted.ts';
export { type Context, createContext, toGit } from '../evidence/context.ts';
export type { JudgedClaim, JudgedRecord } from '../evidence/judge.ts';
export type { JudgedFile, JudgedSourceClaim } from '../evidence/judge-file.ts';
export { landingKind } from '../evidence/landing.ts';
export { headLine } from '../evidence/lines.ts';
export { type Fate, namesAtLanding } from '../evidence/names.ts';
export type { Notice } from '../evidence/notice.ts';
export { repositoryPath } from '../evidence/paths.ts';
export type { ArtifactClaim, Claim, ClaimKind } from '../evidence/sources/ours.ts';
export type { MadeDecision } from '../evidence/specs/made-decisions.ts';
export type { Requirement } from '../evidence/specs/requirements.ts';
export {
  isSpecText,
  type SpecFile,
  type SpecFolder,
  type SpecTask,
} from '../evidence/specs/spec-folder.ts';
export { type ExecutionStatement, statementJsonSchema } from '../evidence/statement-schema.ts';
export type { Observation } from '../evidence/steps/observation.ts';
export { latestExecution, type ValidatedStep } from '../evidence/validate.ts';
export { shortId, type Unknown, type Verdict } from '../evidence/verdict.ts';
export { readBeginning } from '../io/beginning.ts';
export { ConfigError } from '../io/config.ts';
export { digestBytes, digestText } from '../io/digest.ts';
export { readBlobs } from '../io/git-blobs.ts';
export { resolveCommit } from '../io/git-commits.ts';
export { GitError } from '../io/git-process.ts';
export { type GitTag, readTags } from '../io/git-tags.ts';
export { NoWorkspaceError } from '../io/workspace.ts';
export { CONFIG_FILES } from '../records/config.ts';
export { RATIFIED_FOLDER } from '../records/ratified-file.ts';
export type { Update } from '../session/affected.ts';
export type { Evidence } from '../session/evidence.ts';
export type { Findings } from '../session/findings.ts';
export { type ClosedLog, type OpenLog, openOtherLogs } from '../session/logs/open-logs.ts';
export { type OwnPage, type OwnPages, readOwnPages } from '../session/own-pages.ts';
export { openSession, type Plan, type Session, type SessionOptions } from '../session/session.ts';
export { readSpecFolders, type SpecFolders } from '../session/spec-folders.ts';
export { webAddressOfRoot } from '../session/web-address.ts';
export type { CodeLinks, Marker } from '../session/why/code-links.ts';
