import { check } from './check.ts';
import { Output } from './output.ts';
import { listPosts } from './posts.ts';
import { Refusal } from './refusal.ts';
import type { Look } from './report.ts';
import { checkOptions, help, postsOptions } from './usage.ts';
import { version } from './version.ts';
import { waitingWorkspace } from '../node/workspace.ts';

/** Runs the command line with the arguments after `galley`; gives the exit code, or undefined while the language server runs. */
export async function run(args: readonly string[], serve: () => Promise<void>): Promise<number | undefined> {
  try {
    return await command(args, serve);
  } catch (error) {
    const sentence =
      error instanceof Refusal
        ? error.message
        : `Something went wrong inside Galley: ${String(error).split('\n', 1)[0]}`;
    process.stderr.write(`galley: ${sentence}\n`);
    return 2;
  }
}

async function command(args: readonly string[], serve: () => Promise<void>): Promise<number | undefined> {
  const [name, ...rest] = args;
  const output = new Output(process.stdout);
  if (name === '--help' || name === '-h' || rest.includes('--help')) return print(output, help.trimEnd());
  if (name === '--version' || name === '-v') return print(output, version());
  const environment = { now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  if (name === 'check') return check(checkOptions(rest), waitingWorkspace, environment, output, look());
  if (name === 'posts') return listPosts(postsOptions(rest), waitingWorkspace, environment, output, look());
  if (name === 'lsp') return lsp(rest, serve);
  const complaint = name === undefined ? 'Say what to do' : `There is no command "${name}"`;
  throw new Refusal(`${complaint}: galley check, galley posts or galley lsp --stdio. See galley --help.`);
}

async function lsp(args: readonly string[], serve: () => Promise<void>): Promise<undefined> {
  if (!args.includes('--stdio'))
    throw new Refusal('The language server needs to know how to talk: galley lsp --stdio.');
  await serve();
}

async function print(output: Output, text: string): Promise<0> {
  await output.line(text);
  await output.flush();
  return 0;
}

/** Colours are for people at a terminal who did not refuse them (https://no-color.org). */
function look(): Look {
  return process.stdout.isTTY && !process.env['NO_COLOR'] ? 'coloured' : 'plain';
}
