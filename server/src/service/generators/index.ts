import type { Generator } from './generator.ts';
import { astro } from './astro.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { plain } from './plain.ts';
import { zola } from './zola.ts';

/** Every generator Galley knows, in the order in which a folder is tried; the last one takes any folder. */
export const generators: readonly Generator[] = [zola, hugo, docusaurus, astro, eleventy, hexo, jekyll, plain];
