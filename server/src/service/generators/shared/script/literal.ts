/** A literal value in a program; undefined where only running the program would give it. */
export type Literal = string | number | boolean | null | undefined | readonly Literal[] | LiteralMap;

/**
 * Properties of an object in a program. A spread that is no literal and a computed name are recorded
 * under `...`, as undefined. A call is one too: its name under `()`, its arguments under `arguments`.
 */
export interface LiteralMap {
  readonly [key: string]: Literal;
}
