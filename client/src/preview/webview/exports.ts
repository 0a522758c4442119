import type { PreviewHead } from '../../../../server/src/protocol/index.ts';
import type { ExportKind } from '../messages.ts';
import * as l10n from './l10n.ts';

/**
 * Exports the article for another program: as HTML without traces of the preview, as plain text, or as a whole page to
 * print.
 */
export function exportArticle(what: ExportKind, article: HTMLElement, head: PreviewHead): string {
  if (what === 'text')
    return [head.title, readText(article)]
      .filter((part) => part)
      .join('\n\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  const html = cleanHtml(article, what === 'page' ? undefined : head.host);
  if (what === 'html') return html;
  const title = escapeHtml(head.title ?? l10n.t('Untitled'));
  const byline = [head.author, head.date]
    .filter((part) => part !== undefined)
    .map(escapeHtml)
    .join(' · ');
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${printPolicy}">
<title>${title}</title>
<style>${printStyle}</style>
</head>
<body>
<h1>${title}</h1>
${byline === '' ? '' : `<p class="byline">${byline}</p>\n`}${html}
</body>
</html>
`;
}

/** The text with the line breaks of the page, which only a visible article has. */
function readText(article: HTMLElement): string {
  const { dataset } = document.body;
  const view = dataset['view'];
  dataset['view'] = 'article';
  const text = article.innerText;
  dataset['view'] = view;
  return text;
}

/** A page to print runs nothing, sends nothing and loads nothing but images. */
const printPolicy =
  "default-src 'none'; img-src http: https: file: data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const printStyle = [
  'body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:12pt/1.55 Charter,Georgia,serif;overflow-wrap:break-word}',
  'h1,h2,h3,h4{line-height:1.2;break-after:avoid}',
  'img{max-width:100%}',
  'pre{white-space:pre-wrap;font-size:.85em}code{font-size:.9em}',
  'table{border-collapse:collapse}th,td{padding:.2em .6em;border:1px solid #999}',
  'blockquote{margin-left:0;padding-left:1em;border-left:3px solid #999}',
  '.byline{color:#555}.footnotes{margin-top:3em;border-top:1px solid #999;font-size:.9em}',
  'pre,figure,table,blockquote{break-inside:avoid}',
  '@media print{body{max-width:none;margin:0}}',
].join('');

function cleanHtml(article: HTMLElement, host: string | undefined): string {
  // In a document of its own, where nothing loads.
  const copy = document.implementation.createHTMLDocument('').importNode(article, true);
  for (const cut of copy.querySelectorAll('.galley-cut')) cut.remove();
  for (const wrapper of copy.querySelectorAll('mark.galley-mark, [class^="hljs"], .galley-template'))
    wrapper.replaceWith(...wrapper.childNodes);
  for (const formula of copy.querySelectorAll('[data-tex]')) formula.textContent = formula.getAttribute('data-tex');
  for (const each of copy.querySelectorAll('*')) clean(each, host);
  copy.normalize();
  return toHtml(copy).trim();
}

/**
 * The HTML of an element with inline styles in place of `data-style`. The page's policy refuses to set a `style`, so the
 * text is changed, by a name that a post cannot hold.
 */
function toHtml(element: Element): string {
  const name = `data-${crypto.randomUUID()}`;
  for (const each of element.querySelectorAll('[data-style]')) {
    each.setAttribute(name, each.getAttribute('data-style')!);
    each.removeAttribute('data-style');
  }
  return element.innerHTML.replaceAll(` ${name}="`, ' style="');
}

/** Removes what only the preview needs from an element, and restores what the preview had moved. */
function clean(each: Element, host: string | undefined): void {
  const source = each.getAttribute('data-src');
  if (source !== null) each.setAttribute('src', toSiteUrl(source, host));
  const id = each.getAttribute('id');
  if (id !== null) each.setAttribute('id', id.replace(/^user-content-/, ''));
  const href = each.getAttribute('href');
  if (href !== null) each.setAttribute('href', toSiteUrl(href, host));
  const added = each.getAttribute('data-message') ?? href;
  if (added !== null && each.getAttribute('title') === added) each.removeAttribute('title');
  each.removeAttribute('style');
  for (const name of each.getAttributeNames())
    if (/^(data-(?!style)|aria-description|tabindex)/.test(name)) each.removeAttribute(name);
  const classes = [...each.classList].filter((name) => !/^(galley|hljs)/.test(name));
  if (classes.length === 0) each.removeAttribute('class');
  else each.setAttribute('class', classes.join(' '));
}

/** A path from the site's root as an absolute URL, as a newsletter needs it. */
function toSiteUrl(path: string, host: string | undefined): string {
  return host !== undefined && /^\/(?!\/)/.test(path) ? `https://${host}${path}` : path;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
