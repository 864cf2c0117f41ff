import { parse as parseToml, TomlError } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import { defineRule } from '../engine/define.ts';
import { nodesOf } from '../records/nodes.ts';
import { spanOfLine } from './support/code-lines.ts';
import { NEW_ADR } from './support/example-base.ts';

/** What makes a block a sketch and not code to be copied: a template expression or an ellipsis. */
const SKETCH = /\{\{|\.\.\.|…/;

export default defineRule({
  id: 'code-block-parses',
  kinds: ['adr', 'spec', 'provenance'],
  severity: 'warning',
  summary: 'A block marked as JSON, YAML or TOML parses as such.',
  why: 'Configuration in a record gets copied into a system; otherwise a slip in the indentation is found there, by someone else.',
  examples: {
    bad: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```json\n{\n  "ttl": 86400,\n}\n```\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 55,
            message: 'Unexpected syntax in a block marked `json`, expected it to parse',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```yaml\ncache:\n  ttl: 86400\n size: 50\n```\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 55,
            message: 'Unexpected syntax in a block marked `yaml`, expected it to parse',
          },
        ],
      },
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```toml\n[cache]\nttl = 24h\n```\n\n## Decision\n',
          },
        ],
        finds: [
          {
            file: NEW_ADR,
            line: 54,
            message: 'Unexpected syntax in a block marked `toml`, expected it to parse',
          },
        ],
      },
    ],
    good: [
      {
        patches: [
          {
            change: NEW_ADR,
            from: '## Decision\n',
            to: '```json\n{ "ttl": 86400, ... }\n```\n\n## Decision\n',
          },
        ],
      },
    ],
  },
  check({ record, report }) {
    for (const node of nodesOf(record.document).code) {
      const language = node.lang?.toLowerCase() ?? '';
      if (SKETCH.test(node.value)) continue;
      const error =
        language === 'json'
          ? jsonError(node.value)
          : /^ya?ml$/.test(language)
            ? yamlError(node.value)
            : language === 'toml'
              ? tomlError(node.value)
              : undefined;
      if (!error) continue;
      report({
        span: spanOfLine(record.document, node, error.line),
        message: `Unexpected syntax in a block marked \`${node.lang}\`, expected it to parse`,
        // The parser counts lines from the block's first.
        help: `the parser says: ${error.reason.replace(/\s+/g, ' ').replace(AT, '')}`,
      });
    }
  },
});

const AT = / at (?:position \d+|line \d+, column \d+)(?: \(line \d+ column \d+\))?:?/;

/** `line` counts from 1 inside the block. */
interface SyntaxProblem {
  readonly line: number;
  readonly reason: string;
}

function jsonError(text: string): SyntaxProblem | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { line: brokenLine(text.split('\n')), reason };
  }
}

/** The first line with which the text is no beginning of a JSON text; not every message of the parser names a place. */
function brokenLine(lines: readonly string[]): number {
  let [whole, broken] = [0, lines.length];
  while (whole + 1 < broken) {
    const middle = (whole + broken) >> 1;
    if (isBeginning(`${lines.slice(0, middle).join('\n')}\n`)) whole = middle;
    else broken = middle;
  }
  return broken;
}

/** Whether the parser misses nothing but what follows. */
function isBeginning(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const reason = String(error);
    const position = /position (\d+)/.exec(reason)?.[1];
    return / end of JSON/.test(reason) || Number(position) >= text.length;
  }
}

function yamlError(text: string): SyntaxProblem | undefined {
  const documents = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent' });
  const [error] = Array.isArray(documents) ? documents.flatMap((document) => document.errors) : [];
  if (!error) return undefined;
  return { line: text.slice(0, error.pos[0]).split('\n').length, reason: error.message };
}

function tomlError(text: string): SyntaxProblem | undefined {
  try {
    parseToml(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n')[0] ?? error.message;
    return { line: error.line, reason };
  }
}
