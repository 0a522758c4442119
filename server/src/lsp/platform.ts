import type { Workspace } from '../service/index.ts';

/** What differs between Node and a web worker. */
export interface Platform {
  /** Resolves after everything that is already waiting for the event loop had its turn. */
  turn(): Promise<void>;
  /** Reads `file:` URIs by itself. */
  readonly localFiles?: Workspace;
  /** URI of the folder with the rules' pages, where there are files. */
  readonly rulePages?: string;
}

/** How long work may go on before typing gets its turn, in milliseconds. */
const slice = 1.5;
/** How long work stands still after an edit, in milliseconds: the writer waits for what it brings. */
const stillness = 12;

/**
 * A pause for long work: returns at once most of the time, and after a turn of the event loop when a slice is used up; later
 * while the writer types, of whom `lastEdit` tells when (as `performance.now` does). Of several strands of work that pause
 * together one goes on after the other, or their slices would add up.
 */
export function slicing(turn: () => Promise<void>, lastEdit: () => number): () => Promise<void> {
  let started = performance.now();
  let line = Promise.resolve();
  const next = async (): Promise<void> => {
    if (performance.now() - started < slice) return;
    await turn();
    while (performance.now() - lastEdit() < stillness)
      await new Promise((resolve) => void setTimeout(resolve, stillness));
    started = performance.now();
  };
  return () => (line = line.then(next));
}
