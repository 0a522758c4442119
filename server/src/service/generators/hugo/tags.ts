import type { GeneratorTag } from '../contract/preview.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { previewPageUrl, addCommonTags } from '../shared/tags.ts';

const described = addCommonTags({
  highlight: { content: 'code' },
  code: { content: 'code' },
  ref: { argumentKind: 'post', preview: previewPageUrl },
  relref: { argumentKind: 'post', preview: previewPageUrl },
  param: {
    preview: ({ positional: [name = ''] }, { page, site }) => {
      const value = page[name] ?? (isRecord(site['params']) ? site['params'][name] : undefined);
      return typeof value === 'string' || typeof value === 'number' ? { kind: 'text', text: String(value) } : undefined;
    },
  },
});

/** Those that write neither ids nor headings. */
const namesWithoutIds = new Set([
  'figure',
  'gist',
  'highlight',
  'instagram',
  'param',
  'qr',
  'ref',
  'relref',
  'tweet',
  'twitter',
  'vimeo',
  'x',
  'youtube',
]);

/** Shortcodes of Hugo (`tpl/tplimpl/embedded/templates/shortcodes`) and of many themes. */
export const hugoTags: ReadonlyMap<string, GeneratorTag> = new Map(
  [...described, ['qr', {}] as const].map(([name, tag]) => [
    name,
    namesWithoutIds.has(name) ? { ...tag, writesNoIds: true } : tag,
  ]),
);
