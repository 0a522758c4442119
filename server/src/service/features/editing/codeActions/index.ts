import type { Environment } from '../../../generators/contract/model.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Range } from '../../../text/range.ts';
import type { Action } from '../../results.ts';
import { addKeys } from './addKeys.ts';
import { convertTo } from './convertFrontMatter.ts';
import { convertLink } from './convertLink.ts';
import { convertNotes } from './convertNotes.ts';
import { fixAll } from './fixAll.ts';
import { orderKeys } from './orderKeys.ts';
import { organizeDefinitions } from './organizeDefinitions.ts';
import { quickFixes } from './quickFixes.ts';
import { renumberNotes } from './renumberNotes.ts';

/** What can be done at one place of a post. */
export type ActionSource = (post: OpenPost, range: Range, environment: Environment) => readonly Action[];

const sources: readonly ActionSource[] = [
  quickFixes,
  addKeys,
  orderKeys,
  convertTo,
  convertLink,
  convertNotes,
  renumberNotes,
  organizeDefinitions,
  fixAll,
];

/** What can be done in a range, or at a caret when it is empty. */
export function codeActions(post: OpenPost, range: Range, environment: Environment): Action[] {
  return sources.flatMap((source) => source(post, range, environment));
}
