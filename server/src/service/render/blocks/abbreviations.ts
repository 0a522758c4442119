import type { Element, ElementContent, Nodes } from 'hast';

/** Longer ones are not looked for. UTF-16 code units. */
const maxLength = 100;

/** Wraps abbreviations in text nodes in `abbr`: replace_abbreviations in parser/kramdown/abbreviation.rb, whole words only. */
export function abbreviate(root: Nodes, abbreviations: ReadonlyMap<string, string>): void {
  const names = [...abbreviations.keys()].filter(({ length }) => length <= maxLength);
  const lengths = [...new Set(names.map(({ length }) => length))].sort((a, b) => b - a);
  const visit = (node: Nodes): void => {
    if (!('children' in node) || (node.type === 'element' && /^(?:code|pre|abbr)$/.test(node.tagName))) return;
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return wrapAbbreviations(child.value, abbreviations, lengths);
      visit(child as Nodes);
      return [child as ElementContent];
    });
  };
  visit(root);
}

function wrapAbbreviations(
  text: string,
  abbreviations: ReadonlyMap<string, string>,
  lengths: readonly number[],
): ElementContent[] {
  const found: ElementContent[] = [];
  let shown = 0;
  for (let at = 0; at < text.length; at++) {
    if (isWord(text[at - 1])) continue;
    const length = lengths.find((each) => abbreviations.has(text.slice(at, at + each)) && !isWord(text[at + each]));
    if (length === undefined) continue;
    if (at > shown) found.push({ type: 'text', value: text.slice(shown, at) });
    found.push(createAbbreviation(text.slice(at, at + length), abbreviations));
    shown = at + length;
    at = shown - 1;
  }
  if (shown < text.length) found.push({ type: 'text', value: text.slice(shown) });
  return found;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}

function createAbbreviation(name: string, abbreviations: ReadonlyMap<string, string>): Element {
  const title = abbreviations.get(name);
  return {
    type: 'element',
    tagName: 'abbr',
    properties: title ? { title } : {},
    children: [{ type: 'text', value: name }],
  };
}
