/**
 * `docket/records` in a browser: the part of the model that needs no parser, so that a page can filter and group the log
 * by the same code that made it.
 */
import { LOG_GROUPS, LOG_SORTS, STATUSES, WHOLE_LOG, addressOfPath, groupLog, isSiteFolder, ruleSlug, selectLog, withoutName, wordDifference } from "./lib/shared.js";
export { LOG_GROUPS, LOG_SORTS, STATUSES, WHOLE_LOG, addressOfPath, groupLog, isSiteFolder, ruleSlug, selectLog, withoutName, wordDifference };