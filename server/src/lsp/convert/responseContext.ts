import type { Client } from './fromProtocol.ts';

/** What the form of an answer depends on: what the client can do, and what it knows documents by. */
export interface ResponseContext {
  readonly client: Client;
  /** URI of the folder with the rules' pages; a diagnostic's code leads there. */
  readonly rulePages: string | undefined;
  /** A URI as the client wrote it when it opened the document. */
  clientUri(uri: string): string;
  /** Whether the client has a document open, and so knows its version. */
  isOpen(uri: string): boolean;
}
