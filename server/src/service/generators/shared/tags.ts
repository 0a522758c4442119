import type { GeneratorTag, TagArguments, TagPreview, TemplateScope } from '../contract/preview.ts';

/** A tag that shows what another site serves, by an id. */
function createEmbedTag(
  service: string,
  prefix: string,
  getId: (given: TagArguments) => string | undefined,
): GeneratorTag {
  return {
    preview: (given) => {
      const id = getId(given);
      return id === undefined ? undefined : { kind: 'embed', service, href: prefix + encodeURI(id) };
    },
  };
}

function getIdOrFirst({ named, positional }: TagArguments): string | undefined {
  return named.get('id') ?? positional[0];
}

const tweet: GeneratorTag = {
  preview: ({ named, positional }) => {
    const id = named.get('id') ?? positional.at(-1);
    const user = encodeURIComponent(named.get('user') ?? 'i/web');
    return id === undefined
      ? undefined
      : { kind: 'embed', service: 'Post', href: `https://x.com/${user}/status/${encodeURI(id)}` };
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

/** The address of the page that a tag names, with its fragment. */
export function previewPageUrl({ named, positional }: TagArguments, scope: TemplateScope): TagPreview | undefined {
  const [path = '', fragment] = (named.get('path') ?? positional[0] ?? '').split('#');
  const found = scope.findPage(path);
  if (!found && path !== '') return undefined;
  return { kind: 'text', text: (found?.url ?? '') + (fragment === undefined ? '' : `#${fragment}`) };
}

/** Tags by name, the common ones among them. */
export function addCommonTags(own: Readonly<Record<string, GeneratorTag>>): ReadonlyMap<string, GeneratorTag> {
  return new Map(Object.entries({ ...commonTags, ...own }));
}
