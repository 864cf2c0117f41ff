import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Ajv4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { formatGithub } from '../../src/report/github.ts';
import { formatJson } from '../../src/report/json.ts';
import { lintJsonSchema } from '../../src/report/json-schema.ts';
import { formatJunit } from '../../src/report/junit.ts';
import type { FormatOptions } from '../../src/report/report.ts';
import { formatSarif } from '../../src/report/sarif.ts';
import { CLEAN, SAMPLE } from './sample.ts';

const options: FormatOptions = { colour: false, width: undefined, version: '0.1.0' };

describe('json', () => {
  test('carries both ends of every place, the fix and the page', () => {
    expect(formatJson(SAMPLE)).toMatchInlineSnapshot(`
      "{
        "version": 1,
        "diagnostics": [
          {
            "rule": "status-known",
            "severity": "error",
            "file": "docs/adr/adr-001-a, b.md",
            "line": 2,
            "column": 9,
            "endLine": 2,
            "endColumn": 16,
            "message": "Unexpected status \`Acepted\`, expected \`Proposed\` or \`Accepted\`",
            "found": "status \`Acepted\`",
            "expected": "\`Proposed\` or \`Accepted\`",
            "help": "write \`Accepted\`",
            "related": [],
            "url": "https://docs.example.org/reference/rules/status-known/",
            "docs": "https://docs.example.org/reference/rules/status-known/"
          },
          {
            "rule": "supersession-reciprocal",
            "severity": "error",
            "file": "docs/adr/adr-001-a, b.md",
            "line": 3,
            "column": 17,
            "endLine": 3,
            "endColumn": 24,
            "message": "Unexpected one-sided \`superseded-by: ADR-002\`, expected \`ADR-001\` there, too",
            "found": "one-sided \`superseded-by: ADR-002\`",
            "expected": "\`ADR-001\` there, too",
            "help": "add \`supersedes: [ADR-001]\`",
            "related": [
              {
                "file": "docs/adr/adr-002-c.md",
                "line": 2,
                "column": 8,
                "endLine": 2,
                "endColumn": 29,
                "label": "\`ADR-002\` does not name \`ADR-001\`"
              }
            ]
          },
          {
            "rule": "section-title",
            "severity": "info",
            "file": "docs/adr/adr-001-a, b.md",
            "line": 6,
            "column": 3,
            "endLine": 7,
            "endColumn": 13,
            "message": "Unexpected heading over two lines",
            "found": "heading over two lines",
            "help": "write it on one",
            "related": []
          },
          {
            "rule": "mention-form",
            "severity": "warning",
            "file": "docs/adr/adr-001-a, b.md",
            "line": 9,
            "column": 5,
            "endLine": 9,
            "endColumn": 10,
            "message": "Unexpected \`ADR 2\`, expected \`ADR-002\`",
            "found": "\`ADR 2\`",
            "expected": "\`ADR-002\`",
            "help": "write \`ADR-002\`",
            "related": [],
            "fix": {
              "edits": [
                {
                  "line": 9,
                  "column": 5,
                  "endLine": 9,
                  "endColumn": 10,
                  "text": "ADR-002"
                }
              ]
            }
          },
          {
            "rule": "mention-form",
            "severity": "warning",
            "file": "docs/adr/adr-001-a, b.md",
            "line": 9,
            "column": 15,
            "endLine": 9,
            "endColumn": 20,
            "message": "Unexpected \`ADR 3\`, expected \`ADR-003\`",
            "found": "\`ADR 3\`",
            "expected": "\`ADR-003\`",
            "help": "write \`ADR-003\`",
            "related": []
          },
          {
            "rule": "file-readable",
            "severity": "error",
            "file": "docs/adr/adr-003-d.md",
            "line": 1,
            "column": 1,
            "endLine": 1,
            "endColumn": 4,
            "message": "Unexpected bytes that are no UTF-8, expected text",
            "found": "bytes that are no UTF-8",
            "expected": "text",
            "help": "save the file as UTF-8",
            "related": []
          }
        ],
        "waived": [],
        "summary": {
          "files": 3,
          "errors": 3,
          "warnings": 2,
          "infos": 1,
          "fixable": 1
        }
      }
      "
    `);
  });

  test('is what its schema says', () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(lintJsonSchema());
    for (const report of [SAMPLE, CLEAN]) {
      validate(JSON.parse(formatJson(report)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: 2, diagnostics: [], summary: {} })).toBe(false);
  });
});

test('github escapes what has a meaning in a workflow command', () => {
  expect(formatGithub(SAMPLE, { ...options, prefix: 'records/' })).toMatchInlineSnapshot(`
    "::error file=records/docs/adr/adr-001-a%2C b.md,line=2,col=9,endLine=2,endColumn=16,title=status-known::Unexpected status \`Acepted\`, expected \`Proposed\` or \`Accepted\`%0Ahelp: write \`Accepted\`%0Arule: https://docs.example.org/reference/rules/status-known/
    ::error file=records/docs/adr/adr-001-a%2C b.md,line=3,col=17,endLine=3,endColumn=24,title=supersession-reciprocal::Unexpected one-sided \`superseded-by: ADR-002\`, expected \`ADR-001\` there, too%0Arecords/docs/adr/adr-002-c.md:2: \`ADR-002\` does not name \`ADR-001\`%0Ahelp: add \`supersedes: [ADR-001]\`
    ::notice file=records/docs/adr/adr-001-a%2C b.md,line=6,endLine=7,title=section-title::Unexpected heading over two lines%0Ahelp: write it on one
    ::warning file=records/docs/adr/adr-001-a%2C b.md,line=9,col=5,endLine=9,endColumn=10,title=mention-form::Unexpected \`ADR 2\`, expected \`ADR-002\`%0Ahelp: write \`ADR-002\`%0Afix: available with \`docket lint --fix\`
    ::warning file=records/docs/adr/adr-001-a%2C b.md,line=9,col=15,endLine=9,endColumn=20,title=mention-form::Unexpected \`ADR 3\`, expected \`ADR-003\`%0Ahelp: write \`ADR-003\`
    ::error file=records/docs/adr/adr-003-d.md,line=1,col=1,endLine=1,endColumn=4,title=file-readable::Unexpected bytes that are no UTF-8, expected text%0Ahelp: save the file as UTF-8
    3 errors, 2 warnings and 1 note in 3 files, 1 fixable with --fix
    "
  `);
});

test('junit is well formed, with a case for each finding', () => {
  expect(formatJunit(SAMPLE, options)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="docket lint" tests="6" failures="3" errors="0">
      <testsuite name="docs/adr/adr-001-a, b.md" tests="5" failures="2" errors="0">
        <testcase name="status-known at 2:9" classname="docs/adr/adr-001-a, b.md" file="docs/adr/adr-001-a, b.md" line="2">
          <failure type="status-known" message="Unexpected status \`Acepted\`, expected \`Proposed\` or \`Accepted\`">docs/adr/adr-001-a, b.md:2:9-2:16
    help: write \`Accepted\`
    rule: https://docs.example.org/reference/rules/status-known/</failure>
        </testcase>
        <testcase name="supersession-reciprocal at 3:17" classname="docs/adr/adr-001-a, b.md" file="docs/adr/adr-001-a, b.md" line="3">
          <failure type="supersession-reciprocal" message="Unexpected one-sided \`superseded-by: ADR-002\`, expected \`ADR-001\` there, too">docs/adr/adr-001-a, b.md:3:17-3:24
    docs/adr/adr-002-c.md:2:8-2:29: \`ADR-002\` does not name \`ADR-001\`
    help: add \`supersedes: [ADR-001]\`</failure>
        </testcase>
        <testcase name="section-title at 6:3" classname="docs/adr/adr-001-a, b.md" file="docs/adr/adr-001-a, b.md" line="6">
          <system-out>info: Unexpected heading over two lines
    docs/adr/adr-001-a, b.md:6:3-7:13
    help: write it on one</system-out>
        </testcase>
        <testcase name="mention-form at 9:5" classname="docs/adr/adr-001-a, b.md" file="docs/adr/adr-001-a, b.md" line="9">
          <system-out>warning: Unexpected \`ADR 2\`, expected \`ADR-002\`
    docs/adr/adr-001-a, b.md:9:5-9:10
    help: write \`ADR-002\`</system-out>
        </testcase>
        <testcase name="mention-form at 9:15" classname="docs/adr/adr-001-a, b.md" file="docs/adr/adr-001-a, b.md" line="9">
          <system-out>warning: Unexpected \`ADR 3\`, expected \`ADR-003\`
    docs/adr/adr-001-a, b.md:9:15-9:20
    help: write \`ADR-003\`</system-out>
        </testcase>
      </testsuite>
      <testsuite name="docs/adr/adr-003-d.md" tests="1" failures="1" errors="0">
        <testcase name="file-readable at 1:1" classname="docs/adr/adr-003-d.md" file="docs/adr/adr-003-d.md" line="1">
          <failure type="file-readable" message="Unexpected bytes that are no UTF-8, expected text">docs/adr/adr-003-d.md:1:1-1:4
    help: save the file as UTF-8</failure>
        </testcase>
      </testsuite>
    </testsuites>
    "
  `);
});

test('junit of nothing found has one case that passes', () => {
  expect(formatJunit(CLEAN, options)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="docket lint" tests="1" failures="0" errors="0">
      <testsuite name="docket lint" tests="1" failures="0" errors="0">
        <testcase name="No problems in 3 files" classname="docket"/>
      </testsuite>
    </testsuites>
    "
  `);
});

describe('sarif', () => {
  const require = createRequire(import.meta.url);
  const official = JSON.parse(
    readFileSync(
      require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
      'utf8',
    ),
  );
  const ajv = new Ajv4({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv as never);
  const validate = ajv.compile(official);

  test('is valid by the schema of the standard', () => {
    for (const report of [SAMPLE, CLEAN]) {
      validate(JSON.parse(formatSarif(report, options)));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  test('has regions, related places, fixes and the pages of the rules', () => {
    expect(formatSarif(SAMPLE, { ...options, prefix: 'a b/' })).toMatchInlineSnapshot(`
      "{
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
          {
            "tool": {
              "driver": {
                "name": "docket",
                "semanticVersion": "0.1.0",
                "rules": [
                  {
                    "id": "file-readable"
                  },
                  {
                    "id": "mention-form"
                  },
                  {
                    "id": "section-title"
                  },
                  {
                    "id": "status-known",
                    "shortDescription": {
                      "text": "The status is one of the vocabulary."
                    },
                    "fullDescription": {
                      "text": "The status is one of the vocabulary. A misspelt status is no status."
                    },
                    "help": {
                      "text": "A misspelt status is no status."
                    },
                    "helpUri": "https://docs.example.org/reference/rules/status-known/"
                  },
                  {
                    "id": "supersession-reciprocal"
                  }
                ]
              }
            },
            "columnKind": "utf16CodeUnits",
            "invocations": [
              {
                "executionSuccessful": true
              }
            ],
            "results": [
              {
                "ruleId": "status-known",
                "ruleIndex": 3,
                "level": "error",
                "message": {
                  "text": "Unexpected status \`Acepted\`, expected \`Proposed\` or \`Accepted\`\\nHelp: write \`Accepted\`"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "a%20b/docs/adr/adr-001-a%2C%20b.md",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 2,
                        "startColumn": 9,
                        "endLine": 2,
                        "endColumn": 16
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "docketFinding/v1": "status-known|docs/adr/adr-001-a, b.md|Unexpected status \`Acepted\`, expected \`Proposed\` or \`Accepted\`"
                }
              },
              {
                "ruleId": "supersession-reciprocal",
                "ruleIndex": 4,
                "level": "error",
                "message": {
                  "text": "Unexpected one-sided \`superseded-by: ADR-002\`, expected \`ADR-001\` there, too\\nHelp: add \`supersedes: [ADR-001]\`"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "a%20b/docs/adr/adr-001-a%2C%20b.md",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 3,
                        "startColumn": 17,
                        "endLine": 3,
                        "endColumn": 24
                      }
                    }
                  }
                ],
                "relatedLocations": [
                  {
                    "id": 1,
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "a%20b/docs/adr/adr-002-c.md",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 2,
                        "startColumn": 8,
                        "endLine": 2,
                        "endColumn": 29
                      }
                    },
                    "message": {
                      "text": "\`ADR-002\` does not name \`ADR-001\`"
                    }
                  }
                ],
                "partialFingerprints": {
                  "docketFinding/v1": "supersession-reciprocal|docs/adr/adr-001-a, b.md|Unexpected one-sided \`superseded-by: ADR-002\`, expected \`ADR-001\` there, too"
                }
              },
              {
                "ruleId": "section-title",
                "ruleIndex": 2,
                "level": "note",
                "message": {
                  "text": "Unexpected heading over two lines\\nHelp: write it on one"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "a%20b/docs/adr/adr-001-a%2C%20b.md",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 6,
                        "startColumn": 3,
                        "endLine": 7,
                        "endColumn": 13
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "docketFinding/v1": "section-title|docs/adr/adr-001-a, b.md|Unexpected heading over two lines"
                }
              },
              {
                "ruleId": "mention-form",
                "ruleIndex": 1,
                "level": "warning",
                "message": {
                  "text": "Unexpected \`ADR 2\`, expected \`ADR-002\`\\nHelp: write \`ADR-002\`"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "a%20b/docs/adr/adr-001-a%2C%20b.md",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 9,
                        "startColumn": 5,
                        "endLine": 9,
                        "endColumn": 10
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "docketFinding/v1": "mention-form|docs/adr/adr-001-a, b.md|Unexpected \`ADR 2\`, expected \`ADR-002\`"
                },
                "fixes": [
                  {
                    "description": {
                      "text": "write \`ADR-002\`"
                    },
                    "artifactChanges": [
                      {
                        "artifactLocation": {
                          "uri": "a%20b/docs/adr/adr-001-a%2C%20b.md",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "replacements": [
                          {
                            "deletedRegion": {
                              "startLine": 9,
                              "startColumn": 5,
                              "endLine": 9,
                              "endColumn": 10
                            },
                            "insertedContent": {
                              "text": "ADR-002"
                            }
                          }
                        ]
                      }
                    ]
                  }
                ]
              },
              {
                "ruleId": "mention-form",
                "ruleIndex": 1,
                "level": "warning",
                "message": {
                  "text": "Unexpected \`ADR 3\`, expected \`ADR-003\`\\nHelp: write \`ADR-003\`"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "a%20b/docs/adr/adr-001-a%2C%20b.md",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 9,
                        "startColumn": 15,
                        "endLine": 9,
                        "endColumn": 20
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "docketFinding/v1": "mention-form|docs/adr/adr-001-a, b.md|Unexpected \`ADR 3\`, expected \`ADR-003\`"
                }
              },
              {
                "ruleId": "file-readable",
                "ruleIndex": 0,
                "level": "error",
                "message": {
                  "text": "Unexpected bytes that are no UTF-8, expected text\\nHelp: save the file as UTF-8"
                },
                "locations": [
                  {
                    "physicalLocation": {
                      "artifactLocation": {
                        "uri": "a%20b/docs/adr/adr-003-d.md",
                        "uriBaseId": "%SRCROOT%"
                      },
                      "region": {
                        "startLine": 1,
                        "startColumn": 1,
                        "endLine": 1,
                        "endColumn": 4
                      }
                    }
                  }
                ],
                "partialFingerprints": {
                  "docketFinding/v1": "file-readable|docs/adr/adr-003-d.md|Unexpected bytes that are no UTF-8, expected text"
                }
              }
            ]
          }
        ]
      }
      "
    `);
  });
});

test('no format for machines passes on a control or a mark of direction that a person would see through it', () => {
  const text = 'a\u001b[31mb\u0007 \u202edesrever\u202c \u2066x\u2069 \r::error::forged';
  const [sample] = SAMPLE.findings;
  if (!sample) throw new Error('a sample without a finding');
  const { words: _, ...finding } = sample;
  const related = [{ file: finding.file, span: finding.span, label: text }];
  const report = {
    ...SAMPLE,
    findings: [
      { ...finding, file: `docs/${text}.md`, found: text, expected: text, help: text, related },
    ],
  };
  const control = /[^\P{Cc}\n]|\p{Bidi_Control}/u;
  expect(formatGithub(report)).not.toMatch(control);
  expect(formatGithub(report).match(/^::/gm)).toHaveLength(1);
  expect(formatJunit(report, options)).not.toMatch(control);
  const { runs } = JSON.parse(formatSarif(report, options));
  const [{ message, relatedLocations }] = runs[0].results;
  expect(message.text).not.toMatch(control);
  expect(relatedLocations[0].message.text).not.toMatch(control);
});
