/** How each command is called; what it answers is of no matter here. */
export const HOSTILE_CALLS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  lint: [
    ['lint'],
    ['lint', '--base', 'main'],
    ['lint', '--changed'],
    ['lint', '--changed', 'main', '--no-cache'],
    ['lint', '--fix'],
    ['lint', '--explain', 'link-target'],
    ['lint', '--update-baseline'],
  ],
  verify: [['verify'], ['verify', '--since', 'main']],
  validate: [
    ['validate', '1', '--run-checks'],
    ['validate', '1', '--at', 'landing', '--run-checks'],
  ],
  diff: [
    ['diff', 'main'],
    ['diff', 'main', 'topic'],
    ['diff', 'main', '--format', 'markdown'],
  ],
  'new adr': [['new', 'adr', 'Another']],
  'new spec': [['new', 'spec', 'Another']],
  accept: [
    ['accept', 'ADR-002'],
    ['accept', '1', 'artifact:a', '--reason', 'b'],
  ],
  ratify: [
    ['ratify', 'ADR-002'],
    ['ratify', '1', 'landed-together'],
  ],
  reject: [['reject', 'ADR-002']],
  deprecate: [['deprecate', 'ADR-002']],
  supersede: [['supersede', 'ADR-002', 'Anew']],
  renumber: [['renumber', 'ADR-002', '12']],
  migrate: [['migrate'], ['migrate', '--to', 'madr']],
  list: [['list'], ['list', '--json']],
  due: [['due'], ['due', '--format', 'json']],
  agents: [
    ['agents', '--check', '--mcp'],
    ['agents', '--yes'],
  ],
  check: [['check', '--changed', 'main']],
  why: [
    ['why', 'code.ts:1-2'],
    ['why', 'code.ts:1', '--at', 'HEAD'],
    ['why', 'lost.txt:1'],
  ],
  doctor: [['doctor']],
  init: [['init', '--yes']],
  build: [['build']],
  completion: [['completion', 'bash']],
  complete: [['complete', '--', 'accept', '']],
  'new provenance': [
    ['new', 'provenance', '1'],
    ['new', 'provenance', '1', '--since', 'main', '--run-checks'],
  ],
  'emit agent-trace': [['emit', 'agent-trace', '1']],
  attest: [
    ['attest', '1'],
    ['attest', '1', '--predicate', 'test-result'],
    ['attest', '1', '--predicate', 'verification-summary'],
  ],
};
