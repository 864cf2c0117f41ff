/**
 * `docket/records`: the pure model. What a text says, how records relate, and the words that tell of it; nothing here
 * touches files, processes or the network.
 */
export { allRules, explainRule } from '../engine/explanation.ts';
export { gatesOf } from '../engine/judge.ts';
export { ADOPTION_TABLE, type Adoption } from '../records/adoption.ts';
export { type Alert, alertOf } from '../records/alert.ts';
export {
  type Changes,
  changeKind,
  type GovernedChange,
  type RecordChange,
  sideOf,
} from '../records/changes/changes.ts';
export { lacksAcknowledgement } from '../records/changes/governed.ts';
export { citedPathsOf } from '../records/cited-paths.ts';
export { comparableText } from '../records/comparable-text.ts';
export { type Corpus, compareNumbers } from '../records/corpus.ts';
export type {
  Drawing,
  Graph,
  GraphEdge,
  GraphNode,
  Sequence,
  SequenceStep,
  Shape,
} from '../records/diagrams/drawing.ts';
export { type Diagram, diagramReader } from '../records/diagrams/read.ts';
export { type MermaidRefusal, mermaidRefusal } from '../records/diagrams/refusal.ts';
export { comparableLabel, fieldOfLabel } from '../records/dialects/field-names.ts';
export type { Role } from '../records/dialects/headings.ts';
export { type Piece, wordDifference } from '../records/difference.ts';
export {
  adoptionOf,
  conditionsOf,
  type Due,
  type DueKind,
  duesOf,
  mayHold,
  type StatedAdoption,
  stepResultsOf,
} from '../records/due.ts';
export type {
  ExampleChange,
  Explanation,
  RuleFacts,
  RuleOption,
} from '../records/explanation.ts';
export { type FileHistory, fileHistoriesOf, type Revision } from '../records/file-history.ts';
export {
  compareFindings,
  type Finding,
  messageOf,
  type Severity,
  type Wording,
} from '../records/finding.ts';
export { asciidocPictures, asciidocReference } from '../records/formats/asciidoc-targets.ts';
export { FORMAT_NAMES, type Format } from '../records/formats/format.ts';
export { headingIdsPlugin } from '../records/fragments.ts';
export { readFrontmatter } from '../records/frontmatter.ts';
export { gatePlugin, mayHoldHtml } from '../records/gate.ts';
export { type Governing, governs, matchesGoverning } from '../records/governs.ts';
export {
  dependentsOf,
  EDGE_KINDS,
  type Edge,
  type EdgeKind,
  edgesOf,
  edgesOfAdr,
  MOST_DEPENDENTS,
  supersessionChain,
} from '../records/graph-query.ts';
export type { History, HistoryGap, UnknownHistory } from '../records/history.ts';
export { joinCorpora, mountedFinding, type OtherCorpus } from '../records/join.ts';
export {
  type FoundMention,
  findMentions,
  keyOfPath,
  nameInLog,
  nameOfId,
  type RecordKey,
  readId,
  readTypedName,
  splitAtNames,
  withoutName,
} from '../records/key.ts';
export {
  belowFolder,
  foldersOfKind,
  homeOfPath,
  kindOfPath,
  LAYOUT,
  type Layout,
  type LogHome,
  layoutOfPath,
  type PublishedHome,
  RECORD_KINDS,
  type RecordKind,
} from '../records/layout.ts';
export {
  type End,
  type Life,
  latestEvents,
  lifeOf,
  type PastState,
  stoodOn,
} from '../records/life.ts';
export { fileOfUrl, type Link, readLinks, resolveUrl } from '../records/links.ts';
export {
  type FacetCounts,
  groupLog,
  LOG_GROUPS,
  LOG_SORTS,
  type LogEntry,
  type LogGroup,
  type LogQuery,
  type LogSort,
  NO_KNOWN_STATUS,
  selectLog,
  WHOLE_LOG,
} from '../records/log-query.ts';
export { type Log, logsOf } from '../records/logs.ts';
export { parseMarkdown, plainText, walk } from '../records/markdown.ts';
export { perObject } from '../records/memo.ts';
export { mounted } from '../records/mount.ts';
export { nodesOf } from '../records/nodes.ts';
export type { Outcome } from '../records/outcome.ts';
export { type OutcomeSentence, outcomeSentence } from '../records/outcome-sentence.ts';
export { type ReplacedPart, replacedParts, standsInPart } from '../records/partial.ts';
export { addressOfPath } from '../records/paths.ts';
export {
  isPublishablePicture,
  isPublishableText,
  MAX_PICTURE_BYTES,
  MAX_PUBLISHED_BYTES,
  MAX_PUBLISHED_PICTURES,
  PUBLISHED_PATHS,
  PUBLISHED_VERSION,
  type Published,
  type PublishedRecord,
  publishedPicture,
  publishedText,
} from '../records/published.ts';
export {
  currentSuccessors,
  newestFirst,
  relationGroups,
  stands,
  successorsOf,
  tagIndex,
} from '../records/query.ts';
export {
  type JudgedRatification,
  type Ratifications,
  ratificationState,
  ratificationsOf,
} from '../records/ratification.ts';
export { readingMinutes } from '../records/reading-time.ts';
export {
  type AdrRecord,
  addressOfName,
  type DocketRecord,
  type ProvenanceRecord,
  readRecord,
  type SpecRecord,
  shortTitle,
} from '../records/record.ts';
export { RELATION_TABLE } from '../records/relation.ts';
export { ruleSlug } from '../records/rule-slug.ts';
export { frontmatterJsonSchema } from '../records/schema.ts';
export { ownWords, shownName } from '../records/shown-name.ts';
export { isSiteFolder } from '../records/site-folders.ts';
export { readSrcset } from '../records/srcset.ts';
export { isInForce, STATUS_TABLE, STATUSES, type Status } from '../records/status.ts';
export { fileOnWeb, repositoriesOf } from '../records/web-files.ts';
export {
  type AddressOf,
  wireGraph,
  wireRatification,
  wireRecordFile,
  wireRecords,
} from '../records/wire.ts';
export {
  WIRE_SCHEMAS,
  type WireGraph,
  type WireRecordFile,
  type WireRecords,
  wireJsonSchema,
} from '../records/wire-schema.ts';
export {
  excerpt,
  findingWords,
  governedAnswer,
  governedFiles,
  governedTitle,
  outlineOfChange,
  relationWords,
  resultWords,
  sectionWords,
  silencingWords,
  totals,
  verdictWords,
} from '../report/changes/words.ts';
export { lintJsonSchema } from '../report/json-schema.ts';
export { formatPretty } from '../report/pretty.ts';
export { makeReport } from '../report/report.ts';
export { safeLine } from '../report/screen-text.ts';
