import type { Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toText } from 'hast-util-to-text';

/** The `<title>` of a web page, on one line with its entities decoded; undefined where it has none. The text may be cut off anywhere. */
export function pageTitle(html: string): string | undefined {
  const end = html.search(/<\/head\b|<body\b/i);
  return (end > 0 ? titleIn(html.slice(0, end)) : undefined) ?? titleIn(html);
}

function titleIn(html: string): string | undefined {
  const text = titleOf(raw({ type: 'root', children: [{ type: 'raw', value: html }] } as Root));
  return text === '' ? undefined : text;
}

/** The first title that is the page's own; pictures in SVG have titles too. */
function titleOf(node: Nodes): string | undefined {
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'svg')) return undefined;
  if (node.type === 'element' && node.tagName === 'title')
    return toText({ type: 'root', children: node.children }).replace(/\s+/g, ' ').trim();
  for (const child of node.children) {
    const found = titleOf(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
