import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Stream } from 'node:stream';
import { environment } from '../support/check.ts';

/** When the files of a site were last changed: engines take it for a date where there is no other. */
const written = new Date(environment.now - 86_400_000);

/** Writes files into a new folder, which is removed when the work on it is done. */
export async function inFolder<T>(
  files: ReadonlyMap<string, string>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'galley-site-')));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      utimesSync(join(folder, path), written, written);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program that gets a line and answers with one, again and again; it starts with the first line and ends with us. */
export class Worker {
  private answers: AsyncIterator<string> | undefined;
  private child: ChildProcessWithoutNullStreams | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly command: string,
    private readonly parameters: readonly string[],
    private readonly variables: Readonly<Record<string, string>> = {},
  ) {}

  /** The answer to a line; rejects where the program ends before. */
  ask(line: string): Promise<string> {
    const answer = this.last.then(() => this.askNow(line));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async askNow(line: string): Promise<string> {
    this.child ??= this.start();
    this.answers ??= createInterface(this.child.stdout)[Symbol.asyncIterator]();
    hold(this.child.stdout, 'ref');
    this.child.stdin.write(`${line}\n`);
    const { value, done } = await this.answers.next();
    hold(this.child.stdout, 'unref');
    if (done) throw new Error(`${this.command} ended`);
    return value;
  }

  private start(): ChildProcessWithoutNullStreams {
    const child = spawn(this.command, this.parameters, { env: { ...process.env, ...this.variables }, stdio: 'pipe' });
    child.stderr.resume();
    child.unref();
    for (const stream of [child.stdin, child.stdout, child.stderr]) hold(stream, 'unref');
    return child;
  }
}

/** Says whether this program waits for a pipe; Node types pipes of processes as plain streams, which cannot say it. */
function hold(stream: Stream, how: 'ref' | 'unref'): void {
  if (stream instanceof Socket) stream[how]();
}
