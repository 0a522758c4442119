import { change, postUri } from '../postChange.ts';
import type { Command } from './command.ts';

/** Puts a post on the site with the next build: out of the drafts, dated to now, nothing holding it back. */
export const publish: Command = { id: 'galley.publish', run: ({ server }, post) => change(server, postUri(post), { kind: 'publish' }) };
