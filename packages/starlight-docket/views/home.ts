import { isInForce, messageOf, shownName, stands } from 'docket/records';
import type { SiteModel } from '../site/model.ts';
import { standingOf } from './evidence/verdict-view.ts';
import { type DecisionRow, decisionsByTag, latestDecisions, logOf } from './log.ts';
import { slugUrl, specFacts } from './specs/tabs.ts';
import { recordUrl, tagUrl, withBase } from './urls.ts';

/** A topic with the decisions about it that are in force. */
export interface Topic {
  readonly tag: string;
  readonly url: string;
  /** The newest of them. */
  readonly rows: readonly DecisionRow[];
  /** How many more there are. */
  readonly more: number;
}

/** Something about a record that somebody should look at. */
export interface Attention {
  /** What the record is called. */
  readonly label: string;
  readonly url: string;
  /** A sentence without a full stop; words between backticks are code. */
  readonly text: string;
}

/** What the home of a site shows. */
export interface HomeView {
  readonly title: string;
  readonly lead: string;
  /** Decisions in force by topic, the largest topic first; empty where no decision has a tag. */
  readonly topics: readonly Topic[];
  /** The newest decisions in force, where there are no topics. */
  readonly inForce: readonly DecisionRow[];
  /** The newest decisions; empty where all of them stand under another heading already. */
  readonly latest: readonly DecisionRow[];
  readonly proposals: readonly DecisionRow[];
  /** The latest specifications of other tools. */
  readonly specs: readonly {
    readonly title: string;
    readonly url: string;
    readonly facts: string;
  }[];
  readonly attention: readonly Attention[];
  /** How many more things need attention. */
  readonly moreAttention: number;
}

const MOST_TOPICS = 9;
const MOST_OF_TOPIC = 4;
const MOST_LISTED = 6;

/** What is shown on the home of a site with these records. */
export function homeOf(model: SiteModel): HomeView {
  const { corpus, base, siteBase, name, description, specs, t } = model;
  const isWholeSite = base === siteBase;
  const rows = logOf(corpus, base).rows;
  const topics = topicsOf(model);
  const attention = attentionOf(model);
  const inForce = topics.length > 0 ? [] : rows.filter(isStanding).slice(0, MOST_LISTED);
  const proposals = rows.filter(({ ref }) => ref.status === 'Proposed').slice(0, MOST_LISTED);
  const latest = latestDecisions(corpus, base, MOST_LISTED);
  const listed = new Set([...inForce, ...proposals].map(({ ref }) => ref.url));
  return {
    // Below a prefix the site is about more than decisions.
    title: isWholeSite ? name : t('docket.home.architecture'),
    lead: (isWholeSite && description) || tallyOf(model),
    topics,
    inForce,
    latest: latest.every(({ ref }) => listed.has(ref.url)) ? [] : latest,
    proposals,
    specs: specs.all.slice(0, MOST_LISTED).map(({ folder, slug }) => ({
      ...{ title: folder.title, url: slugUrl(base, slug) },
      facts: [folder.tool, ...specFacts(t, folder)].join(' · '),
    })),
    attention: attention.slice(0, MOST_LISTED),
    moreAttention: Math.max(0, attention.length - MOST_LISTED),
  };
}

function isStanding({ ref: { status } }: DecisionRow): boolean {
  return status !== undefined && isInForce(status);
}

/** `12 decisions, 9 of them in force and 2 proposed`. */
function tallyOf({ corpus: { adrs }, specs, t }: SiteModel): string {
  if (adrs.length === 0 && specs.all.length > 0) {
    return t('docket.home.tallySpecs', { count: specs.all.length });
  }
  const inForce = adrs.filter(stands).length;
  const proposed = adrs.filter(({ fields }) => fields.status.value === 'Proposed').length;
  const values = { count: adrs.length, inForce, proposed };
  if (inForce > 0) {
    return t(proposed > 0 ? 'docket.home.tallyBoth' : 'docket.home.tallyInForce', values);
  }
  return t(proposed > 0 ? 'docket.home.tallyProposed' : 'docket.home.tally', values);
}

function topicsOf({ corpus, base }: SiteModel): Topic[] {
  return [...decisionsByTag(corpus, base)]
    .map(([tag, rows]) => ({ tag, rows: rows.filter(isStanding).toReversed() }))
    .filter(({ rows }) => rows.length > 0)
    .sort((a, b) => b.rows.length - a.rows.length || (a.tag < b.tag ? -1 : 1))
    .slice(0, MOST_TOPICS)
    .map(({ tag, rows }) => ({
      ...{ tag, url: tagUrl(base, tag), rows: rows.slice(0, MOST_OF_TOPIC) },
      more: Math.max(0, rows.length - MOST_OF_TOPIC),
    }));
}

/** What Git contradicts, then what the linter finds in records that can be shown, errors first. */
function attentionOf({ corpus, base, evidence, findings, t }: SiteModel): Attention[] {
  const contradicted = evidence.judged.flatMap(({ record, claims }) =>
    claims
      .filter(({ verdict, accepted }) => verdict.kind === 'contradicted' && accepted === undefined)
      .map(({ claim }) => ({
        label: shownName(record),
        url: recordUrl(base, record),
        text: t('docket.home.contradicted', { claim: claim.claim }),
      })),
  );
  const found = [...findings]
    .filter(({ severity }) => severity !== 'info')
    .sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
    .flatMap((finding) => {
      const record = corpus.byPath(finding.file);
      if (!record) return [];
      return [{ label: shownName(record), url: recordUrl(base, record), text: messageOf(finding) }];
    });
  return [...contradicted, ...othersContradicted({ base, evidence, t }), ...found];
}

/** What Git contradicts in the task lists of other tools, in one line: there may be many. */
function othersContradicted({
  base,
  evidence,
  t,
}: Pick<SiteModel, 'base' | 'evidence' | 't'>): Attention[] {
  const { contradicted: count } = standingOf(evidence.files).counts;
  if (count === 0) return [];
  const label = t('docket.home.findings');
  const url = withBase(base, 'findings/');
  return [{ label, url, text: t('docket.home.othersContradicted', { count }) }];
}
