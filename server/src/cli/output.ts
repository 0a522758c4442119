import { once } from 'node:events';

/** Lines are gathered to this many UTF-16 code units before they are written. */
const chunk = 16 * 1024;

/** Lines to be written, buffered while the reader is slower. */
export class Output {
  private waiting = '';

  constructor(private readonly stream: NodeJS.WritableStream) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // `galley check | head` closes the pipe when it has seen enough.
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }

  async line(text: string): Promise<void> {
    this.waiting += `${text}\n`;
    if (this.waiting.length >= chunk) await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.waiting;
    this.waiting = '';
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain');
  }
}
