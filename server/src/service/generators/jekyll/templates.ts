import type { SiteView } from '../contract/model.ts';
import { createLiquid, noTemplates } from '../../syntax/templates/languages.ts';
import type { TemplateLanguage } from '../../syntax/templates/templateLanguage.ts';
import { getDefaults } from './defaults.ts';
import { parseJekyllPath } from './file.ts';
import { getIncludePath } from './insertion.ts';
import type { JekyllSettings } from './settings.ts';
import { jekyllTags } from './tags.ts';

const always = createLiquid(jekyllTags);

/** Liquid that front matter turns off, or on where the configuration turns it off (`document.rb#render_with_liquid?`). */
const byDefault: TemplateLanguage = {
  ...always,
  forFrontMatter: ({ render_with_liquid: isOn }) => (isOn === false ? noTemplates : always),
};
const onRequest: TemplateLanguage = {
  ...noTemplates,
  forFrontMatter: ({ render_with_liquid: isOn }) => (isOn === undefined || isOn === false ? noTemplates : always),
};

/** Returns the template language of a file: Liquid, which Jekyll leaves out since its version 4 where `render_with_liquid` is false. */
export function getTemplates(path: string, siteView: SiteView, settings: JekyllSettings): TemplateLanguage {
  if (isOlderThan4(siteView.getText('Gemfile') ?? '')) return always;
  const file = parseJekyllPath(path, settings);
  const defaults = file ? getDefaults(settings.defaults, file.relativePath, file.label) : {};
  return defaults.render_with_liquid === false ? onRequest : byDefault;
}

/** Whether a `Gemfile` asks for Jekyll 3, by its number or as GitHub Pages' own. */
function isOlderThan4(gemfile: string): boolean {
  return /^[ \t]*gem[ \t]+(?:["']github-pages["']|["']jekyll["'][ \t]*,[ \t]*["'][~=<> ]*[0-3]\b)/m.test(gemfile);
}

/** What gives an element an id, headings, and what brings text that is not in the include. */
const mayWriteIdsPattern =
  /\b(?:id|name) {0,9}=|<h[1-6][\s>]|^ {0,3}#{1,6}[ \t]|\{%-? {0,9}(?:include|render)|\bcontent\b/im;

/** Whether a tag may write ids: one of a plugin, an include that is not in the site's folder, and one whose text says so. */
export function mayWriteIds(tag: string, siteView: SiteView, settings: JekyllSettings): boolean {
  if (jekyllTags.has(tag)) return false;
  const name = /^include (.+)$/.exec(tag)?.[1];
  const text = name === undefined ? undefined : siteView.getText(getIncludePath(name, settings));
  return text === undefined || mayWriteIdsPattern.test(text);
}
