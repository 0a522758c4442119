import { slugify } from '../shared/slug.ts';
import type { TemplateVariables, TemplateQuery, PostTemplates } from '../contract/templates.ts';
import { getExtension } from '../shared/values.ts';
import { isoTime } from '../../text/calendar.ts';
import { basename } from '../../text/paths.ts';
import { formatGoTime } from './goFormat.ts';
import type { HugoFile } from './file.ts';
import { contentExtensions, parseHugoPath } from './file.ts';
import type { HugoSettings } from './settings.ts';

/** The archetype of `hugo new` where the site has none (0.111, `create/content.go`). */
const defaultArchetype = '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n';

/** Creates the archetypes, looked up as `hugo new` does and filled in as far as they use names, dates and site parameters. */
export function createArchetypes(settings: HugoSettings): PostTemplates {
  const folders = ['archetypes', ...settings.themeFolders.map((theme) => `${theme}/archetypes`)];
  return {
    getCandidateFiles: (query) => {
      const extension = /\.[^./]+$/.exec(query.path)?.[0] ?? '.md';
      const names = [...new Set([getKind(query), 'default'])];
      return names.flatMap((name) =>
        folders.flatMap((folder) => [`${folder}/${name}/`, `${folder}/${name}${extension}`, `${folder}/${name}.md`]),
      );
    },
    getBuiltInTemplate: () => defaultArchetype,
    fill: (template, context) => fill(template, { ...context, settings }),
    isTemplateFile: (path) => contentExtensions.includes(getExtension(path).slice(1)),
    findNamedTemplates: (files) => {
      const names = [...files].flatMap((file) => {
        const [, name, rest] = /^archetypes\/([^/]+?)(\/index\.(?:[^/]+\.)?md|\.md)$/.exec(file) ?? [];
        return name === undefined || implicitArchetypes.has(name)
          ? []
          : [{ name, file: rest === '.md' ? file : `archetypes/${name}/` }];
      });
      return names.filter(({ name }, index) => names.findIndex((each) => each.name === name) === index);
    },
  };
}

/** Archetypes that Hugo uses for posts in no section, or in a section without an archetype. */
const implicitArchetypes = new Set(['default', 'page']);

/** Returns the kind of a new post: the one that the writer chose, its section, or `page` for a post in no section. */
function getKind({ collection, path, kind }: TemplateQuery): string {
  if (kind !== undefined) return kind;
  return collection === 'pages' && !/(?:^|\/)pages\//.test(path) ? 'page' : collection;
}

/** Values that an archetype can use. */
interface ArchetypeContext extends TemplateVariables {
  readonly settings: HugoSettings;
}

function fill(template: string, context: ArchetypeContext): string | undefined {
  let hasUnknownAction = false;
  const text = replaceActions(trimAroundActions(template), (inner) => {
    const value = inner.startsWith('/*') ? '' : evaluatePipeline(inner, context);
    if (value === undefined) hasUnknownAction = true;
    return value ?? '';
  });
  return hasUnknownAction ? undefined : text;
}

/** Removes the white space before `{{- ` and after ` -}}`, and these trim markers. */
function trimAroundActions(template: string): string {
  const opened = template.split(/\{\{-(?=\s)/);
  const text = opened.map((part, index) => (index < opened.length - 1 ? part.trimEnd() : part)).join('{{');
  const [first, ...rest] = text.split(/(?<=\s)-\}\}/);
  return [first, ...rest.map((part) => part.trimStart())].join('}}');
}

/** The braces of actions, but not of shortcodes, which archetypes copy, and quotes of texts in actions. */
const actionToken = /\{\{(?![<%])|\}\}|[{}"`\n]|\\["\\]/g;

/** Replaces each action by the text for its content, which is passed without trim markers. Texts in `"` end on their line, as in Go. */
function replaceActions(template: string, toText: (inner: string) => string): string {
  let done = 0;
  let start: number | undefined;
  let quote: string | undefined;
  let result = '';
  for (const { 0: token, index } of template.matchAll(actionToken)) {
    if (quote !== undefined) {
      if (token === '\n' && quote === '"') start = quote = undefined;
      else if (token === quote) quote = undefined;
    } else if (token === '{{') start = index + token.length;
    else if (start === undefined) continue;
    else if (token === '"' || token === '`') quote = token;
    else if (token === '}}') {
      const inner = template.slice(start, index).replace(/^-/, '').replace(/-$/, '').trim();
      result += template.slice(done, start - 2) + toText(inner);
      done = index + token.length;
      start = undefined;
    } else if (token === '{' || token === '}') start = undefined;
  }
  return result + template.slice(done);
}

/** Evaluates a pipeline: each command gets the previous value as its last argument. */
function evaluatePipeline(pipeline: string, context: ArchetypeContext): string | undefined {
  let value: string | undefined;
  for (const [index, command] of splitOutsideQuotes(pipeline, '|').entries()) {
    const [name = '', ...written] = splitOutsideQuotes(command, ' ');
    const functionArguments = written.map((each) => evaluateTerm(each, context));
    const all = index === 0 ? functionArguments : [...functionArguments, value];
    if (all.includes(undefined)) return undefined;
    value = all.length === 0 ? evaluateTerm(name, context) : callFunction(name, all as string[], context);
    if (value === undefined) return undefined;
  }
  return value;
}

/** Splits a text outside quotes and parentheses. */
function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts =
    text.match(
      separator === '|'
        ? /(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^|"`])+/g
        : /(?:"(?:[^"\\]|\\.)*"|`[^`]*`|\([^()]*\)|[^\s"`()])+/g,
    ) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function evaluateTerm(written: string, context: ArchetypeContext): string | undefined {
  if (/^(?:".*"|`.*`)$/s.test(written)) return written.startsWith('"') ? unquote(written) : written.slice(1, -1);
  if (/^\(.*\)$/s.test(written)) return evaluatePipeline(written.slice(1, -1), context);
  const parameter = /^(?:\.Site|site)\.Params\.(\w+)$/i.exec(written)?.[1];
  if (parameter !== undefined) return getSiteParameter(context.settings, parameter);
  return variables[written]?.(context);
}

function unquote(written: string): string | undefined {
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}

function getFile({ path, settings }: ArchetypeContext): HugoFile | undefined {
  return parseHugoPath(path, settings);
}

/** Returns the name of a post without language and extension; the folder's for a bundle. */
function getName(context: ArchetypeContext): string | undefined {
  const file = getFile(context);
  return file && (/^_?index$/.test(file.baseName) && file.folder !== '' ? basename(file.folder) : file.baseName);
}

/** `ContentBaseName` of bundles is their folder's name, `BaseFileName` always `index`. */
const variables: Readonly<Record<string, (context: ArchetypeContext) => string | undefined>> = {
  '.Date': ({ now, timeZone }) => isoTime(now, timeZone).replace('+00:00', 'Z'),
  '.Name': getName,
  '.File.ContentBaseName': getName,
  '.File.BaseFileName': ({ path }) => basename(path).replace(/\.[^.]+$/, ''),
  '.File.TranslationBaseName': (context) => getFile(context)?.baseName,
  '.File.LogicalName': ({ path }) => basename(path),
  '.File.Dir': (context) => `${getFile(context)?.folder ?? ''}/`,
  '.File.Path': (context) => getFile(context)?.contentPath,
  '.File.Section': (context) => getFile(context)?.folder.split('/')[0],
  '.File.Lang': (context) => getFile(context)?.language.code,
  '.Type': getKind,
  '.Site.Title': ({ settings }) => settings.title,
  'site.Title': ({ settings }) => settings.title,
  '.Site.LanguageCode': ({ settings }) => settings.languageCode,
  'now.Year': ({ now, timeZone }) => formatGoTime('2006', now, timeZone),
};

function getSiteParameter({ parameters }: HugoSettings, name: string): string | undefined {
  const key = Object.keys(parameters).find((each) => each.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? '' : parameters[key];
  return typeof value === 'object' ? undefined : String(value);
}

function callFunction(
  name: string,
  functionArguments: readonly string[],
  context: ArchetypeContext,
): string | undefined {
  const [first, second, third] = functionArguments as [string, string?, string?];
  if (/^(?:title|humanize|strings\.Title|inflect\.Humanize)$/.test(name))
    return functionArguments.length === 1 ? context.title : undefined;
  if (/^(?:replace|strings\.Replace)$/.test(name))
    return second !== undefined && third !== undefined ? first.replaceAll(second, third) : undefined;
  if (/^(?:urlize|anchorize|urls\.URLize|urls\.Anchorize)$/.test(name)) return slugify(first);
  if (/^(?:lower|strings\.ToLower)$/.test(name)) return first.toLowerCase();
  if (/^(?:upper|strings\.ToUpper)$/.test(name)) return first.toUpperCase();
  if (/^(?:now\.Format|\.Date\.Format|time\.Now\.Format)$/.test(name))
    return formatGoTime(first, context.now, context.timeZone);
  if (/^(?:dateFormat|time\.Format)$/.test(name) && second !== undefined)
    return formatGoTime(first, context.now, context.timeZone);
  if (/^(?:md5|sha1|substr|slicestr|delimit|index|printf|default)$/.test(name)) return undefined;
  return /^(?:safeHTML|string|print)$/.test(name) && functionArguments.length === 1 ? first : undefined;
}
