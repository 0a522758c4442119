import type { Layouts, PostSource, SiteView } from '../contract/model.ts';
import { memoizeByName } from '../../text/memo.ts';
import { withIncluded } from '../shared/templateFiles.ts';
import { asNonEmptyString } from '../shared/values.ts';
import { getDefaults } from './defaults.ts';
import { parseJekyllPath } from './file.ts';
import { getIncludePath } from './insertion.ts';
import type { JekyllSettings } from './settings.ts';

/** Values that writers use for no layout, and layouts of the theme that GitHub Pages uses by default. */
const acceptedNames = new Set(['none', 'nil', 'null', 'false', '~', '', 'default', 'home', 'page', 'post']);

/** Finds layouts as `layout_reader.rb` does: files below the layouts folder, named without extension. A theme adds more. */
export function findLayouts(files: Iterable<string>, { layoutsFolder, hasTheme }: JekyllSettings): Layouts {
  const names = new Set<string>();
  for (const file of files)
    if (file.startsWith(`${layoutsFolder}/`)) names.add(file.slice(layoutsFolder.length + 1).replace(/\.[^./]+$/, ''));
  return { names: [...names].sort(), isComplete: !hasTheme && names.size > 0, acceptedNames };
}

/**
 * Returns the layout of a page with the layouts and includes that it is made of (`renderer.rb#place_in_layouts`); undefined where
 * one of them may be in a theme, or where a plugin may give the page one.
 */
export function findPageTemplates(source: PostSource, settings: JekyllSettings): ReadonlySet<string> | undefined {
  const { path, frontMatter, siteView } = source;
  const file = parseJekyllPath(path, settings);
  if (!file) return undefined;
  const defaults = getDefaults(settings.defaults, file.relativePath, file.label);
  const name = asNonEmptyString({ ...defaults, ...frontMatter?.data }.layout);
  const layout = name === undefined ? undefined : findLayout(name, siteView, settings);
  return layout && withIncluded(layout, (each) => findIncluded(siteView, each, settings));
}

const layoutExtensions = ['html', 'htm', 'xhtml', 'md', 'markdown', 'liquid'];

/** Returns the file of a layout, empty for the name that stands for none; undefined where it is not in the site's folder. */
function findLayout(name: string, siteView: SiteView, { layoutsFolder }: JekyllSettings): string[] | undefined {
  if (name === 'none') return [];
  const path = layoutExtensions
    .map((extension) => `${layoutsFolder}/${name}.${extension}`)
    .find((each) => siteView.hasFile(each));
  return path === undefined ? undefined : [path];
}

const layoutKey = /^layout:[ \t]*["']?([^"'\s#]+)/m;
const include = /\{%-?\s*include(?:_cached)?\s+("?)([^\s"%{]*)(\{\{)?/g;

/** Returns the layout and the includes that a layout or an include names; undefined where one may be in a theme or code computes its name. */
const findIncluded = memoizeByName(
  (siteView: SiteView, template: string, settings: JekyllSettings): string[] | undefined => {
    const text = siteView.getText(template) ?? '';
    const frontMatter = text.startsWith('---') ? text.slice(0, text.indexOf('\n---', 3) + 1) : '';
    const outer = layoutKey.exec(frontMatter)?.[1];
    const found = outer === undefined ? [] : findLayout(outer, siteView, settings);
    if (!found) return undefined;
    for (const [, , name, computed] of text.matchAll(include)) {
      const path = getIncludePath(name!, settings);
      if (siteView.hasFile(path)) found.push(path);
      else if (settings.hasTheme || computed !== undefined) return undefined;
    }
    return found;
  },
);
