import type { Site } from '../../../site/model/site.ts';

/** An include or shortcode of a site that a writer can put into a post. */
export interface Component {
  readonly name: string;
  /** Relative to the site root. */
  readonly file: string;
}

/** Where a generator keeps them. */
const folders: Readonly<Record<string, RegExp>> = {
  jekyll: /^(?:[^_][^/]*\/)?_includes\/(.+\.(?:html|md|markdown|svg|liquid))$/,
  hugo: /^(?:themes\/[^/]+\/)?layouts\/(?:shortcodes|_shortcodes)\/(.+)\.html$/,
  zola: /^(?:themes\/[^/]+\/)?templates\/shortcodes\/(.+)\.(?:html|md)$/,
  eleventy: /^(?:src\/)?_includes\/(?:components|partials|shortcodes)\/(.+\.(?:njk|liquid))$/,
};

/** The includes and shortcodes of a site, by name. */
export function components({ files, generator }: Site): Component[] {
  const pattern = folders[generator.id];
  if (!pattern) return [];
  const found = [...files].flatMap((file) => {
    const name = pattern.exec(file)?.[1];
    return name === undefined ? [] : [{ name, file }];
  });
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** How a component is called, as a snippet with a tab stop for each argument that its text asks for. */
export function componentCall(generator: string, name: string, text: string): string {
  if (generator === 'jekyll') return `{% include ${name}${named(parameters(text, /\binclude\.([\w-]+)/g))} %}$0`;
  if (generator === 'hugo') return hugoCall(name, text);
  if (generator === 'zola') return zolaCall(name, text);
  return `{% include "${name}" %}$0`;
}

function hugoCall(name: string, text: string): string {
  const own = parameters(text, /\.Get[ \t]+["`]([\w-]+)["`]/g);
  const places =
    own.length > 0 ? 0 : Math.max(-1, ...[...text.matchAll(/\.Get[ \t]+(\d)\b/g)].map((match) => Number(match[1]))) + 1;
  const positional = Array.from({ length: places }, (_, index) => ` "\${${index + 1}:${index}}"`).join('');
  const hasInner = /\.Inner\b/.test(text);
  const call = `{{< ${name}${own.length > 0 ? named(own) : positional} >}}`;
  return hasInner ? `${call}\n$0\n{{< /${name} >}}` : `${call}$0`;
}

/** What Zola's templates know without being given it. */
const known = new Set([
  'body',
  'config',
  'page',
  'section',
  'loop',
  'nth',
  'lang',
  'self',
  'super',
  'resize_image',
  'get_url',
  'load_data',
  'not',
]);

function zolaCall(name: string, text: string): string {
  const own = parameters(text, /\{(?:\{-?|%-?[ \t]*(?:el)?if)[ \t]*([a-z_]\w*)/g).filter((each) => !known.has(each));
  const given = own.map((each, index) => `${each}="\${${index + 1}}"`).join(', ');
  return /\bbody\b/.test(text) ? `{% ${name}(${given}) %}\n$0\n{% end %}` : `{{ ${name}(${given}) }}$0`;
}

/** Names that a text asks for, in its order, each once. */
function parameters(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].slice(0, 12);
}

function named(names: readonly string[]): string {
  return names.map((name, index) => ` ${name}="\${${index + 1}}"`).join('');
}
