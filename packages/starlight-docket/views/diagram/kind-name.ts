import type { Translate, WordKey } from '../../words/say.ts';

const NAMES: Readonly<Record<string, WordKey>> = {
  graph: 'docket.diagram.flowchart',
  flowchart: 'docket.diagram.flowchart',
  'flowchart-elk': 'docket.diagram.flowchart',
  stateDiagram: 'docket.diagram.state',
  'stateDiagram-v2': 'docket.diagram.state',
  sequenceDiagram: 'docket.diagram.sequence',
  classDiagram: 'docket.diagram.class',
  'classDiagram-v2': 'docket.diagram.class',
  erDiagram: 'docket.diagram.entities',
  gantt: 'docket.diagram.gantt',
  pie: 'docket.diagram.pie',
  mindmap: 'docket.diagram.mindMap',
  timeline: 'docket.diagram.timeline',
  journey: 'docket.diagram.journey',
  gitGraph: 'docket.diagram.git',
  quadrantChart: 'docket.diagram.quadrants',
  requirementDiagram: 'docket.diagram.requirements',
  C4Context: 'docket.diagram.c4',
  C4Container: 'docket.diagram.c4',
  C4Component: 'docket.diagram.c4',
  C4Dynamic: 'docket.diagram.c4',
  C4Deployment: 'docket.diagram.c4',
  sankey: 'docket.diagram.sankey',
  xychart: 'docket.diagram.xy',
  block: 'docket.diagram.block',
  packet: 'docket.diagram.packet',
  architecture: 'docket.diagram.architecture',
  kanban: 'docket.diagram.kanban',
  radar: 'docket.diagram.radar',
  treemap: 'docket.diagram.treemap',
  treeView: 'docket.diagram.tree',
  venn: 'docket.diagram.venn',
  ishikawa: 'docket.diagram.fishbone',
  wardley: 'docket.diagram.wardley',
  usecase: 'docket.diagram.useCases',
  railroad: 'docket.diagram.railroad',
};

/** What a reader calls a diagram that begins with a word. */
export function kindName(t: Translate, word: string): string {
  const name = word.replace(/-beta$/, '');
  return t((Object.hasOwn(NAMES, name) && NAMES[name]) || 'docket.diagram.diagram');
}
