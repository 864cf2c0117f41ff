import type { Rule } from './define.ts';
import addressUnique from './rules/address-unique.ts';
import agentDecisions from './rules/agent-decisions.ts';
import artifactPath from './rules/artifact-path.ts';
import artifactStatus from './rules/artifact-status.ts';
import citationLink from './rules/citation-link.ts';
import citationSuperseded from './rules/citation-superseded.ts';
import citationTarget from './rules/citation-target.ts';
import codeBlockParses from './rules/code-block-parses.ts';
import controlCharacters from './rules/control-characters.ts';
import dateEarliest from './rules/date-earliest.ts';
import dateFuture from './rules/date-future.ts';
import dateOrder from './rules/date-order.ts';
import dateReal from './rules/date-real.ts';
import decisionAmended from './rules/decision-amended.ts';
import decisionMakersForm from './rules/decision-makers-form.ts';
import descriptionLength from './rules/description-length.ts';
import descriptionSentence from './rules/description-sentence.ts';
import diagramDraws from './rules/diagram-draws.ts';
import fileEmpty from './rules/file-empty.ts';
import fileName from './rules/file-name.ts';
import filePlace from './rules/file-place.ts';
import frontmatterKeyOrder from './rules/frontmatter-key-order.ts';
import frontmatterKeysKnown from './rules/frontmatter-keys-known.ts';
import frontmatterKeysRequired from './rules/frontmatter-keys-required.ts';
import frontmatterListUnique from './rules/frontmatter-list-unique.ts';
import frontmatterPresent from './rules/frontmatter-present.ts';
import frontmatterReadable from './rules/frontmatter-readable.ts';
import frontmatterValues from './rules/frontmatter-values.ts';
import frontmatterWhiteSpace from './rules/frontmatter-white-space.ts';
import headingLevel from './rules/heading-level.ts';
import htmlElementKnown from './rules/html-element-known.ts';
import htmlUnsafe from './rules/html-unsafe.ts';
import imageAlt from './rules/image-alt.ts';
import lineEnds from './rules/line-ends.ts';
import linkAddress from './rules/link-address.ts';
import linkFragment from './rules/link-fragment.ts';
import linkNamesTarget from './rules/link-names-target.ts';
import linkOutside from './rules/link-outside.ts';
import linkPinned from './rules/link-pinned.ts';
import linkScheme from './rules/link-scheme.ts';
import linkSiteAddress from './rules/link-site-address.ts';
import linkTarget from './rules/link-target.ts';
import linkText from './rules/link-text.ts';
import lookAlikeLetters from './rules/look-alike-letters.ts';
import mentionForm from './rules/mention-form.ts';
import mentionLinked from './rules/mention-linked.ts';
import mergeMarkers from './rules/merge-markers.ts';
import nestingDepth from './rules/nesting-depth.ts';
import numberGap from './rules/number-gap.ts';
import numberPadding from './rules/number-padding.ts';
import numberReserved from './rules/number-reserved.ts';
import numberReused from './rules/number-reused.ts';
import numberTaken from './rules/number-taken.ts';
import numberUnique from './rules/number-unique.ts';
import optionChosen from './rules/option-chosen.ts';
import optionInDecision from './rules/option-in-decision.ts';
import optionTradeOffs from './rules/option-trade-offs.ts';
import optionsHeading from './rules/options-heading.ts';
import optionsLettered from './rules/options-lettered.ts';
import optionsMinimum from './rules/options-minimum.ts';
import pathExists from './rules/path-exists.ts';
import proposedStale from './rules/proposed-stale.ts';
import provenanceExecuted from './rules/provenance-executed.ts';
import provenanceLabels from './rules/provenance-labels.ts';
import provenanceName from './rules/provenance-name.ts';
import provenanceNone from './rules/provenance-none.ts';
import provenanceSpec from './rules/provenance-spec.ts';
import provenanceTitle from './rules/provenance-title.ts';
import relationCycle from './rules/relation-cycle.ts';
import relationIds from './rules/relation-ids.ts';
import relationSelf from './rules/relation-self.ts';
import relationTarget from './rules/relation-target.ts';
import restsOnStanding from './rules/rests-on-standing.ts';
import resultsComplete from './rules/results-complete.ts';
import resultsMatch from './rules/results-match.ts';
import resultsOutcome from './rules/results-outcome.ts';
import riskMitigation from './rules/risk-mitigation.ts';
import secretShape from './rules/secret-shape.ts';
import sectionDuplicate from './rules/section-duplicate.ts';
import sectionEmpty from './rules/section-empty.ts';
import sectionMissing from './rules/section-missing.ts';
import sectionOrder from './rules/section-order.ts';
import sectionPreamble from './rules/section-preamble.ts';
import sectionTitle from './rules/section-title.ts';
import sectionUnknown from './rules/section-unknown.ts';
import sizeLimits from './rules/size-limits.ts';
import specExists from './rules/spec-exists.ts';
import specMetadata from './rules/spec-metadata.ts';
import specProvenance from './rules/spec-provenance.ts';
import specSteps from './rules/spec-steps.ts';
import statusChangeAlone from './rules/status-change-alone.ts';
import statusKnown from './rules/status-known.ts';
import statusSuperseded from './rules/status-superseded.ts';
import statusTransition from './rules/status-transition.ts';
import supersessionReciprocal from './rules/supersession-reciprocal.ts';
import tableCells from './rules/table-cells.ts';
import tableColumns from './rules/table-columns.ts';
import tablePresent from './rules/table-present.ts';
import tagsForm from './rules/tags-form.ts';
import tagsPresent from './rules/tags-present.ts';
import tagsVocabulary from './rules/tags-vocabulary.ts';
import templateGuidance from './rules/template-guidance.ts';
import templatePlaceholders from './rules/template-placeholders.ts';
import titleForm from './rules/title-form.ts';
import titleInBody from './rules/title-in-body.ts';
import titleLength from './rules/title-length.ts';
import titleNumber from './rules/title-number.ts';

/** Every rule, by name: the only list. */
export const RULES: readonly Rule[] = [
  addressUnique,
  agentDecisions,
  artifactPath,
  artifactStatus,
  citationLink,
  citationSuperseded,
  citationTarget,
  codeBlockParses,
  controlCharacters,
  dateEarliest,
  dateFuture,
  dateOrder,
  dateReal,
  decisionAmended,
  decisionMakersForm,
  descriptionLength,
  descriptionSentence,
  diagramDraws,
  fileEmpty,
  fileName,
  filePlace,
  frontmatterKeyOrder,
  frontmatterKeysKnown,
  frontmatterKeysRequired,
  frontmatterListUnique,
  frontmatterPresent,
  frontmatterReadable,
  frontmatterValues,
  frontmatterWhiteSpace,
  headingLevel,
  htmlElementKnown,
  htmlUnsafe,
  imageAlt,
  lineEnds,
  linkAddress,
  linkFragment,
  linkNamesTarget,
  linkOutside,
  linkPinned,
  linkScheme,
  linkSiteAddress,
  linkTarget,
  linkText,
  lookAlikeLetters,
  mentionForm,
  mentionLinked,
  mergeMarkers,
  nestingDepth,
  numberGap,
  numberPadding,
  numberReserved,
  numberReused,
  numberTaken,
  numberUnique,
  optionChosen,
  optionInDecision,
  optionTradeOffs,
  optionsHeading,
  optionsLettered,
  optionsMinimum,
  pathExists,
  proposedStale,
  provenanceExecuted,
  provenanceLabels,
  provenanceName,
  provenanceNone,
  provenanceSpec,
  provenanceTitle,
  relationCycle,
  relationIds,
  relationSelf,
  relationTarget,
  restsOnStanding,
  resultsComplete,
  resultsMatch,
  resultsOutcome,
  riskMitigation,
  secretShape,
  sectionDuplicate,
  sectionEmpty,
  sectionMissing,
  sectionOrder,
  sectionPreamble,
  sectionTitle,
  sectionUnknown,
  sizeLimits,
  specExists,
  specMetadata,
  specProvenance,
  specSteps,
  statusChangeAlone,
  statusKnown,
  statusSuperseded,
  statusTransition,
  supersessionReciprocal,
  tableCells,
  tableColumns,
  tablePresent,
  tagsForm,
  tagsPresent,
  tagsVocabulary,
  templateGuidance,
  templatePlaceholders,
  titleForm,
  titleInBody,
  titleLength,
  titleNumber,
];
