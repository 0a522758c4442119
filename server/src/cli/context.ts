import type { Environment, Workspace } from '../service/index.ts';
import type { Output } from './output.ts';
import type { OutputStyle } from './report.ts';

/** The dependencies of a command. */
export interface CommandContext {
  readonly workspace: Workspace;
  readonly environment: Environment;
  readonly output: Output;
  readonly style: OutputStyle;
}
