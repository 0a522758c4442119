import type { Environment } from '../service/index.ts';
import type { Omissions } from './omissions.ts';
import type { Output } from './output.ts';
import type { OutputStyle } from './report.ts';

/** The dependencies of a command. */
export interface CommandContext {
  readonly environment: Environment;
  readonly omissions: Omissions;
  readonly output: Output;
  readonly style: OutputStyle;
}
