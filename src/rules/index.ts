import type { Rule } from './define.ts';
import agentDecisions from './rules/agent-decisions.ts';
import artifactPath from './rules/artifact-path.ts';
import artifactStatus from './rules/artifact-status.ts';
import codeBlockParses from './rules/code-block-parses.ts';
import controlCharacters from './rules/control-characters.ts';
import dateOrder from './rules/date-order.ts';
import dateReal from './rules/date-real.ts';
import descriptionLength from './rules/description-length.ts';
import descriptionSentence from './rules/description-sentence.ts';
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
import htmlElementKnown from './rules/html-element-known.ts';
import htmlUnsafe from './rules/html-unsafe.ts';
import imageAlt from './rules/image-alt.ts';
import linkAddress from './rules/link-address.ts';
import linkFragment from './rules/link-fragment.ts';
import linkNamesTarget from './rules/link-names-target.ts';
import linkOutside from './rules/link-outside.ts';
import linkScheme from './rules/link-scheme.ts';
import linkSiteAddress from './rules/link-site-address.ts';
import linkTarget from './rules/link-target.ts';
import linkText from './rules/link-text.ts';
import mentionForm from './rules/mention-form.ts';
import mergeMarkers from './rules/merge-markers.ts';
import nestingDepth from './rules/nesting-depth.ts';
import numberReserved from './rules/number-reserved.ts';
import numberUnique from './rules/number-unique.ts';
import optionChosen from './rules/option-chosen.ts';
import optionInDecision from './rules/option-in-decision.ts';
import optionTradeOffs from './rules/option-trade-offs.ts';
import optionsHeading from './rules/options-heading.ts';
import optionsLettered from './rules/options-lettered.ts';
import optionsMinimum from './rules/options-minimum.ts';
import provenanceExecuted from './rules/provenance-executed.ts';
import provenanceLabels from './rules/provenance-labels.ts';
import provenanceName from './rules/provenance-name.ts';
import provenanceSpec from './rules/provenance-spec.ts';
import provenanceTitle from './rules/provenance-title.ts';
import relationCycle from './rules/relation-cycle.ts';
import relationIds from './rules/relation-ids.ts';
import relationSelf from './rules/relation-self.ts';
import relationTarget from './rules/relation-target.ts';
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
import specExists from './rules/spec-exists.ts';
import specMetadata from './rules/spec-metadata.ts';
import specSteps from './rules/spec-steps.ts';
import statusKnown from './rules/status-known.ts';
import statusSuperseded from './rules/status-superseded.ts';
import supersessionReciprocal from './rules/supersession-reciprocal.ts';
import tableCells from './rules/table-cells.ts';
import tableColumns from './rules/table-columns.ts';
import tablePresent from './rules/table-present.ts';
import tagsForm from './rules/tags-form.ts';
import templateGuidance from './rules/template-guidance.ts';
import templatePlaceholders from './rules/template-placeholders.ts';
import titleForm from './rules/title-form.ts';
import titleInBody from './rules/title-in-body.ts';
import titleNumber from './rules/title-number.ts';

/** Every rule about a record, by name: the only list. */
export const RULES: readonly Rule[] = [
  agentDecisions,
  artifactPath,
  artifactStatus,
  codeBlockParses,
  controlCharacters,
  dateOrder,
  dateReal,
  descriptionLength,
  descriptionSentence,
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
  htmlElementKnown,
  htmlUnsafe,
  imageAlt,
  linkAddress,
  linkFragment,
  linkNamesTarget,
  linkOutside,
  linkScheme,
  linkSiteAddress,
  linkTarget,
  linkText,
  mentionForm,
  mergeMarkers,
  nestingDepth,
  numberReserved,
  numberUnique,
  optionChosen,
  optionInDecision,
  optionTradeOffs,
  optionsHeading,
  optionsLettered,
  optionsMinimum,
  provenanceExecuted,
  provenanceLabels,
  provenanceName,
  provenanceSpec,
  provenanceTitle,
  relationCycle,
  relationIds,
  relationSelf,
  relationTarget,
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
  specExists,
  specMetadata,
  specSteps,
  statusKnown,
  statusSuperseded,
  supersessionReciprocal,
  tableCells,
  tableColumns,
  tablePresent,
  tagsForm,
  templateGuidance,
  templatePlaceholders,
  titleForm,
  titleInBody,
  titleNumber,
];
