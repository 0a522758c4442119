import type { OpenPost } from '../site/snapshot.ts';
import { namedAt, namesakes } from './named.ts';
import type { Target } from './results.ts';

/** Where the label at an offset is defined: the copy that counts in the dialect; empty where there is none. */
export function definition({ document, syntax }: OpenPost, offset: number): Target[] {
  const named = namedAt(syntax, offset);
  const target = named && namesakes(syntax, named).effective;
  return target ? [{ document, range: target.labelRange, fullRange: target.range }] : [];
}
