import { change, postUri } from '../postChange.ts';
import type { Command } from './command.ts';

/** Takes a post off the site with the next build: back to the drafts. */
export const unpublish: Command = { id: 'galley.unpublish', run: ({ server }, post) => change(server, postUri(post), { kind: 'unpublish' }) };
