/** Sizes of a made-up history. */
export interface Sizes {
  readonly commits: number;
  readonly records: number;
}

/**
 * Commands for git-fast-import(1) that make a repository: ordinary commits that edit or move one of a hundred files
 * each, and evenly among them landings with a specification, a decision and a true provenance record.
 */
export function* historyStream({ commits, records }: Sizes): Generator<string> {
  const names = Array.from({ length: 100 }, (_, index) => `src/file-${index}.ts`);
  const every = Math.max(1, Math.floor(commits / records));
  let landed = 0;
  for (let index = 0; index < commits; index += 1) {
    const seconds = 1_700_000_000 + index * 60;
    const isLanding = index > 0 && index % every === every - 1 && landed < records;
    let body = '';
    if (index === 0) {
      for (const [at, name] of names.entries()) body += file(name, content(at, 0));
    } else if (isLanding) {
      landed += 1;
      body = landing(landed, names[index % 100] ?? '', content(index % 100, index));
    } else if (index % 13 === 0) {
      const at = index % 100;
      const moved = `src/moved-${index}-${at}.ts`;
      body = `R ${names[at]} ${moved}\n`;
      names[at] = moved;
    } else {
      body = file(names[index % 100] ?? '', content(index % 100, index));
    }
    const subject = isLanding ? `carry out ${landed}` : `work ${index}`;
    yield `commit refs/heads/main\ncommitter A. Author <a@example.org> ${seconds} +0000\n${data(subject)}${body}\n`;
  }
}

function landing(count: number, touched: string, text: string): string {
  const number = String(count).padStart(4, '0');
  const spec = `.sdd/specification/spec-${number}-work.md`;
  const adr = `docs/adr/adr-${number}-work.md`;
  const record = `.sdd/provenance/spec-${number}-work.provenance.md`;
  const rows = [
    [spec, 'Created'],
    [adr, 'Created'],
    [record, 'Created'],
    [touched, 'Modified'],
  ].map(([path, status]) => `| \`${path}\` | ${status} |`);
  return [
    file(touched, text),
    file(
      spec,
      `---\ntitle: "Spec ${number}: Work"\nchecks:\n  1: { file-exists: ${adr} }\n  2: { committed-together: [${adr}] }\n---\n\n## Validation steps\n\n1. The decision exists\n2. All is committed together\n`,
    ),
    file(
      adr,
      `---\ntitle: "ADR-${number}: Work"\n---\n\n## Context\n\n${'A sentence of context. '.repeat(40)}\n`,
    ),
    file(
      record,
      `# Provenance: Spec ${number} — ADR-${number}\n\n**Spec:** \`${spec}\`\n**Executed:** 2023-11-01T00:00:00Z\n\n## Artifacts Produced\n\n| File | Status |\n| --- | --- |\n${rows.join('\n')}\n\n## Validation Results\n\n1. The decision exists — PASS\n2. All is committed together — PASS\n`,
    ),
  ].join('');
}

function content(file: number, version: number): string {
  const lines = Array.from(
    { length: 30 },
    (_, line) => `export const line${line} = ${file * line};`,
  );
  return `${lines.join('\n')}\nexport const version = ${version};\n`;
}

function file(path: string, text: string): string {
  return `M 100644 inline ${path}\n${data(text)}`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
