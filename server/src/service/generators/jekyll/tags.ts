import { pageUrl, withCommonTags } from '../shared/tags.ts';

/** Tags of Jekyll (`lib/jekyll/tags`) and of plugins that most sites use. */
export const jekyllTags = withCommonTags({
  highlight: { isCode: true },
  include: { names: 'include' },
  include_cached: { names: 'include' },
  include_relative: { bringsUnseenText: true },
  link: { names: 'any file', preview: pageUrl },
  post_url: { names: 'post', preview: pageUrl },
});
