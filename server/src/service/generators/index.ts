import type { ConfiguredGenerator, Generator } from './contract/generator.ts';
import { astro } from './astro/index.ts';
import { docusaurus } from './docusaurus/index.ts';
import { eleventy } from './eleventy/index.ts';
import { hexo } from './hexo/index.ts';
import { hugo } from './hugo/index.ts';
import { jekyll } from './jekyll/index.ts';
import { plain } from './plain/index.ts';
import { vitepress } from './vitepress/index.ts';
import { zola } from './zola/index.ts';

/** Every generator Galley knows, in the order in which a folder is tried; the last one takes any folder. */
export const generators: readonly Generator[] = [
  vitepress,
  zola,
  hugo,
  docusaurus,
  astro,
  eleventy,
  hexo,
  jekyll,
  plain,
];

/** What is known of a file that belongs to no site. */
export const noSite: ConfiguredGenerator = plain.configure(new Map())!;

/**
 * Front matter keys that give a page its address in some generator. Writers bring habits along, and sites have keys of their own
 * with these names: no two posts share their values.
 */
export const addressKeys: ReadonlySet<string> = new Set(generators.flatMap((each) => each.addressKeys ?? []));

/** Front matter keys for other addresses of a page in some generator. */
export const redirectKeys: ReadonlySet<string> = new Set(generators.flatMap((each) => each.redirectKeys ?? []));
