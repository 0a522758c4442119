import type { Disposable } from 'vscode';
import { lm } from 'vscode';
import type { PostLists } from '../posts/postLists.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { createCheckTool } from './check.ts';
import { createPostsTool } from './posts.ts';

/**
 * Registers the tools for language models: the list of posts, and the problems of one. Both only read, and send nothing
 * beyond this computer.
 */
export function registerTools(server: LanguageServer, postLists: PostLists): Disposable[] {
  return [
    lm.registerTool('galley_posts', createPostsTool(postLists)),
    lm.registerTool('galley_check', createCheckTool(server)),
  ];
}
