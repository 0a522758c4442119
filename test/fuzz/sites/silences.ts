import type { Explanation, LinkedPlace } from './engine.ts';

const reasons: Readonly<Record<Exclude<LinkedPlace, 'site'>, string>> = {
  outside: 'Other sites may be next to the base path.',
  home: 'The first page may come from a theme.',
  elsewhere: 'Other programs may serve a folder where the site has nothing of the kind, when several posts link there.',
  'file beside': 'Other sites on the same host may have what is in no folder of this one.',
  anywhere: 'A page of which only a build knows the address may be at this one.',
  'from nowhere':
    'Where a page is of which only a build knows the address, its relative links lead nobody knows where.',
};

/** Why Galley says nothing of links that lead nowhere, whatever the engine. */
export const silences: readonly Explanation[] = Object.entries(reasons).map(([place, reason]) => ({
  reason,
  explains: (difference) => difference.kind === 'miss' && difference.place === place,
}));
