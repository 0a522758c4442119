import type { Arbitrary } from 'fast-check';
import type { PostRow } from '../../../server/src/service/index.ts';
import type { Built } from '../../engines/builtSite.ts';
import type { LinkSketch, SiteSketch } from './sketch.ts';

/** A link as it is in a file: `[link INDEX](…)` alone on its line. */
export interface WrittenLink {
  readonly file: string;
  /** From 0. */
  readonly line: number;
  readonly index: number;
  readonly destination: string;
}

/** What Galley and an engine say differently about a site. */
export interface Difference {
  readonly kind: 'stop' | 'page' | 'url' | 'date' | 'false alarm' | 'miss';
  readonly file: string;
  readonly galley: string;
  readonly engine: string;
  /** For links: the destination as written, and where it leads. */
  readonly link?: string;
  readonly place?: LinkedPlace;
}

/**
 * Where a broken link leads: `outside` of the base path, to the first page (`home`), `elsewhere`, which is a first folder where the
 * site has nothing of the kind, to a file beside all folders (`file beside`) by the site's own host, or into the `site`; `from nowhere` where
 * Galley does not know the address of the page, `anywhere` where it does not know that of another page.
 */
export type LinkedPlace = 'outside' | 'home' | 'elsewhere' | 'file beside' | 'from nowhere' | 'anywhere' | 'site';

/** A known difference and why it stays. */
export interface Explanation {
  readonly reason: string;
  readonly explains: (difference: Difference, files: ReadonlyMap<string, string>) => boolean;
}

/** Where a link is written and where it leads. */
export interface LinkPlace {
  readonly from: PostRow | undefined;
  readonly fromFile: string;
  readonly to: PostRow | undefined;
  readonly toFile: string;
}

/** An engine that builds sites on this computer. */
export interface SiteEngine {
  readonly sketches: Arbitrary<SiteSketch>;
  /** The base path of a site, without a slash at its end. */
  readonly getBase: (sketch: SiteSketch) => string;
  /** A link in the engine's own notation; undefined where it has none for this. */
  readonly writeTag: (link: LinkSketch, place: LinkPlace) => string | undefined;
  /** The zone of the computer that builds. */
  readonly timeZone: string;
  readonly build: (files: ReadonlyMap<string, string>) => Promise<Built>;
  readonly explained: readonly Explanation[];
}
