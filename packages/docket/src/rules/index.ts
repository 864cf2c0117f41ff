import type { Rule } from '../engine/define.ts';
import addressUnique from './address-unique.ts';
import adoptionHolds from './adoption-holds.ts';
import agentDecisions from './agent-decisions.ts';
import agentInstruction from './agent-instruction.ts';
import artifactPath from './artifact-path.ts';
import artifactStatus from './artifact-status.ts';
import citationLink from './citation-link.ts';
import citationSuperseded from './citation-superseded.ts';
import citationTarget from './citation-target.ts';
import codeBlockParses from './code-block-parses.ts';
import controlCharacters from './control-characters.ts';
import dateEarliest from './date-earliest.ts';
import dateFuture from './date-future.ts';
import dateOrder from './date-order.ts';
import dateReal from './date-real.ts';
import decisionAmended from './decision-amended.ts';
import decisionMakersForm from './decision-makers-form.ts';
import descriptionLength from './description-length.ts';
import descriptionSentence from './description-sentence.ts';
import diagramDraws from './diagram-draws.ts';
import fieldLength from './field-length.ts';
import fieldOneOf from './field-one-of.ts';
import fieldPattern from './field-pattern.ts';
import fieldRestated from './field-restated.ts';
import fileEmpty from './file-empty.ts';
import fileName from './file-name.ts';
import filePlace from './file-place.ts';
import frontmatterKeyOrder from './frontmatter-key-order.ts';
import frontmatterKeysKnown from './frontmatter-keys-known.ts';
import frontmatterKeysRequired from './frontmatter-keys-required.ts';
import frontmatterListUnique from './frontmatter-list-unique.ts';
import frontmatterPresent from './frontmatter-present.ts';
import frontmatterReadable from './frontmatter-readable.ts';
import frontmatterValues from './frontmatter-values.ts';
import frontmatterWhiteSpace from './frontmatter-white-space.ts';
import governsGone from './governs-gone.ts';
import governsMatches from './governs-matches.ts';
import headingLevel from './heading-level.ts';
import htmlElementKnown from './html-element-known.ts';
import htmlUnsafe from './html-unsafe.ts';
import imageAlt from './image-alt.ts';
import lineEnds from './line-ends.ts';
import linkAddress from './link-address.ts';
import linkFragment from './link-fragment.ts';
import linkNamesTarget from './link-names-target.ts';
import linkOutside from './link-outside.ts';
import linkPinned from './link-pinned.ts';
import linkScheme from './link-scheme.ts';
import linkSiteAddress from './link-site-address.ts';
import linkTarget from './link-target.ts';
import linkText from './link-text.ts';
import lookAlikeLetters from './look-alike-letters.ts';
import markerTarget from './marker-target.ts';
import mentionForm from './mention-form.ts';
import mentionLinked from './mention-linked.ts';
import mergeMarkers from './merge-markers.ts';
import nestingDepth from './nesting-depth.ts';
import numberGap from './number-gap.ts';
import numberPadding from './number-padding.ts';
import numberReserved from './number-reserved.ts';
import numberReused from './number-reused.ts';
import numberTaken from './number-taken.ts';
import numberUnique from './number-unique.ts';
import optionChosen from './option-chosen.ts';
import optionInDecision from './option-in-decision.ts';
import optionTradeOffs from './option-trade-offs.ts';
import optionsHeading from './options-heading.ts';
import optionsLettered from './options-lettered.ts';
import optionsMinimum from './options-minimum.ts';
import pathExists from './path-exists.ts';
import proposedStale from './proposed-stale.ts';
import provenanceExecuted from './provenance-executed.ts';
import provenanceLabels from './provenance-labels.ts';
import provenanceName from './provenance-name.ts';
import provenanceNone from './provenance-none.ts';
import provenanceSpec from './provenance-spec.ts';
import provenanceTitle from './provenance-title.ts';
import ratificationMissing from './ratification-missing.ts';
import ratificationValid from './ratification-valid.ts';
import relationCycle from './relation-cycle.ts';
import relationIds from './relation-ids.ts';
import relationSelf from './relation-self.ts';
import relationTarget from './relation-target.ts';
import restsOnStanding from './rests-on-standing.ts';
import resultsComplete from './results-complete.ts';
import resultsMatch from './results-match.ts';
import resultsOutcome from './results-outcome.ts';
import reviewDue from './review-due.ts';
import riskMitigation from './risk-mitigation.ts';
import secretShape from './secret-shape.ts';
import sectionDuplicate from './section-duplicate.ts';
import sectionEmpty from './section-empty.ts';
import sectionLength from './section-length.ts';
import sectionMissing from './section-missing.ts';
import sectionOrder from './section-order.ts';
import sectionPreamble from './section-preamble.ts';
import sectionTitle from './section-title.ts';
import sectionUnknown from './section-unknown.ts';
import sizeLimits from './size-limits.ts';
import specExists from './spec-exists.ts';
import specMetadata from './spec-metadata.ts';
import specProvenance from './spec-provenance.ts';
import specSteps from './spec-steps.ts';
import statusChangeAlone from './status-change-alone.ts';
import statusKnown from './status-known.ts';
import statusSuperseded from './status-superseded.ts';
import statusTransition from './status-transition.ts';
import supersessionReciprocal from './supersession-reciprocal.ts';
import supersessionSections from './supersession-sections.ts';
import tableCells from './table-cells.ts';
import tableColumns from './table-columns.ts';
import tablePresent from './table-present.ts';
import tagsForm from './tags-form.ts';
import tagsPresent from './tags-present.ts';
import tagsVocabulary from './tags-vocabulary.ts';
import templateGuidance from './template-guidance.ts';
import templatePlaceholders from './template-placeholders.ts';
import titleForm from './title-form.ts';
import titleInBody from './title-in-body.ts';
import titleLength from './title-length.ts';
import titleNumber from './title-number.ts';

/** The repository that the examples of the rules are changes to. */
export { EXAMPLE_BASE, NEW_ADR } from './support/example-base.ts';

/** Every rule, by name: the only list. */
export const RULES: readonly Rule[] = [
  addressUnique,
  adoptionHolds,
  agentDecisions,
  agentInstruction,
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
  fieldLength,
  fieldOneOf,
  fieldPattern,
  fieldRestated,
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
  governsGone,
  governsMatches,
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
  markerTarget,
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
  ratificationMissing,
  ratificationValid,
  relationCycle,
  relationIds,
  relationSelf,
  relationTarget,
  restsOnStanding,
  resultsComplete,
  resultsMatch,
  resultsOutcome,
  reviewDue,
  riskMitigation,
  secretShape,
  sectionDuplicate,
  sectionEmpty,
  sectionLength,
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
  supersessionSections,
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
