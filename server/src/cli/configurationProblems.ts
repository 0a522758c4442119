import type { Analysis } from '../service/index.ts';
import { toPrintable, toPrintableLine } from './terminal.ts';

/**
 * Says on standard error, in one line each, which configuration files cannot be read: what is checked then goes by the
 * defaults.
 */
export async function printConfigurationProblems(analysis: Analysis): Promise<void> {
  for (const { document, file, offset, message } of await analysis.configurationProblems()) {
    const { line, character } = document.positionAt(offset);
    const place = `${toPrintable(file)}:${line + 1}:${character + 1}`;
    process.stderr.write(`galley: ${place}: ${toPrintableLine(message)}\n`);
  }
}
