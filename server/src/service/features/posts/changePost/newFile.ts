import type { Environment, Publication } from '../../../generators/contract/model.ts';
import type { Site } from '../../../site/model/site.ts';
import { toUri, createPost, toPostSource, withPost } from '../../../site/model/site.ts';
import { toFrontMatterOutline } from '../../../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../../../syntax/frontMatter/parseFrontMatter.ts';
import { unknownOutline } from '../../../syntax/structure/outline.ts';

/** The site as it is once there is a file with a text at a path (relative to the site root). */
export function addNewFile(site: Site, path: string, text: string): Site {
  const frontMatter = toFrontMatterOutline(
    parseFrontMatter(text, site.generator.frontMatterFormats, site.generator.frontMatterOptions),
    text,
  );
  const post = createPost(site, toUri(site, path), frontMatter, () => unknownOutline);
  return post ? withPost(site, post) : site;
}

/** The publication of a file that does not exist yet. */
export function publicationOfNewFile(site: Site, path: string, text: string, environment: Environment): Publication {
  const frontMatter = toFrontMatterOutline(
    parseFrontMatter(text, site.generator.frontMatterFormats, site.generator.frontMatterOptions),
    text,
  );
  return site.generator.getPublication(toPostSource(addNewFile(site, path, text), { path, frontMatter }), environment);
}
