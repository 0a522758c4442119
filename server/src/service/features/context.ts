import type { Environment } from '../generators/contract/model.ts';
import type { Snapshot } from '../site/model/snapshot.ts';
import type { Scheduler } from '../text/scheduler.ts';
import type { Workspace } from '../text/workspace.ts';

/**
 * What an answer depends on besides the question: a snapshot of the sites, and access to files, time and other work.
 */
export interface Context {
  readonly snapshot: Snapshot;
  readonly files: Workspace;
  readonly environment: Environment;
  /** Pauses long work, and says whether the answer is still wanted. */
  readonly scheduler: Scheduler;
  /**
   * The editor has Markdown support of its own, as VS Code does: headings and definitions of links are left to it where
   * it does as well.
   */
  readonly hasMarkdownSupport: boolean;
}
