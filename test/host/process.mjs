// Child processes that never outlive us: every one started here is ended when we end.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** Each running child and whom to signal: its process id, or its group as a negative number. */
const running = new Map();
process.on('exit', () => running.forEach((target) => signal(target, 'SIGKILL')));
const onWindows = process.platform === 'win32';

/** A sentence for the person at the terminal; whoever catches it prints only that sentence and exits with `code`. */
export class Refusal extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/** Starts a process in a group of its own, which `stopAll` ends as a whole. */
export function startGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  if (child.pid !== undefined) running.set(child, -child.pid);
  return child;
}

/** Runs a command with our standard streams; gives its exit code (127 when it cannot be started, 128 when a signal ended it). */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: onWindows, ...options });
    if (child.pid !== undefined) running.set(child, child.pid);
    const ended = (code) => {
      running.delete(child);
      resolve(code);
    };
    child.once('error', () => ended(127));
    child.once('exit', (code) => ended(code ?? 128));
  });
}

/** Runs a command in silence; gives its exit code and everything it wrote. */
export async function capture(command, args, options = {}) {
  const child = spawn(command, args, { shell: onWindows, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid !== undefined) running.set(child, child.pid);
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 128));
  });
  running.delete(child);
  return { code, output };
}

/** The full path of the first of these executables on the PATH, or undefined. */
export function which(...names) {
  const suffixes = onWindows ? ['.cmd', '.exe'] : [''];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      for (const suffix of suffixes) {
        const path = join(folder, name + suffix);
        try {
          accessSync(path, constants.X_OK);
          return path;
        } catch {
          // not in this folder
        }
      }
    }
  }
  return undefined;
}

/** A TCP port of 127.0.0.1 that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function signal(target, name) {
  try {
    process.kill(target, name);
    return true;
  } catch {
    return false;
  }
}

/** Ends every process started here, politely and after three seconds by force; resolves when none is left. */
export async function stopAll() {
  const targets = [...running.values()];
  running.clear();
  for (const target of targets) signal(target, 'SIGTERM');
  const started = Date.now();
  while (Date.now() - started < 5000 && targets.some((target) => signal(target, 0))) {
    if (Date.now() - started > 3000) for (const target of targets) signal(target, 'SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

let stopping = false;

/** Whether we were told to stop: what ends from now on, we end. */
export function isStopping() {
  return stopping;
}

/** Ends everything and exits when we are told to stop: Ctrl-C, a closed terminal, a killing parent, a parent that is gone. */
export function stopOnSignals(beforeExit = async () => {}) {
  const stop = async (code) => {
    if (stopping) return;
    stopping = true;
    await beforeExit();
    await stopAll();
    process.exit(code);
  };
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])
    process.on(name, () => stop(code));
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(129), 1000).unref();
}

/** Runs a command of ours; when it throws, ends everything and exits: a Refusal as its sentence and code, anything else as it is. */
export async function report(command) {
  try {
    await command();
  } catch (error) {
    await stopAll();
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(error instanceof Refusal ? error.code : 1);
  }
}
