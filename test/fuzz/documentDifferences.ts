import type { Engine } from '../engines/engines.ts';

/** A difference between Galley and an engine that is meant, or that comes from elsewhere. */
interface Difference {
  readonly engines: readonly string[];
  /** Whether a document may show it. */
  readonly concerns: (text: string) => boolean;
  readonly reason: string;
}

const differences: readonly Difference[] = [];

/** Why a document may be read otherwise by an engine; undefined where nothing explains it. */
export function explain({ name }: Engine, text: string): string | undefined {
  return differences.find(({ engines, concerns }) => engines.includes(name) && concerns(text))?.reason;
}
