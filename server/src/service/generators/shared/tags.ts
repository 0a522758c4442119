import type { GeneratorTag, TagArguments, TagPreview, TemplateScope } from '../contract/preview.ts';
import { encodeUri, encodeUriComponent } from '../../text/uri.ts';

/** Creates a tag that embeds content of another site by its id. */
function createEmbedTag(
  service: string,
  prefix: string,
  getId: (tagArguments: TagArguments) => string | undefined,
): GeneratorTag {
  return {
    preview: (tagArguments) => {
      const id = getId(tagArguments);
      return id === undefined ? undefined : { kind: 'embed', service, href: prefix + encodeUri(id) };
    },
  };
}

function getIdOrFirst({ named, positional }: TagArguments): string | undefined {
  return named.get('id') ?? positional[0];
}

const tweet: GeneratorTag = {
  preview: ({ named, positional }) => {
    const id = named.get('id') ?? positional.at(-1);
    const user = encodeUriComponent(named.get('user') ?? 'i/web');
    return id === undefined
      ? undefined
      : { kind: 'embed', service: 'Post', href: `https://x.com/${user}/status/${encodeUri(id)}` };
  },
};

/** An image with a caption: `{{< figure src="/a.png" alt="A" caption="B" >}}`. */
const figure: GeneratorTag = {
  isImage: true,
  preview: ({ named, positional }) => {
    const src = named.get('src') ?? positional[0];
    const caption = [named.get('title'), named.get('caption')].filter((part) => part).join(' – ');
    return src === undefined
      ? undefined
      : { kind: 'figure', src, alt: named.get('alt') ?? named.get('caption') ?? '', caption };
  },
};

/** Tags that generators, plugins and themes have in common. */
export const commonTags: Readonly<Record<string, GeneratorTag>> = {
  figure,
  img: { isImage: true },
  image: { isImage: true },
  picture: { isImage: true },
  youtube: createEmbedTag('YouTube', 'https://www.youtube.com/watch?v=', getIdOrFirst),
  vimeo: createEmbedTag('Vimeo', 'https://vimeo.com/', getIdOrFirst),
  gist: createEmbedTag(
    'Gist',
    'https://gist.github.com/',
    ({ positional }) => positional.slice(0, 2).join('/') || undefined,
  ),
  instagram: createEmbedTag('Instagram', 'https://www.instagram.com/p/', ({ positional }) => positional[0]),
  tweet,
  twitter: tweet,
  x: tweet,
  toc: { preview: () => ({ kind: 'nothing' }) },
};

/** Previews the URL of the page that a tag names, fragment included; undefined where there is no such page. */
export function previewPageUrl({ named, positional }: TagArguments, scope: TemplateScope): TagPreview | undefined {
  const [path = '', fragment] = (named.get('path') ?? positional[0] ?? '').split('#');
  const found = scope.findPage(path);
  if (!found && path !== '') return undefined;
  return { kind: 'text', text: (found?.url ?? '') + (fragment === undefined ? '' : `#${fragment}`) };
}

/** Returns tags by name: the common ones and a generator's own, which win. */
export function addCommonTags(own: Readonly<Record<string, GeneratorTag>>): ReadonlyMap<string, GeneratorTag> {
  return new Map(Object.entries({ ...commonTags, ...own }));
}
