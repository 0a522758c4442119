import type { SiteView } from '../contract/model.ts';
import { addCommonTags } from '../shared/tags.ts';
import { createCommonTemplates, createLiquid, createNunjucks, noTemplates } from '../../syntax/templates/languages.ts';
import type { TemplateLanguage } from '../../syntax/templates/templateLanguage.ts';
import { memoizeByName } from '../../text/memo.ts';
import { mergeDataCascade } from './data.ts';
import type { EleventySettings } from './settings.ts';

/** Tags of Eleventy's own plugins and of its template languages that name files. */
export const eleventyTags = addCommonTags({ highlight: { content: 'code' }, include: { argumentKind: 'include' } });

const languages = new Map<string, TemplateLanguage>([
  ['liquid', createLiquid(eleventyTags)],
  ['njk', createNunjucks(eleventyTags)],
  ['md', noTemplates],
]);
const unknown = createCommonTemplates(eleventyTags);

/** Returns the language that runs before a file's Markdown is read: `markdownTemplateEngine`, or what `templateEngineOverride` says instead (`TemplateRender.js`). */
export function getTemplates(path: string, siteView: SiteView, settings: EleventySettings): TemplateLanguage {
  const { data } = mergeDataCascade({ path, frontMatter: undefined, siteView }, settings);
  return createLanguage(settings, data.templateEngineOverride);
}

const createLanguage = memoizeByName((settings: EleventySettings, folderOverride: unknown): TemplateLanguage => {
  const language = chooseLanguage(folderOverride) ?? chooseLanguage(settings.templateEngine) ?? unknown;
  const forFrontMatter: TemplateLanguage['forFrontMatter'] = ({ templateEngineOverride: own }) =>
    chooseLanguage(own) ?? language;
  return { ...language, forFrontMatter };
});

/** Returns the language in a list of engines such as `njk,md`; undefined for what is no list. */
function chooseLanguage(engines: unknown): TemplateLanguage | undefined {
  if (engines === false) return noTemplates;
  if (typeof engines !== 'string') return undefined;
  const engine = engines
    .split(',')
    .map((each) => each.trim())
    .find((each) => each !== 'md' && each !== 'html');
  return engine === undefined ? noTemplates : (languages.get(engine) ?? unknown);
}
