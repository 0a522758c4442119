let underWay = 0;

/** Runs a change that brings the edits of links along itself, so that nobody is asked about them a second time. */
export async function withOwnLinks<Value>(work: () => Thenable<Value>): Promise<Value> {
  underWay++;
  try {
    return await work();
  } finally {
    underWay--;
  }
}

/** Whether the files that move now are moved by Galley, with their links. */
export function areMovesOwn(): boolean {
  return underWay > 0;
}
