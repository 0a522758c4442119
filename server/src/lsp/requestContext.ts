import type { Environment, OpenPost, Scheduler, SentPostLists, Snapshot, Workspace } from '../service/index.ts';
import type { Recipient } from './convert/toProtocol.ts';

/** What an answer is made from besides the question. */
export interface Sources {
  readonly snapshot: Snapshot;
  readonly environment: Environment;
  readonly files: Workspace;
  /** How long the answer may take, and whether anybody still waits for it. */
  readonly scheduler: Scheduler;
  /** The lists of posts that the client has. */
  readonly sentPostLists: SentPostLists;
  /** Whom the answer is for. */
  readonly to: Recipient;
  /** An open document by the URI in the question. */
  post(uri: string): OpenPost | undefined;
}
