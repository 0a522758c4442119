import type { SiteView } from '../contract/model.ts';
import type { PreviewTemplates } from '../contract/preview.ts';
import { readConfigurationFile } from '../shared/configurationFile.ts';
import { jekyllFilters } from './filters.ts';
import { joinPath } from '../../text/paths.ts';
import type { JekyllSettings } from './settings.ts';

/** What Liquid in posts sees of the site; addresses have no base path, as the preview finds files. */
export function jekyllPreview(settings: JekyllSettings): PreviewTemplates {
  const { variables, excerptSeparator } = settings;
  return {
    filters: jekyllFilters,
    getSiteVariables: (siteView) => ({ ...variables, baseurl: '', url: '', data: dataIn(settings, siteView) }),
    getExcerptSeparators: ({ excerpt_separator: own = excerptSeparator }) => {
      const mark = typeof own === 'string' ? /^<!--(.*)-->$/s.exec(own.trim())?.[1]?.trim() : undefined;
      return mark === undefined ? ['more'] : ['more', mark];
    },
  };
}

/** `site.data` by file name. */
function dataIn({ source, dataDir }: JekyllSettings, siteView: SiteView): Record<string, unknown> {
  const folder = `${joinPath(source, dataDir)}/`;
  const files = siteView.getTexts(
    (path) => path.startsWith(folder) && /^[^/]+\.(?:ya?ml|json|toml)$/.test(path.slice(folder.length)),
  );
  return Object.fromEntries(
    [...files].map(([path, text]) => [
      path.slice(folder.length).replace(/\.[^.]+$/, ''),
      readConfigurationFile(path, text).data,
    ]),
  );
}
