import path from 'node:path';
import type { Patch } from '../../../packages/docket/src/engine/define.ts';
import { NEW_ADR, OLD_ADR } from '../../../packages/docket/src/rules/support/example-base.ts';
import { ROOT } from '../../../packages/docket/tests/support/repository.ts';
import {
  buildExampleSite,
  THIRD_ADR,
} from '../../../packages/starlight-docket/tests/support/example-site.ts';

// Makes a repository with a pull request and builds its preview, as the workflow does.

/** Both decisions govern a file, and the one in force asks those who change it to name it. */
const GOVERNING: readonly Patch[] = [
  {
    change: NEW_ADR,
    from: 'spec: SPEC-0001',
    to: 'spec: SPEC-0001\ngoverns:\n  - files: src/\n    require: acknowledgement',
  },
  {
    change: OLD_ADR,
    from: 'superseded-by: [ADR-002]',
    to: 'superseded-by: [ADR-002]\ngoverns: [src/session.ts]',
  },
];
const code = (hours: number): Patch => ({
  add: 'src/session.ts',
  text: `// ADR-002 keeps them.\nexport const hours = ${hours};\n`,
});

const CHANGES: readonly Patch[] = [
  ...GOVERNING,
  code(12),
  { change: NEW_ADR, from: 'every session for 24 hours', to: 'every session for 12 hours' },
  { change: OLD_ADR, from: 'deploy at night', to: 'deploy before the shop opens' },
  THIRD_ADR,
];

/** A decision with diagrams that only Mermaid can draw. */
const DIAGRAMS: Patch = {
  add: 'docs/adr/adr-004-draw-sessions.md',
  text: ('text' in THIRD_ADR ? THIRD_ADR.text : '')
    .replaceAll('ADR-003', 'ADR-004')
    .replaceAll('Expire Sessions at Night', 'Draw Sessions')
    .replace(
      '## Decision\n',
      `${[
        'pie title Sessions\n  accTitle: Where sessions are\n  accDescr: Most are in Redis & few in files.\n  "Redis" : 90\n  "Files" : 10',
        'classDiagram\n  Session <|-- Guest\n  class Guest["<b>Guest</b>"]',
        'mindmap\n  root((Sessions))\n    Redis\n    Files',
        'flowchart TD\n  Shop --> [',
      ]
        .map((text) => `\`\`\`mermaid\n${text}\n\`\`\`\n\n`)
        .join('')}## Decision\n`,
    ),
};

buildExampleSite(
  path.join(ROOT, '.cache/preview-repository'),
  [
    { subject: 'Start', patches: [...GOVERNING, code(24), DIAGRAMS] },
    { subject: 'Change sessions', patches: CHANGES, branch: 'topic' },
  ],
  {
    DOCKET_OUT_DIR: '.cache/preview-site',
    DOCKET_BASE: '/previews/pr-42',
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'remote.origin.url',
    GIT_CONFIG_VALUE_0: 'https://github.com/acme/shop',
    DOCKET_PREVIEW_PR: '42',
    DOCKET_PREVIEW_BASE: 'main',
  },
);
