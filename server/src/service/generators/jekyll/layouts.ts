import type { Layouts } from '../contract/model.ts';
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
