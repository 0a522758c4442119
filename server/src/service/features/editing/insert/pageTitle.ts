import type { Nodes, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { toText } from 'hast-util-to-text';

/**
 * The `<title>` of a web page, on one line with its entities decoded; undefined where it has none. The text may be cut
 * off anywhere.
 */
export function parsePageTitle(html: string): string | undefined {
  const end = html.search(/<\/head\b|<body\b/i);
  return (end > 0 ? findTitle(html.slice(0, end)) : undefined) ?? findTitle(html);
}

function findTitle(html: string): string | undefined {
  const text = findTitleElement(raw({ type: 'root', children: [{ type: 'raw', value: html }] } as Root));
  return text === '' ? undefined : text;
}

/** The page's own title; images in SVG have titles too. */
function findTitleElement(node: Nodes): string | undefined {
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'svg')) return undefined;
  if (node.type === 'element' && node.tagName === 'title')
    return toText({ type: 'root', children: node.children }).replace(/\s+/g, ' ').trim();
  for (const child of node.children) {
    const found = findTitleElement(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
