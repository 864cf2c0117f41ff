import type { EvidenceContext } from '../evidence/site-evidence.ts';
import { specTraces, type TracedRequirement, type TracedTask } from '../specs/spec-trace.ts';

/** The traces of other tools' specifications as data; `null` for what is not known, or what nobody says. */
export function workTraces(context: EvidenceContext) {
  return specTraces(context).map(({ spec, title, url, requirements, tasks, decisions, gaps }) => ({
    source: spec.folder.source,
    name: spec.folder.name,
    title,
    folder: spec.folder.folder,
    url,
    archived: spec.folder.archived !== undefined,
    archivedOn: spec.folder.archived?.date ?? null,
    decisions: decisions.map(({ label }) => label),
    requirements: requirements.map(requirementData),
    tasks: tasks.map(taskData),
    gaps: gaps.map(({ kind, of }) => ({ kind, of: of.map(({ anchor }) => anchor) })),
  }));
}

function requirementData({ anchor, requirement, tasks, verdict }: TracedRequirement) {
  const { id, text, file, line, operation } = requirement;
  return {
    ...{ key: anchor, id, text, file, line, operation: operation ?? null },
    tasks: tasks?.map((task) => task.anchor) ?? null,
    verdict: verdict?.name ?? null,
  };
}

function taskData({ anchor, id, text, file, line, isDone, refs, judged, told, paths }: TracedTask) {
  const { verdict } = judged ?? {};
  return {
    ...{ key: anchor, id: id ?? null, text, file, line, done: isDone },
    requirements: refs.map((ref) => ref.id),
    claim: judged?.claim.id ?? null,
    verdict: verdict?.kind ?? null,
    reason: verdict && 'reason' in verdict ? verdict.reason : null,
    commit: told?.id ?? null,
    paths: paths.map((one) => ({
      path: one.path,
      commit: one.commit?.id ?? null,
      decisions: one.decisions.map(({ label }) => label),
    })),
  };
}
