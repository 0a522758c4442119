import { change, postUri } from '../postChange.ts';
import type { Command } from './command.ts';

/** Dates a post to this moment, in its front matter and its name. */
export const setDateToNow: Command = { id: 'galley.setDateToNow', run: ({ server }, post) => change(server, postUri(post), { kind: 'setDate' }) };
