import type { Cause, PostState, Publication } from './generator.ts';

/** Whether a post is on the site, and why not. */
export type Verdict = Pick<Publication, 'state' | 'reasons' | 'causes'>;

/** A state with what in the post brings it about. */
export function because(state: PostState, ...causes: readonly Cause[]): Verdict {
  return { state, reasons: causes.map(({ reason }) => reason), causes };
}

/** A post that the generator makes no page of, for a reason that is no mistake of its writer. */
export function skippedBecause(reason: string): Verdict {
  return { state: 'skipped', reasons: [reason] };
}

/** On the site; the causes are keys that do less than they seem to. */
export function published(...causes: readonly Cause[]): Verdict {
  return because('published', ...causes);
}
