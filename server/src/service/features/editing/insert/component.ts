import type { Site } from '../../../site/model/site.ts';

/** An include or shortcode of a site that a writer can put into a post. */
export interface Component {
  readonly name: string;
  /** Relative to the site root. */
  readonly file: string;
}

/** The includes and shortcodes of a site, by name. */
export function listComponents({ files, generator }: Site): Component[] {
  const { components } = generator.insertion;
  if (!components) return [];
  const found = [...files].flatMap((file) => {
    const name = components.getName(file);
    return name === undefined ? [] : [{ name, file }];
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}
