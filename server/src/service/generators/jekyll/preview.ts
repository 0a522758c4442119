import type { SiteView } from '../contract/model.ts';
import type { PreviewTemplates } from '../contract/preview.ts';
import { readConfigurationFile } from '../shared/configurationFile.ts';
import { jekyllFilters } from './filters.ts';
import { joinPath } from '../../text/paths.ts';
import type { JekyllSettings } from './settings.ts';

/** Creates what Liquid in posts sees of the site; URLs have no base path, so that the preview finds files by them. */
export function createJekyllPreview(settings: JekyllSettings): PreviewTemplates {
  const { variables, excerptSeparator } = settings;
  return {
    filters: jekyllFilters,
    getSiteVariables: (siteView) => ({ ...variables, baseurl: '', url: '', data: readDataFiles(settings, siteView) }),
    getExcerptSeparators: ({ excerpt_separator: own = excerptSeparator }) => {
      const mark = typeof own === 'string' ? /^<!--(.*)-->$/s.exec(own.trim())?.[1]?.trim() : undefined;
      return mark === undefined ? ['more'] : ['more', mark];
    },
  };
}

/** Reads `site.data`, by file name. */
function readDataFiles({ source, dataDir }: JekyllSettings, siteView: SiteView): Record<string, unknown> {
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
