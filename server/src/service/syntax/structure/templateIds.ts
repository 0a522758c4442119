import { findIds } from './outline.ts';

/** The ids that a template writes, besides those in the text of a page. */
export interface TemplateIds {
  readonly fixed: readonly string[];
  /** What ids begin and end with that the template makes of data: `['team-', '']` of `id="team-{{ .name }}"`. */
  readonly made: readonly MadeId[];
}

/** The text before and after what an id is made of. */
export type MadeId = readonly [start: string, end: string];

/** An expression or a tag of Go templates, Liquid, Jinja, Nunjucks and Tera (`{{ … }}`, `{% … %}`), and of EJS (`<% … %>`). */
const expression = /\{\{[^{}]*\}\}|\{%[^%]*%\}|<%[^%]*%>/g;

/** Values of the page or the site, of which a template makes one id and not one for each of a list. */
const ofPage = /^\{\{-?\s*(?:(?:page|site|layout|paginator)\b|\.(?:Site|Kind|Type|Section|Layout|File|Page)\b)/;

/** The attribute that gives an element an id, whose value may have a mark in it. */
const attribute = /\sid\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** Stands for an expression whose value is none of the page. */
const mark = '\0';

/** An id in a string of an expression (`printf "<h2 id=%s>"`), and the functions that look for one that is there already. */
const idInString = /<[a-z][^<>]*\sid\s*=/i;
const searching = /\b(?:replaceRE|findRE|replace\w*|regex\w*|split|contains|hasPrefix)\b/;

/** Blocks of Go templates and loops of the others, and what ends them. */
const opening = /^(?:\{\{-?\s*(?:range|with|if|block|define)|\{%-?\s*for)\b/;
const loop = /^\{.-?\s*(?:range|for)\b/;
const closing = /^(?:\{\{-?\s*end|\{%-?\s*endfor)\b/;

/** The text of a page in a loop over pages, with the ids of its headings. */
const textOfOther = /\.(?:Content|content)\b/;

/** Finds the ids that a template writes. */
export function findTemplateIds(text: string): TemplateIds {
  const made: MadeId[] = [];
  const blocks: string[] = [];
  const markup = text.replace(expression, (whole) => {
    if (opening.test(whole)) blocks.push(whole);
    else if (closing.test(whole)) blocks.pop();
    const isOfOther = textOfOther.test(whole) && blocks.some((block) => loop.test(block));
    if (isOfOther || (idInString.test(whole) && !searching.test(whole))) made.push(['', '']);
    return ofPage.test(whole) ? '' : mark;
  });
  for (const [, double, single, bare] of markup.matchAll(attribute)) {
    const id = double ?? single ?? bare ?? '';
    const first = id.indexOf(mark);
    if (first >= 0) made.push([id.slice(0, first).trimStart(), id.slice(id.lastIndexOf(mark) + 1).trimEnd()]);
  }
  return { fixed: findIds(text), made };
}
