import type { Element, Nodes } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse, serialize } from 'parse5';

/** Elements that a post may become; none of them runs, frames or fetches. */
const harmlessElements = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn div dl dt em ' +
    'figcaption figure font h1 h2 h3 h4 h5 h6 hgroup hr i img input ins kbd li mark ol p picture pre q rp rt ruby s samp section small source ' +
    'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** Attributes that do nothing but mean or show something, by the element; `*` is every element. Their names as hast has them. */
const harmlessAttributes: Readonly<Record<string, readonly string[]>> = {
  '*': ['className', 'id', 'lang', 'dir', 'title', 'role', 'ariaLabel', 'align', 'width', 'height', 'dataLine'],
  a: ['href', 'rel'],
  img: ['alt'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  th: ['colSpan', 'rowSpan', 'scope'],
  td: ['colSpan', 'rowSpan'],
  input: ['type', 'disabled', 'checked'],
  details: ['open'],
  time: ['dateTime'],
  font: ['color'],
};

/** The class names that Galley gives to what it makes of a post; all others that begin so belong to the page around it. */
const ownClass = /^galley-(?:template|embed|math|cut|box|box-(?:title|note|tip|important|warning|caution))$/;

/** Properties of CSS that move nothing out of the article, which clips what is in it, and fetch nothing. */
const harmlessProperties = new Set(
  (
    'background-color border border-radius clear color float font-style font-variant font-weight height list-style-type margin margin-bottom ' +
    'margin-left margin-right margin-top max-width padding text-align text-decoration text-transform vertical-align white-space width'
  ).split(' '),
);

/** What a value could hide something in: quotes, escapes, comments, blocks and functions that ask or read something. */
const harmfulValue = /["'\\{};:]|\/\*|(?:^|[^\w-])(?!(?:rgba?|hsla?|color|calc|min|max|clamp)\()[\w-]+\(/i;

/** Where a preview looks for addresses, and where it shows an attribute that copies have again under its own name. */
interface AllowedAttributes {
  readonly source: 'dataSrc' | 'src';
  readonly style: 'dataStyle' | 'style';
  /** What ids begin with, so that they name nothing of the page. */
  readonly idPrefix: string;
}

/** The attributes of the preview's HTML. */
const inPreview: AllowedAttributes = { source: 'dataSrc', style: 'dataStyle', idPrefix: 'user-content-' };

/** The attributes of a copy for another program. */
export const inCopies: AllowedAttributes = { source: 'src', style: 'style', idPrefix: '' };

/**
 * What in the HTML of a post could run, load, leave the article or pass for a part of the page; read by a parser of HTML that
 * has nothing to do with Galley's. Also says where the HTML is another one after it was written and read again.
 */
export function findDangers(html: string, allowed = inPreview): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element') found.push(...listDangers(node, allowed));
    else if (node.type === 'comment') found.push('a comment');
    if ('children' in node) node.children.forEach((child) => visit(child as Nodes));
  };
  const written = readAndWrite(html, 'enabled');
  for (const scripting of ['enabled', 'disabled'] as const) {
    const body = fromParse5(parse(html, { scriptingEnabled: scripting === 'enabled' })) as Nodes;
    visit(findBody(body));
    const again = readAndWrite(written, scripting);
    if (again !== written) found.push(`read again it is ${again}`);
  }
  return [...new Set(found)];
}

function readAndWrite(html: string, scripting: 'enabled' | 'disabled'): string {
  return serialize(parse(html, { scriptingEnabled: scripting === 'enabled' }));
}

/** The document without the elements that a parser adds around every text. */
function findBody(node: Nodes): Nodes {
  if (node.type === 'root' || (node.type === 'element' && ['html', 'body'].includes(node.tagName))) {
    const children = node.children.flatMap((child): Nodes[] => {
      const isEmptyHead = child.type === 'element' && child.tagName === 'head' && child.children.length === 0;
      return isEmptyHead ? [] : [findBody(child as Nodes)];
    });
    if (node.type === 'root' || Object.keys(node.properties).length === 0)
      return { type: 'root', children: children as never };
  }
  return node;
}

function listDangers({ tagName, properties }: Element, allowed: AllowedAttributes): string[] {
  const found = harmlessElements.has(tagName) ? [] : [tagName];
  for (const [name, value] of Object.entries(properties)) {
    const danger = findAttributeDanger(tagName, name, value, allowed);
    if (danger) found.push(`${tagName} ${name}: ${String(value)}`);
  }
  return found;
}

function findAttributeDanger(tagName: string, name: string, value: unknown, allowed: AllowedAttributes): boolean {
  const text = String(value);
  if (name === allowed.source && tagName === 'img') return !/^(?:https?:|data:image\/)/.test(resolve(text));
  if (name === allowed.style) return !text.split(';').every(isHarmlessDeclaration);
  const names = [...harmlessAttributes['*']!, ...(harmlessAttributes[tagName] ?? [])];
  if (!names.includes(name)) return true;
  if (name === 'href') return !/^(?:https?|mailto|tel):/.test(resolve(text));
  if (name === 'id') return !text.startsWith(allowed.idPrefix);
  if (name !== 'className') return false;
  return [value].flat().some((each) => /^(?:galley|vscode)/i.test(String(each)) && !ownClass.test(String(each)));
}

function isHarmlessDeclaration(declaration: string): boolean {
  const [name = '', value = '', ...rest] = declaration.split(':');
  return harmlessProperties.has(name.trim()) && value.trim() !== '' && rest.length === 0 && !harmfulValue.test(value);
}

/** An address as a browser resolves it on a page of the web; `https:` for one that it cannot read, which leads nowhere. */
function resolve(address: string): string {
  try {
    return new URL(address, 'https://base.example/').href;
  } catch {
    return 'https:';
  }
}
