import type { Cause, PostState, Publication } from './model.ts';

/** Whether a post is on the site, and why not. */
export type PublicationState = Pick<Publication, 'state' | 'reasons' | 'causes'>;

/** A state with what in the post brings it about. */
export function stateFromCauses(state: PostState, ...causes: readonly Cause[]): PublicationState {
  return { state, reasons: causes.map(({ reason }) => reason), causes };
}

/** A state for a reason that does not lie in the post itself. */
export function stateFromOutside(state: PostState, reason: string): PublicationState {
  return { state, reasons: [reason] };
}

/** A post that the generator makes no page of, for a reason that is no mistake of its writer. */
export function skipped(reason: string): PublicationState {
  return stateFromOutside('skipped', reason);
}

/** On the site; the causes are keys that do less than they seem to. */
export function published(...causes: readonly Cause[]): PublicationState {
  return stateFromCauses('published', ...causes);
}
