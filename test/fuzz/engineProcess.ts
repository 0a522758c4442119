import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Engine, EngineProgram } from '../engines/engines.ts';

/** An engine that is asked again and again: its program starts once, and goes when this process ends. */
export class EngineProcess {
  private readonly child: ChildProcess;
  private readonly answers: AsyncIterator<string>;

  private constructor([command, ...parameters]: EngineProgram) {
    this.child = spawn(command, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.answers = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
    this.setAwaited(false);
  }

  private static readonly running = new Map<string, EngineProcess>();
  /** How many texts were rendered. */
  static asked = 0;

  /** The HTML of each text. */
  static async render(engine: Engine, texts: readonly string[]): Promise<readonly string[]> {
    this.asked += texts.length;
    if (!engine.program) return engine.render(texts);
    const running = this.running.get(engine.name) ?? new EngineProcess(engine.program);
    this.running.set(engine.name, running);
    return running.ask(texts);
  }

  private async ask(texts: readonly string[]): Promise<readonly string[]> {
    this.setAwaited(true);
    this.child.stdin!.write(`${JSON.stringify(texts)}\n`);
    const { value, done } = await this.answers.next();
    this.setAwaited(false);
    if (done) throw new Error(`${this.child.spawnfile} ended without an answer.`);
    return JSON.parse(value) as string[];
  }

  /** Whether this process stays for an answer. */
  private setAwaited(isAwaited: boolean): void {
    const handles = [this.child, this.child.stdin as Socket, this.child.stdout as Socket];
    for (const handle of handles)
      if (isAwaited) handle.ref();
      else handle.unref();
  }
}
