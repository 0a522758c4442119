import type { Generator } from './contract/generator.ts';
import { astro } from './astro/index.ts';
import { docusaurus } from './docusaurus/index.ts';
import { eleventy } from './eleventy/index.ts';
import { hexo } from './hexo/index.ts';
import { hugo } from './hugo/index.ts';
import { jekyll } from './jekyll/index.ts';
import { plain } from './plain/index.ts';
import { zola } from './zola/index.ts';

/** Every generator Galley knows, in the order in which a folder is tried; the last one takes any folder. */
export const generators: readonly Generator[] = [zola, hugo, docusaurus, astro, eleventy, hexo, jekyll, plain];
