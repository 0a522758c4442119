/**
 * Knows which moves of files Galley makes itself: their plan has the edits of links in it, so nobody is asked about
 * links again.
 */
export class OwnMoves {
  private running = 0;

  /** Whether the files that move now are moved by Galley. */
  get areRunning(): boolean {
    return this.running > 0;
  }

  /** Runs work that moves files with their links. */
  async run<Value>(work: () => Thenable<Value>): Promise<Value> {
    this.running++;
    try {
      return await work();
    } finally {
      this.running--;
    }
  }
}
