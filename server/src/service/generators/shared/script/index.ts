import { Evaluator } from './evaluator.ts';
import type { Literal, LiteralMap } from './literal.ts';
import { findUsedModules } from './modules.ts';
import { resolvePath } from '../../../text/paths.ts';
import { parseProgram } from './program.ts';

export type { Literal, LiteralMap } from './literal.ts';

/** A configuration file in JavaScript or TypeScript. It is never run: only its literals are known. */
export interface Script {
  /** The object that the module exports by default, also wrapped in a call or returned by a function; undefined where it is no literal. */
  readonly exported: LiteralMap | undefined;
  /** Returns the value of a constant that is declared once; undefined where it is no literal. */
  getConstant(name: string): Literal;
  /** Returns the arguments of each call of a function or method with this name, in the order of the text. */
  getCalls(name: string): readonly (readonly Literal[])[];
  /** Returns the specifiers of the modules that may change what functions with these names do: `markdown-it-footnote` of `md.use(footnote)`; and of those that are called. */
  findUsedModules(functions: readonly string[]): readonly string[];
}

/** Whether a specifier names a file of the site, and no package. */
export function isOwnModule(specifier: string): boolean {
  return /^[./]/.test(specifier);
}

const relativeImport = /\b(?:from|require\(|import\(|import)\s*["'](\.{1,2}\/[^"'\n]+)["']/g;
const endings = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '/index.js', '/index.ts', '/index.mjs'];

/** Returns the paths that the files of the site can have which a program in a folder imports, with all endings that it may leave out. */
export function listImportedFiles(text: string, folder: string): string[] {
  return [...text.matchAll(relativeImport)].flatMap(([, written]) => {
    const path = resolvePath(written!, folder);
    return path === undefined ? [] : endings.map((ending) => path + ending);
  });
}

/** Reads the literals of a program. Never throws: what does not parse is undefined. */
export function readScript(text: string): Script {
  const program = parseProgram(text);
  const evaluator = new Evaluator(program);
  return {
    exported: evaluator.evaluateObject(program.exported),
    getConstant: (name) => evaluator.evaluateConstant(name),
    getCalls: (name) => (program.calls.get(name) ?? []).map((list) => evaluator.evaluateList(list) ?? []),
    findUsedModules: (functions) => findUsedModules(program, new Set(functions)),
  };
}
