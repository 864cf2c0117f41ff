import path from 'node:path';
import type { Generator } from 'rolldown-plugin-dts';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  lib: ['lib.es2024.d.ts'],
  types: ['node'],
  module: ts.ModuleKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  resolveJsonModule: true,
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
  declaration: true,
  emitDeclarationOnly: true,
};

/**
 * Declares the types of sources. A type that is inferred from a schema is written out, so that a reader sees what it
 * holds and nobody needs the library of the schema; the schemas themselves are `unknown`.
 * @param entries absolute paths of the files that everything else is imported from
 */
export function declarationGenerator(entries: readonly string[]): Generator {
  const program = ts.createProgram(entries, OPTIONS);
  const afterDeclarations = [writeOutInferred(program.getTypeChecker())];
  const declared = new Map<string, string>();
  const keep: ts.WriteFileCallback = (_name, text, _bom, _onError, [source] = []) => {
    if (source) declared.set(path.normalize(source.fileName), text);
  };
  // All at once and so in one order: how a union is written out depends on what was looked at before it.
  program.emit(undefined, keep, undefined, true, { afterDeclarations });
  return {
    emit(_source, file) {
      const code = declared.get(path.normalize(file));
      return code === undefined
        ? { error: `${file} is no part of what the entries import` }
        : { code };
    },
  };
}

function writeOutInferred(
  checker: ts.TypeChecker,
): ts.TransformerFactory<ts.SourceFile | ts.Bundle> {
  const flags = ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.InTypeAlias;
  const unknown = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
  return (context) => (file) => {
    const visit = (node: ts.Node): ts.Node => {
      const named = nameInSchemas(node);
      if (named === undefined) return ts.visitEachChild(node, visit, context);
      const written = ts.getOriginalNode(node);
      if (named !== 'infer' || !ts.isTypeReferenceNode(written)) return unknown;
      const type = checker.getTypeFromTypeNode(written);
      // What is inferred from a type parameter is known only where the type is used.
      const isOpen = written.typeArguments?.some(
        (argument) => checker.getTypeFromTypeNode(argument).flags & ts.TypeFlags.TypeParameter,
      );
      return (isOpen ? undefined : checker.typeToTypeNode(type, undefined, flags)) ?? unknown;
    };
    return ts.visitEachChild(file as ts.SourceFile, visit, context);
  };
}

/** The name of a type in `z`, the library of schemas; `undefined` for any other node. */
function nameInSchemas(node: ts.Node): string | undefined {
  if (!ts.isTypeReferenceNode(node) || !ts.isQualifiedName(node.typeName)) return undefined;
  let { left }: ts.QualifiedName = node.typeName;
  while (ts.isQualifiedName(left)) left = left.left;
  return left.text === 'z' ? node.typeName.right.text : undefined;
}
