import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import { convertFrontMatter } from '../../../syntax/frontMatter/convert.ts';
import type { Range } from '../../../text/range.ts';
import { touches } from '../../../text/range.ts';
import type { Action } from '../../results.ts';

const formatNames: Readonly<Record<FrontMatterFormat, string>> = {
  yaml: 'YAML',
  toml: 'TOML',
  json: 'JSON',
  meta: 'metadata',
};

/** Writes the front matter in another format that the site's generator reads. */
export function convertFormat({ site, syntax, document }: OpenPost, range: Range): Action[] {
  const { frontMatter } = syntax;
  if (!site || !frontMatter || !touches(frontMatter.range, range.start)) return [];
  const hasComments = frontMatter.entries.some(({ comment, commented }) => comment !== undefined || commented);
  return site.generator.frontMatterFormats.flatMap((format): Action[] => {
    const edit = convertFrontMatter(frontMatter, document.text, format);
    const loss = format === 'json' && hasComments ? ', without its comments' : '';
    return edit
      ? [
          {
            title: `Convert the front matter to ${formatNames[format]}${loss}`,
            kind: 'refactor.rewrite',
            edits: [edit],
          },
        ]
      : [];
  });
}
