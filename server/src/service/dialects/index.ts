import type { Dialect, DialectId } from './dialect.ts';
import { gfm } from './gfm.ts';
import { goldmark } from './goldmark.ts';
import { kramdown } from './kramdown.ts';
import { markdownIt } from './markdownIt.ts';
import { marked } from './marked.ts';
import { mdx } from './mdx.ts';
import { pulldownCmark } from './pulldownCmark.ts';
import { pythonMarkdown } from './pythonMarkdown.ts';

/** Every engine with its default options, by the id under which settings and comments name it. */
export const dialects: Readonly<Record<DialectId, Dialect>> = {
  kramdown: kramdown(),
  goldmark: goldmark(),
  gfm: gfm(),
  'markdown-it': markdownIt(),
  marked: marked(),
  mdx: mdx(),
  'pulldown-cmark': pulldownCmark(),
  'python-markdown': pythonMarkdown(),
};
