import type { GeneratorTag } from '../contract/preview.ts';
import type { SiteView } from '../contract/model.ts';
import { joinPath } from '../../text/paths.ts';
import { memoizeByName } from '../../text/memo.ts';
import type { TemplateLanguage } from '../../syntax/templates/templateLanguage.ts';
import { findTemplateTags } from '../../syntax/templates/tags.ts';
import { createShortcodes, goTemplates } from '../../syntax/templates/languages.ts';
import type { HugoSettings } from './settings.ts';
import { hugoTags } from './tags.ts';

/** The template of a shortcode. */
export interface ShortcodeTemplate {
  /** Relative to the site root. */
  readonly path: string;
  /** Text and actions in turn, the first and the last part text; actions without their braces and hyphens, comments left out. */
  readonly parts: readonly string[];
}

/** Where shortcodes are, below the site's root and the folders of its themes; `_shortcodes` since 0.146. */
const folders = ['layouts/shortcodes', 'layouts/_shortcodes'];

/** Whether a file is the template of a shortcode. */
export function isShortcodeTemplate(path: string): boolean {
  return (
    /\.(?:html|md|markdown|txt|xml)$/.test(path) &&
    folders.some((folder) => path.startsWith(`${folder}/`) || path.includes(`/${folder}/`))
  );
}

/** Finds the templates of a site's shortcodes and of its themes' by name; the site's own win, then those of earlier themes. */
export const findShortcodes = memoizeByName(
  (siteView: SiteView, { themeFolders }: HugoSettings): ReadonlyMap<string, ShortcodeTemplate> => {
    const found = new Map<string, ShortcodeTemplate>();
    const texts = siteView.getTexts(isShortcodeTemplate);
    for (const folder of ['', ...themeFolders].flatMap((base) => folders.map((each) => `${joinPath(base, each)}/`)))
      for (const [path, text] of texts) {
        const name = path.startsWith(folder) ? withoutExtensions(path.slice(folder.length)) : '';
        if (name !== '' && !found.has(name)) found.set(name, parseTemplate(path, text));
      }
    return found;
  },
);

/** A path up to the first dot of its last segment. */
function withoutExtensions(path: string): string {
  const dot = path.indexOf('.', path.lastIndexOf('/') + 1);
  return dot < 0 ? path : path.slice(0, dot);
}

function parseTemplate(path: string, text: string): ShortcodeTemplate {
  const parts = [''];
  let at = 0;
  for (const { start, end } of findTemplateTags(text, goTemplates).map(({ range }) => range)) {
    const action = text
      .slice(start + 2, end - 2)
      .replace(/^-|-$/g, '')
      .trim();
    parts.push(parts.pop()! + text.slice(at, start));
    if (!action.startsWith('/*')) parts.push(action, '');
    at = end;
  }
  parts.push(parts.pop()! + text.slice(at));
  return { path, parts };
}

function getActions({ parts }: ShortcodeTemplate): string[] {
  return parts.filter((_, index) => index % 2 === 1);
}

/** Returns the shortcodes that posts of a site can use, those of the site itself described by their templates. */
export const getShortcodeLanguage = memoizeByName((siteView: SiteView, settings: HugoSettings): TemplateLanguage => {
  const own = [...findShortcodes(siteView, settings)].map(([name, template]) => [name, describe(template)] as const);
  return createShortcodes(new Map<string, GeneratorTag>([...hugoTags, ...own]));
});

/** Functions and fields that bring what is neither in the template nor in the tag. */
const insertsText =
  /\b(?:partial(?:Cached)?|template|readFile|getJSON|getCSV|resources|Data|Content|RawContent|Summary|TableOfContents|RenderShortcodes|Unmarshal|Params?)\b/;

/** What gives an element an id, and headings, which get one. */
const writesIds = /\b(?:id|name)\s*=|<h[1-6][\s>]|^ {0,3}#{1,6}\s/im;

function describe(template: ShortcodeTemplate): GeneratorTag {
  const isOpen = getActions(template).some((action) => insertsText.test(action));
  return {
    ...readContent(template),
    insertsFile: { path: template.path, templates: goTemplates },
    ...(isOpen && { insertsUnknownText: true }),
    ...(!isOpen && !writesIds.test(template.parts.join('')) && { writesNoIds: true }),
  };
}

/** What the template makes of what the shortcode encloses: `.Inner`. */
function readContent(template: ShortcodeTemplate): Pick<GeneratorTag, 'content' | 'contentInMarkdown'> {
  const actions = getActions(template);
  const inner = actions.filter((action) => /\.Inner\b/.test(action));
  if (inner.every((action) => isUnusedAssignment(action, actions))) return { content: 'hidden' };
  if (inner.some((action) => /\bhighlight\b|\bHighlight\b/.test(action))) return { content: 'code' };
  if (actions.some((action) => /\bmarkdownify\b|\bRenderString\b|\bpartial/.test(action)))
    return { content: 'separate' };
  return { content: 'verbatim', ...(startsInHtml(template) && { contentInMarkdown: 'html' }) };
}

function isUnusedAssignment(action: string, actions: readonly string[]): boolean {
  const name = /^(\$\w+) *:?=/.exec(action)?.[1];
  return name !== undefined && !actions.some((other) => other !== action && other.includes(name));
}

/** Elements that open no block of HTML where text follows them on their line. */
const spans = /^<\/?(?:a|abbr|b|cite|code|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u)\b/i;

/** Whether what the shortcode encloses goes on with a block of HTML, which ends at the next blank line. */
function startsInHtml({ parts }: ShortcodeTemplate): boolean {
  const end = parts.findIndex((part, index) => index % 2 === 1 && /\.Inner\b/.test(part));
  const lines = parts
    .filter((_, index) => index % 2 === 0 && index < end)
    .join('')
    .split('\n');
  const paragraph = lines.slice(lines.slice(0, -1).findLastIndex((line) => line.trim() === '') + 1);
  const first = paragraph[0]?.trimStart() ?? '';
  return /^<[/!?a-z]/i.test(first) && !spans.test(first);
}

/** Returns the text that a shortcode prints, as far as its template has only text, parameters and addresses; undefined otherwise. */
export function evaluateShortcode(
  { parts }: ShortcodeTemplate,
  parameters: ReadonlyMap<string, string>,
  base: UrlBase,
): string | undefined {
  if (parts.some((part) => /[<>]/.test(part))) return undefined;
  const printed = parts.map((part, index) => (index % 2 === 0 ? part : evaluateAction(part, parameters, base)));
  return printed.includes(undefined) ? undefined : printed.join('').trim();
}

/** What addresses of a site begin with. */
interface UrlBase {
  readonly baseUrl: string;
  readonly origin: string;
  readonly basePath: string;
}

function evaluateAction(action: string, parameters: ReadonlyMap<string, string>, base: UrlBase): string | undefined {
  const [first = '', ...filters] = action.split('|').map((part) => part.trim());
  const [call, operand = first] = /^(relURL|absURL|safeURL) (.+)$/.exec(first)?.slice(1) ?? [];
  const value = evaluateOperand(operand.replace(/^\(|\)$/g, '').trim(), parameters, base.baseUrl);
  return [...(call === undefined ? [] : [call]), ...filters].reduce(
    (before, filter) => applyFilter(filter, before, base),
    value,
  );
}

function evaluateOperand(
  operand: string,
  parameters: ReadonlyMap<string, string>,
  baseUrl: string,
): string | undefined {
  if (/^(?:\$?(?:\.Page)?\.Site|site)\.BaseURL$/.test(operand)) return baseUrl;
  const [, name, literal] = /^\$?\.Get "?([\w-]+)"?$|^["`]([^"`\\]*)["`]$/.exec(operand) ?? [];
  return name === undefined ? literal : parameters.get(name.toLowerCase());
}

/** `tpl/urls`: what begins with a slash is seen from the host. */
function applyFilter(filter: string, value: string | undefined, { origin, basePath }: UrlBase): string | undefined {
  if (value === undefined || /^safe(?:URL|HTML)$/.test(filter)) return value;
  if ((filter !== 'relURL' && filter !== 'absURL') || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(value)) return undefined;
  const path = value.startsWith('/') ? value : `${basePath}/${value}`;
  return filter === 'relURL' ? path : origin === '' ? undefined : origin + path;
}
