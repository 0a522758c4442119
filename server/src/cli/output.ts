/** Lines are gathered to this many UTF-16 code units before they are written. */
const chunk = 16 * 1024;

/** The output cannot be written any more. */
export class OutputError extends Error {
  constructor(private readonly reason: NodeJS.ErrnoException) {
    super(`Cannot write the output: ${sentences[reason.code ?? ''] ?? `the system answered ${reason.code}`}.`);
  }

  /** Whether its reader left, as in `galley check | head`: it has seen enough. */
  get isReaderGone(): boolean {
    return this.reason.code === 'EPIPE';
  }
}

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; make room and run it again',
  EDQUOT: 'the disk space that you may use is used up; make room and run it again',
  EFBIG: 'the file became larger than the system allows',
};

/** Lines on their way out, never more of them in memory than the reader lags behind. */
export class Output {
  private waiting = '';

  constructor(private readonly stream: NodeJS.WritableStream) {
    // What went wrong is told to whoever writes.
    stream.on('error', () => {});
  }

  /** Rejects with an OutputError, as `flush` does. */
  async line(text: string): Promise<void> {
    this.waiting += `${text}\n`;
    if (this.waiting.length >= chunk) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.waiting;
    this.waiting = '';
    if (text === '') return;
    await new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null): void => (error ? reject(new OutputError(error)) : resolve());
      try {
        this.stream.write(text, done);
      } catch (error) {
        done(error as Error);
      }
    });
  }
}
