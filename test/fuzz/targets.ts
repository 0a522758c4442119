import type { IRawProperty } from 'fast-check';
import { configurationTargets } from './configurationTargets.ts';
import { documentTargets } from './documentTargets.ts';
import { messageTargets } from './messageTargets.ts';
import { postTargets } from './postTargets.ts';
import { siteTargets } from './siteTargets.ts';
import { treeTargets } from './treeTargets.ts';
import { uriTargets } from './uriTargets.ts';

/** A promise that holds for every input. */
export type Target = IRawProperty<unknown>;

/** What the program promises of every input, by name. */
export const promises: Readonly<Record<string, Target>> = {
  ...postTargets,
  ...uriTargets,
  ...configurationTargets,
  ...treeTargets,
  ...messageTargets,
};

/** What is tried with random inputs, by name. */
export const targets: Readonly<Record<string, Target>> = {
  ...promises,
  ...documentTargets,
  ...siteTargets,
};
