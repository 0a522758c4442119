import { previewPageUrl, addCommonTags } from '../shared/tags.ts';

/** Tags of Jekyll (`lib/jekyll/tags`) and of plugins that most sites use. */
export const jekyllTags = addCommonTags({
  highlight: { isCode: true },
  include: { names: 'include' },
  include_cached: { names: 'include' },
  include_relative: { bringsUnseenText: true },
  link: { names: 'any file', preview: previewPageUrl },
  post_url: { names: 'post', preview: previewPageUrl },
});
