import type { Changes } from '../../records/changes/changes.ts';
import { changeKind } from '../../records/changes/changes.ts';
import type { Finding } from '../../records/finding.ts';
import { wordingFields } from '../wording.ts';

/** Version of the JSON; it grows when a key changes its meaning or goes. */
const VERSION = 1;

/** The changes for programs: one object, with what is absent as `null`. */
export function changesJson(changes: Changes): string {
  const value = {
    version: VERSION,
    ...changes,
    violations: {
      added: changes.violations.added.map(findingJson),
      fixed: changes.violations.fixed.map(findingJson),
    },
    records: changes.records.map((change) => ({ change: changeKind(change), ...change })),
  };
  const plain = (_: string, item: unknown) => (item === undefined ? null : item);
  return `${JSON.stringify(value, plain, 2)}\n`;
}

function findingJson(finding: Finding) {
  const { rule, severity, file, span, help, related, fix } = finding;
  return {
    ...{ rule, severity, file, span, ...wordingFields(finding), help, related },
    ...(fix && { fix }),
  };
}
