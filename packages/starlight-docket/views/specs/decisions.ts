import { type AdrRecord, citedPathsOf, fileOfUrl } from 'docket/records';
import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { segmentsOf } from '../references.ts';
import { recordUrl } from '../urls.ts';
import type { SiteSpec } from './site-specs.ts';

/** Which decisions speak of files and of specifications of other tools. */
interface Speaking {
  readonly ofPath: ReadonlyMap<string, readonly AdrRecord[]>;
  readonly ofSpec: ReadonlyMap<SiteSpec, readonly AdrRecord[]>;
  /** Those that name what asked for them themselves: a specification that names one may only keep to it. */
  readonly ordered: ReadonlySet<AdrRecord>;
}

const known = new WeakMap<object, Speaking>();

/** The decisions that govern a file, name it, or are named in it, in the order of the corpus. */
export function decisionsOfPath(context: EvidenceContext, path: string): readonly AdrRecord[] {
  return speaking(context).ofPath.get(path) ?? [];
}

/** Whether any decision speaks of files: where none does, that one speaks of no file tells nothing. */
export function speaksOfFiles(context: EvidenceContext): boolean {
  return speaking(context).ofPath.size > 0;
}

/** The decisions that lead to a text of a specification, or to which one of its texts leads. */
export function decisionsOfSpec(context: EvidenceContext, spec: SiteSpec): readonly AdrRecord[] {
  return speaking(context).ofSpec.get(spec) ?? [];
}

/** The specifications of other tools with which a decision is told of so. */
export function specsOfDecision(context: EvidenceContext, adr: AdrRecord): SiteSpec[] {
  return [...speaking(context).ofSpec].flatMap(([spec, adrs]) =>
    adrs.includes(adr) ? [spec] : [],
  );
}

/** Whether a specification ordered a decision: one of ours, or one of another tool to which the decision leads. */
export function isOrdered(context: EvidenceContext, adr: AdrRecord): boolean {
  return context.corpus.specOf(adr) !== undefined || speaking(context).ordered.has(adr);
}

function speaking(context: EvidenceContext): Speaking {
  const found = known.get(context.evidence);
  if (found) return found;
  const leading = leadingTo(context);
  const made = {
    ofPath: ofPaths(context),
    ofSpec: ofSpecs(context, leading),
    ordered: new Set([...leading.values()].flatMap((adrs) => [...adrs])),
  };
  known.set(context.evidence, made);
  return made;
}

function ofPaths({ corpus, evidence }: EvidenceContext): Speaking['ofPath'] {
  const found = new Map<string, Set<AdrRecord>>();
  const add = (path: string, adr: AdrRecord): void => {
    const adrs = found.get(path) ?? new Set();
    found.set(path, adrs.add(adr));
  };
  for (const adr of corpus.adrs) {
    for (const path of evidence.code.governed?.get(adr) ?? []) add(path, adr);
    for (const { file } of evidence.code.markers.get(adr) ?? []) add(file, adr);
    for (const path of citedPathsOf(adr)) add(path, adr);
  }
  return new Map([...found].map(([path, adrs]) => [path, [...adrs]]));
}

/** The decisions that lead to a text of a specification. */
function leadingTo({ corpus, specs }: EvidenceContext): Map<SiteSpec, Set<AdrRecord>> {
  const leading = new Map<SiteSpec, Set<AdrRecord>>();
  for (const adr of corpus.adrs) {
    for (const { url } of adr.links) {
      const page = specs?.byPath.get(fileOfUrl(url, adr.path)?.path ?? '');
      if (page) leading.set(page.spec, (leading.get(page.spec) ?? new Set()).add(adr));
    }
  }
  return leading;
}

function ofSpecs(
  context: EvidenceContext,
  leading: ReadonlyMap<SiteSpec, ReadonlySet<AdrRecord>>,
): Speaking['ofSpec'] {
  const { corpus, base, specs } = context;
  if (!specs || corpus.adrs.length === 0) return new Map();
  const byUrl = new Map(corpus.adrs.map((adr) => [recordUrl(base, adr), adr]));
  return new Map(
    specs.all.map((spec) => {
      const texts = spec.folder.files.filter(({ isMarkdown }) => isMarkdown);
      const led = texts.flatMap(({ path, links, text }) => [
        ...links.flatMap(({ url }) => corpus.byPath(fileOfUrl(url, path)?.path ?? '') ?? []),
        ...segmentsOf(context, text).flatMap((segment) =>
          segment.kind === 'record' || segment.kind === 'path'
            ? (byUrl.get(segment.link?.url ?? '') ?? [])
            : [],
        ),
      ]);
      const all = new Set<unknown>([...led, ...(leading.get(spec) ?? [])]);
      return [spec, corpus.adrs.filter((adr) => all.has(adr))];
    }),
  );
}
