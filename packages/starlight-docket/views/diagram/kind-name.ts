const NAMES: Readonly<Record<string, string>> = {
  graph: 'Flowchart',
  flowchart: 'Flowchart',
  'flowchart-elk': 'Flowchart',
  stateDiagram: 'State diagram',
  'stateDiagram-v2': 'State diagram',
  sequenceDiagram: 'Sequence diagram',
  classDiagram: 'Class diagram',
  'classDiagram-v2': 'Class diagram',
  erDiagram: 'Entity relationship diagram',
  gantt: 'Gantt chart',
  pie: 'Pie chart',
  mindmap: 'Mind map',
  timeline: 'Timeline',
  journey: 'User journey',
  gitGraph: 'Git graph',
  quadrantChart: 'Quadrant chart',
  requirementDiagram: 'Requirement diagram',
  C4Context: 'C4 diagram',
  C4Container: 'C4 diagram',
  C4Component: 'C4 diagram',
  C4Dynamic: 'C4 diagram',
  C4Deployment: 'C4 diagram',
  sankey: 'Sankey diagram',
  xychart: 'XY chart',
  block: 'Block diagram',
  packet: 'Packet diagram',
  architecture: 'Architecture diagram',
  kanban: 'Kanban board',
  radar: 'Radar chart',
  treemap: 'Treemap',
  treeView: 'Tree',
  venn: 'Venn diagram',
  ishikawa: 'Fishbone diagram',
  wardley: 'Wardley map',
  usecase: 'Use case diagram',
  railroad: 'Railroad diagram',
};

/** What a reader calls a diagram that begins with a word. */
export function kindName(word: string): string {
  const name = word.replace(/-beta$/, '');
  return Object.hasOwn(NAMES, name) ? (NAMES[name] ?? 'Diagram') : 'Diagram';
}
