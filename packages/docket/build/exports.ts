import ts from 'typescript';

/** One thing that an entry of the package exports. */
export interface Export {
  readonly name: string;
  readonly kind: 'class' | 'function' | 'type' | 'value';
  /** The first sentence of its docstring; empty where it has none. */
  readonly summary: string;
}

/** What a declaration file exports, by name; a default export is called `default`. */
export function exportsOf(file: string): Export[] {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} is no module`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      const declared = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
      const text = ts.displayPartsToString(declared.getDocumentationComment(checker));
      return { name: symbol.name, kind: kindOf(declared), summary: firstSentence(text) };
    })
    .sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function kindOf({ flags }: ts.Symbol): Export['kind'] {
  if (flags & ts.SymbolFlags.Class) return 'class';
  if (flags & ts.SymbolFlags.Function) return 'function';
  return flags & ts.SymbolFlags.Value ? 'value' : 'type';
}

function firstSentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /^.*?[.?!](?= [A-Z]|$)/.exec(line)?.[0] ?? line;
}

/**
 * A page with the table of each entry renewed: the one below the heading that names the entry, such as
 * `## docket/config`. The words around it stay.
 * @throws {Error} where the page lacks the heading, or a table below it
 */
export function withTables(page: string, tables: ReadonlyMap<string, readonly Export[]>): string {
  let text = page;
  for (const [entry, exports] of tables) {
    const place = new RegExp(`(^## \`${entry}\`\n(?:(?!^## )[^])*?)(?:^\\|.*\n)+`, 'm');
    if (!place.test(text)) throw new Error(`The page has no table below \`## ${entry}\``);
    text = text.replace(place, (_all, before: string) => before + tableOf(exports));
  }
  return text;
}

function tableOf(exports: readonly Export[]): string {
  const rows = exports.map(
    ({ name, kind, summary }) => `| \`${name}\` | ${kind} | ${summary.replaceAll('|', '\\|')} |\n`,
  );
  return `| Export | Kind | What it is |\n| --- | --- | --- |\n${rows.join('')}`;
}
