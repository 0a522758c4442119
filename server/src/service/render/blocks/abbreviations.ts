import type { Element, ElementContent, Nodes } from 'hast';

/** Longer ones are not looked for. UTF-16 code units. */
const maxLength = 100;

/** Wraps abbreviations in text nodes in `abbr`: replace_abbreviations in parser/kramdown/abbreviation.rb, whole words only. */
export function abbreviate(root: Nodes, abbreviations: ReadonlyMap<string, string>): void {
  const names = toPrefixes([...abbreviations.keys()].filter(({ length }) => length <= maxLength));
  const visit = (node: Nodes): void => {
    if (!('children' in node) || (node.type === 'element' && /^(?:code|pre|abbr)$/.test(node.tagName))) return;
    node.children = node.children.flatMap((child): ElementContent[] => {
      if (child.type === 'text') return wrapAbbreviations(child.value, abbreviations, names);
      visit(child as Nodes);
      return [child as ElementContent];
    });
  };
  visit(root);
}

/** Beginnings of names by their next character, so that a place in a text is compared with all names at once. */
interface Prefix {
  readonly next: Map<string, Prefix>;
  isName: boolean;
}

function toPrefixes(names: readonly string[]): Prefix {
  const root: Prefix = { next: new Map(), isName: false };
  for (const name of names) {
    let prefix = root;
    for (const character of name.split('')) {
      const next = prefix.next.get(character) ?? { next: new Map(), isName: false };
      prefix.next.set(character, next);
      prefix = next;
    }
    prefix.isName = true;
  }
  return root;
}

/** Returns the offset after the longest name that stands at an offset as whole words, else the offset. */
function findNameEnd(text: string, start: number, names: Prefix): number {
  let end = start;
  let prefix: Prefix | undefined = names;
  for (let at = start; prefix; at++) {
    if (prefix.isName && !isWord(text[at])) end = at;
    prefix = at < text.length ? prefix.next.get(text[at]!) : undefined;
  }
  return end;
}

function wrapAbbreviations(text: string, abbreviations: ReadonlyMap<string, string>, names: Prefix): ElementContent[] {
  const found: ElementContent[] = [];
  let shown = 0;
  for (let at = 0; at < text.length; at++) {
    const end = isWord(text[at - 1]) ? at : findNameEnd(text, at, names);
    if (end === at) continue;
    if (at > shown) found.push({ type: 'text', value: text.slice(shown, at) });
    found.push(createAbbreviation(text.slice(at, end), abbreviations));
    shown = end;
    at = end - 1;
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
