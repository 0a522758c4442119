import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Range } from '../../../text/range.ts';
import type { Steps } from '../../../text/steps.ts';
import type { Context } from '../../context.ts';
import type { Action } from '../../results.ts';
import { addKeys } from './addKeys.ts';
import { convertFormat } from './convertFrontMatter.ts';
import { convertLink } from './convertLink.ts';
import { convertNotes } from './convertNotes.ts';
import { fixAll } from './fixAll.ts';
import { orderKeys } from './orderKeys.ts';
import { organizeDefinitions } from './organizeDefinitions.ts';
import { quickFixes } from './quickFixes.ts';
import { renumberNotes } from './renumberNotes.ts';

/** What can be done at one place of a post. */
type ActionSource = (context: Context, post: OpenPost, range: Range) => readonly Action[] | Steps<readonly Action[]>;

const sources: readonly ActionSource[] = [
  quickFixes,
  addKeys,
  (_context, post, range) => orderKeys(post, range),
  (_context, post, range) => convertFormat(post, range),
  (_context, post, range) => convertLink(post, range),
  (_context, post, range) => convertNotes(post, range),
  (_context, post, range) => renumberNotes(post, range),
  (_context, post) => organizeDefinitions(post),
  fixAll,
];

/** What can be done in a range, or at a caret when it is empty, in steps. */
export function* codeActions(context: Context, post: OpenPost, range: Range): Steps<Action[]> {
  yield* post.parseInSteps();
  const found: Action[] = [];
  for (const source of sources) {
    const actions = source(context, post, range);
    for (const action of 'next' in actions ? yield* actions : actions) found.push(action);
    yield;
  }
  return found;
}
