import type { Cause, PostState, Publication } from './model.ts';

/** Whether a post is on the site, and why not. */
export type PublicationState = Pick<Publication, 'state' | 'reasons' | 'causes' | 'isIgnored'>;

/** Creates a state with the causes in the post itself. */
export function createStateFromCauses(state: PostState, ...causes: readonly Cause[]): PublicationState {
  return { state, reasons: causes.map(({ reason }) => reason), causes };
}

/** Creates a state whose reason is not in the post itself. */
export function createStateFromReason(state: PostState, reason: string): PublicationState {
  return { state, reasons: [reason] };
}

/** Creates the state of a post that the generator makes no page of, for a reason that is no mistake in the post. */
export function createSkippedState(reason: string): PublicationState {
  return createStateFromReason('skipped', reason);
}

/** Creates the state of a file that the generator passes by, so that nothing in it concerns readers of the site. */
export function createIgnoredState(reason: string): PublicationState {
  return { ...createSkippedState(reason), isIgnored: true };
}

/** Creates the state of a published post; its causes are keys without the effect they seem to have. */
export function createPublishedState(...causes: readonly Cause[]): PublicationState {
  return createStateFromCauses('published', ...causes);
}
