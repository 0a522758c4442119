import { isRecord } from '../shared/configurationFile.ts';
import { previewPageUrl, addCommonTags } from '../shared/tags.ts';

/** Shortcodes of Hugo (`tpl/tplimpl/embedded/templates/shortcodes`) and of many themes. */
export const hugoTags = addCommonTags({
  highlight: { isCode: true },
  code: { isCode: true },
  ref: { argumentKind: 'post', preview: previewPageUrl },
  relref: { argumentKind: 'post', preview: previewPageUrl },
  param: {
    preview: ({ positional: [name = ''] }, { page, site }) => {
      const value = page[name] ?? (isRecord(site['params']) ? site['params'][name] : undefined);
      return typeof value === 'string' || typeof value === 'number' ? { kind: 'text', text: String(value) } : undefined;
    },
  },
});
