import type { DocketConfig } from './config.ts';

type ConfiguredLog = NonNullable<DocketConfig['logs']>[number];

/** A log in a folder of the repository that configures it. */
export type OwnLog = ConfiguredLog & { readonly root: string };

/** A log that stands elsewhere: in another checkout, whose root is an absolute path then, or in a repository to fetch. */
export type OtherLog = ConfiguredLog;

/** The logs of the repository itself. Only these are judged with it; what others hold is not known here. */
export function ownLogs({ logs }: Pick<DocketConfig, 'logs'>): OwnLog[] | undefined {
  const own = logs?.filter((log): log is OwnLog => isInside(log));
  return own?.length === 0 ? undefined : own;
}

/** The logs that a site shows beside those of its repository. */
export function otherLogs({ logs = [] }: Pick<DocketConfig, 'logs'>): OtherLog[] {
  return logs.filter((log) => !isInside(log));
}

function isInside({ root }: ConfiguredLog): boolean {
  return root !== undefined && !/^(?:[a-z]:|[\\/])/i.test(root);
}
