/** A request's method with the types of what is asked and answered; `_` exists for the compiler only. */
export interface Request<Params, Result> {
  readonly method: string;
  readonly _?: (params: Params) => Result;
}

/** Lines and UTF-16 columns from 0, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Why something is not done: one sentence for the writer. */
export interface Refusal {
  readonly refusal: string;
}
