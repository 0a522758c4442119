import type { ConfiguredGenerator, Generator } from './contract/generator.ts';
import { astro } from './astro/index.ts';
import { docusaurus } from './docusaurus/index.ts';
import { eleventy } from './eleventy/index.ts';
import { hexo } from './hexo/index.ts';
import { hugo } from './hugo/index.ts';
import { jekyll } from './jekyll/index.ts';
import { mkdocs } from './mkdocs/index.ts';
import { pelican } from './pelican/index.ts';
import { plain } from './plain/index.ts';
import { vitepress } from './vitepress/index.ts';
import { zola } from './zola/index.ts';

/** All generators, in the order in which `detect` is tried on a folder; the last one accepts any folder. */
export const generators: readonly Generator[] = [
  vitepress,
  zola,
  hugo,
  docusaurus,
  astro,
  eleventy,
  hexo,
  jekyll,
  mkdocs,
  pelican,
  plain,
];

/** The generator of a file that belongs to no site. */
export const generatorWithoutSite: ConfiguredGenerator = plain.configure(new Map())!;

/**
 * Front matter keys that decide the URL of a page in any generator. Sites may use keys of these names for themselves: their
 * values are never the same in two posts.
 */
export const urlKeys: ReadonlySet<string> = new Set(generators.flatMap((each) => each.urlKeys ?? []));

/** Front matter keys for redirects to a page, or from it, in any generator. */
export const redirectKeys: ReadonlySet<string> = new Set(generators.flatMap((each) => each.redirectKeys ?? []));
