import { isRecord, readConfigurationFile } from '../shared/configurationFile.ts';
import type { SiteView } from '../contract/model.ts';
import { memoize } from '../../text/memo.ts';

const manifest = 'package.json';

/**
 * Returns which package alone makes the addresses of images: `marked` for hexo-renderer-marked since 3, whose option
 * `prependRoot` is on unless the configuration says otherwise; undefined where another one, or the site's scripts, may.
 */
export const readRenderer = memoize((siteView: SiteView): 'marked' | undefined => {
  const { dependencies, devDependencies } = readConfigurationFile(manifest, siteView.getText(manifest) ?? '').data;
  const packages = { ...toRecord(dependencies), ...toRecord(devDependencies) };
  const version = packages['hexo-renderer-marked'];
  const isMarked = typeof version === 'string' && Number(/\d+/.exec(version)?.[0] ?? 0) >= 3;
  const hasOthers = Object.keys(packages).some((name) => /asset|ima?ge?|typora|lazyload|hexo-filter/.test(name));
  return isMarked && !hasOthers && !siteView.hasFolder('scripts') ? 'marked' : undefined;
});

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}
