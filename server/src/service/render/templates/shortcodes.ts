import type { Knowledge } from './knowledge.ts';
import type { Arguments } from './arguments.ts';
import type { Shown } from './shown.ts';
import { embedded, figure, nothing, text } from './shown.ts';

/** What tags that generators bring along show, by name; undefined where the arguments are not enough. */
export const knownTags: Readonly<Record<string, (given: Arguments, knowledge: Knowledge) => Shown | undefined>> = {
  // Hugo: tpl/tplimpl/embedded/templates/shortcodes.
  figure: ({ named, positional }) => {
    const src = named.get('src') ?? positional[0];
    return src === undefined
      ? undefined
      : figure(
          src,
          named.get('alt') ?? named.get('caption') ?? '',
          [named.get('title'), named.get('caption')].filter((part) => part).join(' – '),
        );
  },
  ref: (given, knowledge) => address(given, knowledge),
  relref: (given, knowledge) => address(given, knowledge),
  youtube: ({ named, positional }) =>
    embed('YouTube', 'https://www.youtube.com/watch?v=', named.get('id') ?? positional[0]),
  vimeo: ({ named, positional }) => embed('Vimeo', 'https://vimeo.com/', named.get('id') ?? positional[0]),
  gist: ({ positional }) => embed('Gist', 'https://gist.github.com/', positional.slice(0, 2).join('/') || undefined),
  tweet: ({ named, positional }) => post(named, positional),
  twitter: ({ named, positional }) => post(named, positional),
  x: ({ named, positional }) => post(named, positional),
  instagram: ({ positional }) => embed('Instagram', 'https://www.instagram.com/p/', positional[0]),
  param: ({ positional }, { page, site }) => {
    const value =
      page[positional[0] ?? ''] ?? (site['params'] as Record<string, unknown> | undefined)?.[positional[0] ?? ''];
    return typeof value === 'string' || typeof value === 'number' ? text(String(value)) : undefined;
  },
  // Hexo: lib/plugins/tag.
  asset_img: ({ positional }) => (positional.length === 0 ? undefined : figureless(positional)),
  asset_path: ({ positional: [slug] }) => (slug === undefined ? undefined : text(slug)),
  asset_link: ({ positional: [slug, title] }) =>
    slug === undefined ? undefined : { markdown: `[${title ?? slug}](${slug})` },
  post_path: (given, knowledge) => address(given, knowledge),
  post_link: ({ positional: [slug = '', ...title] }, knowledge) => {
    const found = knowledge.find(slug);
    return found && { markdown: `[${title.join(' ') || found.title}](${found.url})` };
  },
  // Jekyll: lib/jekyll/tags.
  post_url: (given, knowledge) => address(given, knowledge),
  link: (given, knowledge) => address(given, knowledge),
  gallery: () => undefined,
  toc: () => nothing,
};

function address({ named, positional }: Arguments, knowledge: Knowledge): Shown | undefined {
  const [path = '', fragment] = (named.get('path') ?? positional[0] ?? '').split('#');
  const found = knowledge.find(path);
  if (!found && path !== '') return undefined;
  return text((found?.url ?? '') + (fragment === undefined ? '' : `#${fragment}`));
}

function embed(what: string, prefix: string, id: string | undefined): Shown | undefined {
  return id === undefined ? undefined : embedded(what, prefix + encodeURI(id));
}

function post(named: ReadonlyMap<string, string>, positional: readonly string[]): Shown | undefined {
  const id = named.get('id') ?? positional.at(-1);
  return embed('Post', `https://x.com/${encodeURIComponent(named.get('user') ?? 'i/web')}/status/`, id);
}

/** `{% asset_img [class] slug [width] [height] [title] %}`: the slug is the first word with an extension. */
function figureless(words: readonly string[]): Shown {
  const at = Math.max(
    0,
    words.findIndex((word) => /\.\w+$/.test(word)),
  );
  const title = words
    .slice(at + 1)
    .filter((word) => !/^\d+$/.test(word))
    .join(' ');
  return { markdown: `![${title}](${words[at]})` };
}
