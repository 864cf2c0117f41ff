import { defineRule } from '../engine/define.ts';
import { FILE_START } from '../records/finding.ts';
import type { JudgedRatification } from '../records/ratification.ts';

const FILE = '.sdd/ratified/adr-002.0a1b2c3d.json';

export default defineRule({
  id: 'ratification-valid',
  kinds: [],
  scope: 'log',
  severity: 'warning',
  recommended: 'warning',
  summary: 'A ratification is a person’s signature under a text that stands as it was signed.',
  why: 'A file that looks like somebody’s word and is none misleads whoever counts on it.',
  examples: {
    bad: [
      {
        patches: [{ add: FILE, text: '{ "version": 1, "record": "ADR-002" }\n' }],
        finds: [
          {
            file: FILE,
            line: 1,
            message:
              'Unexpected ratification that cannot be read (states Invalid input: expected string, received undefined), expected one that `docket ratify` wrote',
          },
        ],
      },
    ],
    good: [{ patches: [{ add: '.sdd/ratified/README.md', text: 'Signed with SSH keys.\n' }] }],
  },
  checkDocuments({ facts, report }) {
    const { all = [], problems = [] } = facts.ratifications ?? {};
    for (const { file, line, reason } of problems) {
      const at = { line, column: 1, offset: 0 };
      report({
        file,
        span: line === 1 ? FILE_START : { start: at, end: at },
        found: `ratification that cannot be read (${reason})`,
        expected: 'one that `docket ratify` wrote',
        help: 'restore the file, or delete it and have it ratified again',
      });
    }
    for (const one of all) {
      const problem = problemOf(one, all);
      if (problem) report({ file: one.file, span: FILE_START, ...problem });
    }
  },
});

function problemOf(one: JudgedRatification, all: readonly JudgedRatification[]) {
  const { record, part, signer, standing } = one;
  const name = part === undefined ? `\`${record}\`` : `\`${part}\` of \`${record}\``;
  switch (standing.kind) {
    case 'refused':
      return {
        found: `ratification of ${name} that is not by \`${signer}\` (${standing.reason})`,
        expected: 'a signature by a key that the default branch lists for a person',
        help: 'delete the file, or have the person run `docket ratify` with a key that is listed',
      };
    case 'gone':
      return {
        found: `ratification of ${name}, which is not there`,
        expected: 'a record or part of that name',
        help: 'delete the file, or have a person ratify what has taken its place',
      };
    case 'changed': {
      const isRenewed = all.some(
        (other) =>
          other.record === record && other.part === part && other.standing.kind === 'holds',
      );
      if (isRenewed) return undefined;
      return {
        found: `ratification of ${name} by \`${signer}\`, whose text has changed since`,
        expected: 'the text that was signed',
        help: 'restore the text, or have a person read it and run `docket ratify` again',
      };
    }
    case 'holds':
    case 'unknown':
      return undefined;
  }
}
