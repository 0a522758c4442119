import type { Layouts } from '../contract/model.ts';
import type { JekyllSettings } from './settings.ts';

/** Texts that people write for no layout, and layouts of the theme that GitHub Pages uses for sites that name none. */
const unlisted = new Set(['none', 'nil', 'null', 'false', '~', '', 'default', 'home', 'page', 'post']);

/** Layouts as `layout_reader.rb` finds them: files below the layouts' folder, named without their extension. A theme brings more. */
export function layoutsIn(files: Iterable<string>, { layoutsFolder, hasTheme }: JekyllSettings): Layouts {
  const names = new Set<string>();
  for (const file of files)
    if (file.startsWith(`${layoutsFolder}/`)) names.add(file.slice(layoutsFolder.length + 1).replace(/\.[^./]+$/, ''));
  return { names: [...names].sort(), isComplete: !hasTheme && names.size > 0, acceptedNames: unlisted };
}
