import type { Element, ElementContent, Nodes } from 'hast';

/** Wraps abbreviations in text nodes in `abbr`: replace_abbreviations in parser/kramdown/abbreviation.rb, whole words only. */
export function abbreviate(root: Nodes, abbreviations: ReadonlyMap<string, string>): void {
  const patterns = [...abbreviations.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<!\\w)(${patterns.join('|')})(?!\\w)`, 'g');
  const visit = (node: Nodes): void => {
    if (!('children' in node) || (node.type === 'element' && /^(?:code|pre|abbr)$/.test(node.tagName))) return;
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return wrapAbbreviations(child.value, pattern, abbreviations);
      visit(child as Nodes);
      return [child as ElementContent];
    });
  };
  visit(root);
}

function wrapAbbreviations(
  text: string,
  pattern: RegExp,
  abbreviations: ReadonlyMap<string, string>,
): ElementContent[] {
  return text.split(pattern).flatMap((part, index): ElementContent[] => {
    if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
    const title = abbreviations.get(part);
    const element: Element = {
      type: 'element',
      tagName: 'abbr',
      properties: title ? { title } : {},
      children: [{ type: 'text', value: part }],
    };
    return [element];
  });
}
