import type { Workspace } from '../service/index.ts';

/** What differs between Node and a web worker. */
export interface Platform {
  /** Resolves after everything that is already waiting for the event loop had its turn. */
  turn(): Promise<void>;
  /** Reads `file:` URIs by itself. */
  readonly localFiles?: Workspace;
}

/** How long work may go on before typing gets its turn, in milliseconds. */
const slice = 1.5;

/** A pause for long work: returns at once most of the time, and after a turn of the event loop when a slice is used up. */
export function slicing(turn: () => Promise<void>): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < slice) return;
    await turn();
    started = performance.now();
  };
}
