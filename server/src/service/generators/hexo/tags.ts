import type { GeneratorTag } from '../contract/preview.ts';
import { createDeferredNunjucks, noTemplates } from '../../syntax/templates/languages.ts';
import type { TemplateLanguage } from '../../syntax/templates/templateLanguage.ts';
import { previewPageUrl, addCommonTags } from '../shared/tags.ts';

/** `{% asset_img [class] slug [width] [height] [title] %}`: the slug is the first word with an extension. */
const assetImage: GeneratorTag = {
  isImage: true,
  argumentKind: 'own file',
  preview: ({ positional }) => {
    if (positional.length === 0) return undefined;
    const at = Math.max(
      0,
      positional.findIndex((word) => /\.\w+$/.test(word)),
    );
    const title = positional.slice(at + 1).filter((word) => !/^\d+$/.test(word));
    return { kind: 'markdown', markdown: `![${title.join(' ')}](${positional[at]})` };
  },
};

/** Tags of Hexo (`lib/plugins/tag`) and of hexo-tag-embed. */
export const hexoTags = addCommonTags({
  asset_img: assetImage,
  asset_link: {
    argumentKind: 'own file',
    preview: ({ positional: [slug, title] }) =>
      slug === undefined ? undefined : { kind: 'markdown', markdown: `[${title ?? slug}](${slug})` },
  },
  asset_path: {
    argumentKind: 'own file',
    preview: ({ positional: [slug] }) => (slug === undefined ? undefined : { kind: 'text', text: slug }),
  },
  code: { content: 'code' },
  codeblock: { content: 'code' },
  post_link: {
    argumentKind: 'post',
    preview: ({ positional: [slug = '', ...title] }, scope) => {
      const found = scope.findPage(slug);
      return found && { kind: 'markdown', markdown: `[${title.join(' ') || found.title}](${found.url})` };
    },
  },
  post_path: { argumentKind: 'post', preview: previewPageUrl },
});

const language = createDeferredNunjucks(hexoTags);

/** Nunjucks, which `disableNunjucks` in front matter turns off (`lib/hexo/post.ts`). */
export const hexoTemplates: TemplateLanguage = {
  ...language,
  forFrontMatter: ({ disableNunjucks: isOff }) => (isOff === true ? noTemplates : language),
};
