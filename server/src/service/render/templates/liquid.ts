import { Context, Liquid } from 'liquidjs';
import type { Knowledge } from './knowledge.ts';

/** Filters of jekyll/filters.rb and jekyll/filters/url_filters.rb that are not Liquid's own; URLs stay paths below the site's root. */
const filters: Readonly<Record<string, (value: unknown, ...rest: unknown[]) => unknown>> = {
  relative_url: (value) => rooted(value),
  absolute_url: (value) => rooted(value),
  strip_index: (value) => String(value).replace(/index\.html?$/, ''),
  markdownify: (value) => value,
  smartify: (value) => value,
  slugify: (value) =>
    String(value)
      .toLowerCase()
      .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  jsonify: (value) => JSON.stringify(value),
  xml_escape: (value) => String(value).replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`),
  cgi_escape: (value) => encodeURIComponent(String(value)),
  uri_escape: (value) => encodeURI(String(value)),
  number_of_words: (value) =>
    String(value)
      .split(/\s+/)
      .filter((word) => word !== '').length,
  array_to_sentence_string: (value) => (Array.isArray(value) ? sentence(value.map(String)) : value),
  date_to_string: (value) => dated(value, { day: '2-digit', month: 'short', year: 'numeric' }),
  date_to_long_string: (value) => dated(value, { day: '2-digit', month: 'long', year: 'numeric' }),
  normalize_whitespace: (value) => String(value).replace(/\s+/g, ' ').trim(),
};

function rooted(value: unknown): string {
  const path = String(value ?? '');
  return /^([a-z][a-z\d+.-]*:|\/)/i.test(path) ? path : `/${path}`;
}

function sentence(words: readonly string[]): string {
  return words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`;
}

function dated(value: unknown, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(String(value));
  return Number.isNaN(date.getTime())
    ? String(value)
    : new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date);
}

/** Jekyll's Liquid for one post: what it says of tags is what the build would write, as far as the site is known. */
export class LiquidTemplates {
  private readonly engine: Liquid;
  private readonly context: Context;

  constructor(knowledge: Knowledge) {
    this.engine = engineFor(knowledge);
    this.context = new Context({ page: knowledge.page, site: knowledge.site, layout: {} }, this.engine.options, {
      sync: true,
    });
  }

  /** What a tag, an output or a block becomes; undefined where only the build knows. Variables it sets last. */
  text(source: string): string | undefined {
    try {
      return String(this.engine.renderSync(this.engine.parse(source), this.context));
    } catch {
      return undefined;
    }
  }
}

/** Posts are not to be trusted: loops and texts have an end. */
const limits = { memoryLimit: 1e6, renderLimit: 1000, parseLimit: 1e6 };

function engineFor(knowledge: Knowledge): Liquid {
  const engine = new Liquid({
    ...limits,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    jekyllInclude: true,
    jekyllWhere: true,
    dynamicPartials: false,
    relativeReference: false,
    fs: included(knowledge),
  });
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
  for (const name of ['post_url', 'link']) engine.registerTag(name, addressTag(knowledge));
  return engine;
}

/** Included files, by the name in the tag. */
function included(knowledge: Knowledge): NonNullable<ConstructorParameters<typeof Liquid>[0]>['fs'] {
  const read = (name: string): string => {
    const text = knowledge.include(name);
    if (text === undefined) throw new Error(`There is no include ${name}.`);
    return text;
  };
  return {
    readFileSync: read,
    readFile: (name) => Promise.resolve(read(name)),
    existsSync: (name) => knowledge.include(name) !== undefined,
    exists: (name) => Promise.resolve(knowledge.include(name) !== undefined),
    contains: () => Promise.resolve(true),
    containsSync: () => true,
    resolve: (_folder, name) => name,
    sep: '/',
    dirname: () => '',
  };
}

/** `{% post_url name %}`, `{% link path %}`. */
function addressTag(knowledge: Knowledge): Exclude<Parameters<Liquid['registerTag']>[1], Function> {
  return {
    parse(token: { readonly args: string }) {
      this['target'] = token.args.trim().replace(/^["']|["']$/g, '');
    },
    render() {
      const found = knowledge.find(String(this['target']));
      if (!found) throw new Error('There is no such page.');
      return found.url;
    },
  };
}
