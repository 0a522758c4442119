import type { PostSource, SiteView } from '../contract/model.ts';
import { withIncluded } from '../shared/templateFiles.ts';
import { memoizeByName } from '../../text/memo.ts';
import { basename, dirname, joinPath } from '../../text/paths.ts';
import { parseHugoPath } from './file.ts';
import type { HugoPage } from './page.ts';
import { readPage } from './page.ts';
import type { HugoSettings } from './settings.ts';
import type { Kind } from './tree.ts';
import { castToString } from './values.ts';

/** A template below `layouts`, of the site or of a theme. */
interface Template {
  /** Relative to the site root. */
  readonly path: string;
  /** The folder below `layouts`: `_default`, `partials/head`; '' at the top. */
  readonly folder: string;
  /** The file name up to its first dot: `single`, of `single.fr.html` too. */
  readonly name: string;
}

/** Names of templates by the kind of page, those of the lookup order before 0.146 and after. */
const namesByKind: Readonly<Record<Kind, readonly string[]>> = {
  page: ['single', 'page'],
  home: ['index', 'home', 'list'],
  section: ['section', 'list'],
  taxonomy: ['taxonomy', 'terms', 'list'],
  term: ['term', 'taxonomy', 'list'],
};

/** Folders in which templates for every type are. */
const commonFolders = new Set(['', '_default', 'page', 'section', 'taxonomy', 'term']);

/** Whether a file is a template of the site, or of a theme in its folder. */
export function isTemplate(path: string, { themeFolders }: HugoSettings): boolean {
  return path.endsWith('.html') && ['', ...themeFolders].some((base) => path.startsWith(joinPath(base, 'layouts/')));
}

const listTemplates = memoizeByName((siteView: SiteView, settings: HugoSettings): readonly Template[] =>
  [...siteView.getTexts((path) => isTemplate(path, settings)).keys()].map((path) => {
    const below = path.slice(path.indexOf('layouts/') + 'layouts/'.length);
    return { path, folder: dirname(below), name: basename(below).split('.')[0]! };
  }),
);

/**
 * Returns all templates among which the lookup order (`layouts/layout.go`) finds those that print a page, and the partials that
 * they call; undefined for a page of which none is in the site's folder, and where a theme is not.
 */
export function findPageTemplates(source: PostSource, settings: HugoSettings): ReadonlySet<string> | undefined {
  const { siteView } = source;
  const file = parseHugoPath(source.path, settings);
  if (!file || settings.themeFolders.some((folder) => !siteView.hasFolder(folder))) return undefined;
  const page = readPage(source, file, settings);
  const templates = listTemplates(siteView, settings);
  const printing = templates.filter((template) => canPrint(template, page));
  if (printing.every(({ name }) => name === 'baseof')) return undefined;
  return withIncluded(
    printing.map(({ path }) => path),
    (path) => findCalled(siteView, path, templates),
  );
}

function canPrint({ folder, name }: Template, { data, kind, file }: HugoPage): boolean {
  const layout = castToString(data.layout);
  const type = castToString(data.type) ?? '';
  const section = file.folder.split('/')[0]!;
  const first = folder.split('/')[0]!;
  const isInFolder = commonFolders.has(folder) || (first !== '' && (first === type || first === section));
  const names = [...namesByKind[kind], ...(layout === undefined ? [] : [layout]), 'all'];
  return isInFolder && (names.includes(name) || name === 'baseof' || name.endsWith('-baseof'));
}

const partialCall = /\b(?:partial|partialCached|template)\s+(?:"([^"]*)"|(\S))/g;
const viewCall = /\.Render\s+(?:"([^"]*)"|(\S))/g;

/** Returns the paths of the partials and views that a template calls, of all where code computes a name; Hugo's own are left out. */
const findCalled = memoizeByName((siteView: SiteView, path: string, templates: readonly Template[]): string[] => {
  const text = siteView.getText(path) ?? '';
  const called = (among: readonly Template[], call: RegExp, isNamed: (each: Template, name: string) => boolean) =>
    [...text.matchAll(call)].flatMap(([, name]) =>
      among.filter((each) => name === undefined || isNamed(each, name)).map((each) => each.path),
    );
  const partials = templates.filter(({ folder }) => /^_?partials(?:\/|$)/.test(folder));
  return [
    ...called(partials, partialCall, isPartial),
    ...called(templates, viewCall, ({ name }, view) => name === view),
  ];
});

/** Whether a template is the partial of a name: `head/meta.html`. */
function isPartial({ folder, name }: Template, called: string): boolean {
  const path = joinPath(folder.replace(/^_?partials\/?/, ''), name);
  return called === path || called === `${path}.html`;
}
