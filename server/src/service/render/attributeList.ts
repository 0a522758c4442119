import type { Element } from 'hast';

/** Attributes as kramdown writes them: `{: #id .class key="value" name}`. */
export interface AttributeList {
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** Names of lists defined elsewhere, `{:name: .class}`, or `toc`. */
  readonly names: readonly string[];
}

/** ALD_TYPE_ANY in parser/kramdown/extensions.rb. */
const part = /(?:^|\s)(?:(\w[\w-]*)=("|')((?:\\\}|\\\2|[^}])*?)\2|(\w[\w-]*)|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|$)/g;

/** Reads what stands between `{:` and `}`. */
export function attributeList(text: string): AttributeList {
  const classes: string[] = [];
  const names: string[] = [];
  const values = new Map<string, string>();
  let id: string | undefined;
  for (const [, key, , value, name, short] of text.matchAll(part)) {
    if (key !== undefined) values.set(key, value!.replace(/\\(["'}])/g, '$1'));
    else if (name !== undefined) names.push(name);
    for (const [each] of short?.matchAll(/[#.][^#.]+/g) ?? []) {
      if (each.startsWith('#')) id = each.slice(1);
      else classes.push(each.slice(1));
    }
  }
  return { ...(id !== undefined && { id }), classes, values, names };
}

/** Gives an element the attributes of a list and of the lists it names. */
export function applyAttributes(element: Element, list: AttributeList, named: ReadonlyMap<string, AttributeList>): void {
  for (const name of list.names) {
    const other = named.get(name);
    if (name === 'toc') element.properties['dataToc'] = '';
    else if (other && other !== list) applyAttributes(element, { ...other, names: [] }, named);
  }
  if (list.id !== undefined) element.properties['id'] = list.id;
  for (const [key, value] of list.values) {
    if (key === 'class') addClasses(element, value.split(/\s+/));
    else if (key !== 'markdown') element.properties[key] = value;
  }
  if (list.names.includes('no_toc') || list.classes.includes('no_toc')) element.properties['dataNoToc'] = '';
  addClasses(element, list.classes);
}

function addClasses(element: Element, classes: readonly string[]): void {
  if (classes.length === 0) return;
  const before = element.properties['className'];
  element.properties['className'] = [...(Array.isArray(before) ? before : []), ...classes];
}
