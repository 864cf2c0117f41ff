/**
 * `docket/records` in a browser: the part of the model that needs no parser, so that a page can filter and group the log
 * by the same code that made it.
 */

export { wordDifference } from '../records/difference.ts';
export { withoutName } from '../records/key.ts';
export {
  groupLog,
  LOG_GROUPS,
  LOG_SORTS,
  selectLog,
  WHOLE_LOG,
} from '../records/log-query.ts';
export { addressOfPath } from '../records/paths.ts';
export { ruleSlug } from '../records/rule-slug.ts';
export { isSiteFolder } from '../records/site-folders.ts';
export { STATUSES } from '../records/status.ts';
