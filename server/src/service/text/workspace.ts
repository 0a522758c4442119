/** A name in a folder. */
export interface Entry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}

/** The service's only way to files; the language server, the command line and the tests each bring one. */
export interface Workspace {
  /** A file's text, or undefined when it does not exist or is no text. */
  read(uri: string): Promise<string | undefined>;
  /** Names in a folder; empty when it does not exist. */
  list(uri: string): Promise<readonly Entry[]>;
}
