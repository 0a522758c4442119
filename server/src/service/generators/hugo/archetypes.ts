import { slugify } from '../shared/slug.ts';
import type { TemplateVariables, TemplateQuery, PostTemplates } from '../contract/templates.ts';
import { getExtension } from '../shared/values.ts';
import { isoTime } from '../../text/calendar.ts';
import { basename } from '../../text/paths.ts';
import { goFormat } from './goFormat.ts';
import type { Place } from './place.ts';
import { contentExtensions, placeOf } from './place.ts';
import type { HugoSettings } from './settings.ts';

/** The archetype of `hugo new` where the site has none (0.111, `create/content.go`). */
const builtIn = '---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n';

/** Archetypes, looked up as `hugo new` does and filled in as far as they use names, dates and the site's parameters. */
export function archetypes(settings: HugoSettings): PostTemplates {
  const folders = ['archetypes', ...settings.themeFolders.map((theme) => `${theme}/archetypes`)];
  return {
    getCandidateFiles: (start) => {
      const extension = /\.[^./]+$/.exec(start.path)?.[0] ?? '.md';
      const names = [...new Set([typeOf(start), 'default'])];
      return names.flatMap((name) =>
        folders.flatMap((folder) => [`${folder}/${name}/`, `${folder}/${name}${extension}`, `${folder}/${name}.md`]),
      );
    },
    getBuiltInTemplate: () => builtIn,
    fill: (template, facts) => fill(template, { ...facts, settings }),
    isTemplateFile: (path) => contentExtensions.includes(getExtension(path).slice(1)),
    findNamedTemplates: (files) => {
      const names = [...files].flatMap((file) => {
        const [, name, rest] = /^archetypes\/([^/]+?)(\/index\.(?:[^/]+\.)?md|\.md)$/.exec(file) ?? [];
        return name === undefined || notChosen.has(name)
          ? []
          : [{ name, file: rest === '.md' ? file : `archetypes/${name}/` }];
      });
      return names.filter(({ name }, index) => names.findIndex((each) => each.name === name) === index);
    },
  };
}

/** Archetypes that Hugo takes by itself for what is in no section, or has none of its own. */
const notChosen = new Set(['default', 'page']);

/** The kind chosen, the section, or `page` for what is in none. */
function typeOf({ collection, path, kind }: TemplateQuery): string {
  if (kind !== undefined) return kind;
  return collection === 'pages' && !/(?:^|\/)pages\//.test(path) ? 'page' : collection;
}

/** What a template can ask for, of the post and of the site. */
interface Facts extends TemplateVariables {
  readonly settings: HugoSettings;
}

function fill(template: string, facts: Facts): string | undefined {
  let isBeyond = false;
  const text = replaceActions(trimAroundActions(template), (inner) => {
    const value = inner.startsWith('/*') ? '' : piped(inner, facts);
    if (value === undefined) isBeyond = true;
    return value ?? '';
  });
  return isBeyond ? undefined : text;
}

/** Takes away the white space before `{{- ` and after ` -}}`, and these marks. */
function trimAroundActions(template: string): string {
  const opened = template.split(/\{\{-(?=\s)/);
  const text = opened.map((part, index) => (index < opened.length - 1 ? part.trimEnd() : part)).join('{{');
  const [first, ...rest] = text.split(/(?<=\s)-\}\}/);
  return [first, ...rest.map((part) => part.trimStart())].join('}}');
}

/** The braces of actions, but not of shortcodes, which archetypes hand through, and what quotes texts in actions. */
const actionToken = /\{\{(?![<%])|\}\}|[{}"`\n]|\\["\\]/g;

/** Replaces actions by what is made of their inside, without the marks that trim. Texts in `"` end on their line, as in Go. */
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

/** The value of a pipeline: each command gets the value before as its last argument. */
function piped(pipeline: string, facts: Facts): string | undefined {
  let value: string | undefined;
  for (const [index, command] of split(pipeline, '|').entries()) {
    const [name = '', ...written] = split(command, ' ');
    const parameters = written.map((each) => term(each, facts));
    const all = index === 0 ? parameters : [...parameters, value];
    if (all.includes(undefined)) return undefined;
    value = all.length === 0 ? term(name, facts) : called(name, all as string[], facts);
    if (value === undefined) return undefined;
  }
  return value;
}

/** Splits outside quotes and brackets. */
function split(text: string, separator: string): string[] {
  const parts =
    text.match(
      separator === '|'
        ? /(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^|"`])+/g
        : /(?:"(?:[^"\\]|\\.)*"|`[^`]*`|\([^()]*\)|[^\s"`()])+/g,
    ) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function term(written: string, facts: Facts): string | undefined {
  if (/^(?:".*"|`.*`)$/s.test(written)) return written.startsWith('"') ? unquoted(written) : written.slice(1, -1);
  if (/^\(.*\)$/s.test(written)) return piped(written.slice(1, -1), facts);
  const parameter = /^(?:\.Site|site)\.Params\.(\w+)$/i.exec(written)?.[1];
  if (parameter !== undefined) return parameterOf(facts.settings, parameter);
  return variables[written]?.(facts);
}

function unquoted(written: string): string | undefined {
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}

function placeIn({ path, settings }: Facts): Place | undefined {
  return placeOf(path, settings);
}

/** Without language and extension; of a bundle its folder's. */
function nameOf(facts: Facts): string | undefined {
  const place = placeIn(facts);
  return place && (/^_?index$/.test(place.base) && place.folder !== '' ? basename(place.folder) : place.base);
}

/** `ContentBaseName` of bundles is their folder's name, `BaseFileName` always `index`. */
const variables: Readonly<Record<string, (facts: Facts) => string | undefined>> = {
  '.Date': ({ now, timeZone: zone }) => isoTime(now, zone).replace('+00:00', 'Z'),
  '.Name': nameOf,
  '.File.ContentBaseName': nameOf,
  '.File.BaseFileName': ({ path }) => basename(path).replace(/\.[^.]+$/, ''),
  '.File.TranslationBaseName': (facts) => placeIn(facts)?.base,
  '.File.LogicalName': ({ path }) => basename(path),
  '.File.Dir': (facts) => `${placeIn(facts)?.folder ?? ''}/`,
  '.File.Path': (facts) => placeIn(facts)?.inner,
  '.File.Section': (facts) => placeIn(facts)?.folder.split('/')[0],
  '.File.Lang': (facts) => placeIn(facts)?.language.code,
  '.Type': typeOf,
  '.Site.Title': ({ settings }) => settings.title,
  'site.Title': ({ settings }) => settings.title,
  '.Site.LanguageCode': ({ settings }) => settings.languageCode,
  'now.Year': ({ now, timeZone: zone }) => goFormat('2006', now, zone),
};

function parameterOf({ parameters }: HugoSettings, name: string): string | undefined {
  const key = Object.keys(parameters).find((each) => each.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? '' : parameters[key];
  return typeof value === 'object' ? undefined : String(value);
}

function called(name: string, given: readonly string[], facts: Facts): string | undefined {
  const [first, second, third] = given as [string, string?, string?];
  if (/^(?:title|humanize|strings\.Title|inflect\.Humanize)$/.test(name))
    return given.length === 1 ? facts.title : undefined;
  if (/^(?:replace|strings\.Replace)$/.test(name))
    return second !== undefined && third !== undefined ? first.replaceAll(second, third) : undefined;
  if (/^(?:urlize|anchorize|urls\.URLize|urls\.Anchorize)$/.test(name)) return slugify(first);
  if (/^(?:lower|strings\.ToLower)$/.test(name)) return first.toLowerCase();
  if (/^(?:upper|strings\.ToUpper)$/.test(name)) return first.toUpperCase();
  if (/^(?:now\.Format|\.Date\.Format|time\.Now\.Format)$/.test(name))
    return goFormat(first, facts.now, facts.timeZone);
  if (/^(?:dateFormat|time\.Format)$/.test(name) && second !== undefined)
    return goFormat(first, facts.now, facts.timeZone);
  if (/^(?:md5|sha1|substr|slicestr|delimit|index|printf|default)$/.test(name)) return undefined;
  return /^(?:safeHTML|string|print)$/.test(name) && given.length === 1 ? first : undefined;
}
