import type { Waiver } from '../records/config.ts';
import { loadConfig } from './config.ts';
import { openDefaultBranch, readBranchConfig } from './default-branch.ts';

/** Waivers that hold, and the reason where there may be some that cannot be read. */
export interface WaiverReading {
  readonly waivers: readonly Waiver[];
  readonly gap?: string;
}

/**
 * Reads the waivers of a repository from `docket.config.json` as its default branch has it, so that the branch under
 * review cannot waive what is found in it. Outside a repository, and before its first commit, the file itself counts.
 * @param root absolute path
 */
export async function readWaivers(
  root: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<WaiverReading> {
  const branch = await openDefaultBranch(root, env);
  if (branch.kind === 'unknown') return { waivers: [], gap: branch.reason };
  if (branch.kind === 'none') {
    return { waivers: (await loadConfig(root, { runsCode: false })).waivers ?? [] };
  }
  const { config, gap } = await readBranchConfig(branch);
  return { waivers: config.waivers ?? [], ...(gap !== undefined && { gap }) };
}
