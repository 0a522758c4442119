import { isRecord } from '../shared/configurationFile.ts';
import { pageUrl, withCommonTags } from '../shared/tags.ts';

/** Shortcodes of Hugo (`tpl/tplimpl/embedded/templates/shortcodes`) and of many themes. */
export const hugoTags = withCommonTags({
  highlight: { isCode: true },
  code: { isCode: true },
  ref: { names: 'post', preview: pageUrl },
  relref: { names: 'post', preview: pageUrl },
  param: {
    preview: ({ positional: [name = ''] }, { page, site }) => {
      const value = page[name] ?? (isRecord(site['params']) ? site['params'][name] : undefined);
      return typeof value === 'string' || typeof value === 'number' ? { kind: 'text', text: String(value) } : undefined;
    },
  },
});
