import { Evaluator } from './evaluator.ts';
import type { Literal, LiteralMap } from './literal.ts';
import { parseProgram } from './program.ts';

export type { Literal, LiteralMap } from './literal.ts';

/** A configuration in JavaScript or TypeScript, never run: only what it states in plain literals is known of it. */
export interface Script {
  /** The object that is the module's default export, however it is wrapped; undefined where none is to be seen. */
  readonly exported: LiteralMap | undefined;
  /** The value of a constant declared once; undefined where that is not plain. */
  getConstant(name: string): Literal;
  /** The arguments of each call of a function or method with this name, in the order of the text. */
  getCalls(name: string): readonly (readonly Literal[])[];
}

/** What a program states in plain literals; any text is accepted, and what does not parse is unknown. */
export function readScript(text: string): Script {
  const program = parseProgram(text);
  const evaluator = new Evaluator(program);
  return {
    exported: evaluator.evaluateObject(program.exported),
    getConstant: (name) => evaluator.evaluateConstant(name),
    getCalls: (name) => (program.calls.get(name) ?? []).map((list) => evaluator.evaluateList(list) ?? []),
  };
}
