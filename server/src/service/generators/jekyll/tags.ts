import { previewPageUrl, addCommonTags } from '../shared/tags.ts';

/** Tags of Jekyll (`lib/jekyll/tags`) and of plugins that most sites use. */
export const jekyllTags = addCommonTags({
  highlight: { content: 'code' },
  include: { argumentKind: 'include' },
  include_cached: { argumentKind: 'include' },
  include_relative: { insertsUnknownText: true },
  link: { argumentKind: 'any file', preview: previewPageUrl },
  post_url: { argumentKind: 'post', preview: previewPageUrl },
});
