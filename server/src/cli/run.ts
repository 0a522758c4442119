import { check } from './check.ts';
import type { CommandContext } from './context.ts';
import { Omissions } from './omissions.ts';
import { Output, OutputError } from './output.ts';
import { listPosts } from './posts.ts';
import type { OutputStyle } from './report.ts';
import { toPrintableLine } from './terminal.ts';
import { help, parseCheckOptions, parsePostsOptions } from './usage.ts';
import { UsageError } from './usageError.ts';
import { version } from './version.ts';

/**
 * Runs the command line with the arguments after `galley`; returns the exit code, or undefined while the language
 * server runs.
 */
export async function run(args: readonly string[], serve: () => Promise<void>): Promise<number | undefined> {
  // Nobody is left to tell that standard error is closed or full.
  process.stderr.on('error', () => {});
  try {
    return await runCommand(args, serve);
  } catch (error) {
    if (error instanceof OutputError && error.isReaderGone) return 0;
    const sentence =
      error instanceof UsageError || error instanceof OutputError
        ? error.message
        : `Something went wrong inside Galley: ${String(error).split('\n', 1)[0]}`;
    process.stderr.write(`galley: ${toPrintableLine(sentence)}\n`);
    return 2;
  }
}

async function runCommand(args: readonly string[], serve: () => Promise<void>): Promise<number | undefined> {
  const [name, ...rest] = args;
  const output = new Output(process.stdout);
  if (name === '--help' || name === '-h' || rest.includes('--help')) return print(output, help.trimEnd());
  if (name === '--version' || name === '-v') return print(output, version());
  const environment = { now: Date.now(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  const context: CommandContext = { environment, omissions: new Omissions(), output, style: outputStyle() };
  if (name === 'check') return check(parseCheckOptions(rest), context);
  if (name === 'posts') return listPosts(parsePostsOptions(rest), context);
  if (name === 'lsp') return lsp(rest, serve);
  const complaint = name === undefined ? 'Say what to do' : `There is no command "${name}"`;
  throw new UsageError(`${complaint}: galley check, galley posts or galley lsp --stdio. See galley --help.`);
}

async function lsp(args: readonly string[], serve: () => Promise<void>): Promise<undefined> {
  if (!args.includes('--stdio'))
    throw new UsageError('The language server needs to know how to talk: galley lsp --stdio.');
  await serve();
}

async function print(output: Output, text: string): Promise<0> {
  await output.line(text);
  await output.flush();
  return 0;
}

/** Colours are for people at a terminal who did not refuse them (https://no-color.org). */
function outputStyle(): OutputStyle {
  return process.stdout.isTTY && !process.env['NO_COLOR'] ? 'coloured' : 'plain';
}
