/**
 * Galley's own requests next to LSP's, and the types of what they ask and answer, for client, server and service alike.
 * This folder imports nothing: client and server bring different copies of the JSON-RPC library, whose request types do
 * not fit each other, and the service knows no JSON-RPC at all.
 */

export type * from './caret.ts';
export { caretMoved } from './caret.ts';
export type * from './changePosts.ts';
export { changePosts } from './changePosts.ts';
export type * from './files.ts';
export { readDirectory, readFile } from './files.ts';
export type * from './insertion.ts';
export { choices, imagePlaces, insert, pageTitle } from './insertion.ts';
export type * from './newPost.ts';
export { newPost, newPostPlaces, postFolders } from './newPost.ts';
export type * from './posts.ts';
export { omissions, posts, postsChanged, publication, windowFocused } from './posts.ts';
export type * from './preview.ts';
export { linkedFiles, render, siteStyles, wordCount } from './preview.ts';
export type * from './request.ts';

/** What the client sends when it starts the server (`initializationOptions`). */
export interface InitializationOptions {
  /** The client answers `readFile` and `readDirectory`; without it the server reads `file:` URIs by itself. */
  readonly answersFiles?: boolean;
  /** URI of the folder with the rules' pages. */
  readonly rulePages?: string;
  /** The client sends `caretMoved`; without it problems do not wait until what is being typed is finished. */
  readonly reportsCaret?: boolean;
  /** IANA name of the writer's time zone, `Europe/Berlin`. */
  readonly timeZone?: string;
}
