import type { Environment } from '../../generators/contract/model.ts';
import { getServedFiles } from '../../site/resolution/addresses.ts';
import type { CatalogueEntry } from '../../site/resolution/catalogue.ts';
import { listNewestFirst, getSearchText } from '../../site/resolution/catalogue.ts';
import { toLinkSource } from '../../site/resolution/resolvedLinks.ts';
import type { Destination, LinkSource } from '../../site/resolution/links.ts';
import { resolveDestination } from '../../site/resolution/links.ts';
import { toPostSource } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { dayInWords } from '../../text/calendar.ts';
import type { LinkConventions } from '../links/conventions.ts';
import { inferConventions } from '../links/conventions.ts';
import type { LinkEndpoint, LinkForm } from '../links/linkForms.ts';
import { toEndpoint, toFileEndpoint, getBasePath, formatInForm } from '../links/linkForms.ts';
import type { Context } from '../context.ts';
import type { Completion } from '../results.ts';
import type { LinkCaret } from './linkCaret.ts';
import { linkCaretAt } from './linkCaret.ts';
import { toSortText } from './proposal.ts';

/** How many links are proposed; a longer word finds the others. */
export const maxLinks = 200;
/** Files that a name may turn out not to fit before the search ends. */
const maxMisses = 600;

const imagePattern = /\.(?:avif|gif|ico|jpe?g|png|svg|webp)$/i;
const assetPattern = /\.(?:css|js|map|scss|sass|woff2?|ttf|eot|less|ts)$/i;

/**
 * Posts, pages, files and images of the site where an address or what a tag names is being written, as this author
 * writes links.
 */
export async function linkCompletion(
  context: Context,
  open: OpenPost,
  offset: number,
): Promise<Completion[] | undefined> {
  const { environment } = context;
  const caret = linkCaretAt(open.syntax, offset);
  const source = caret && toLinkSource(open, environment);
  if (!source) return undefined;
  const from: LinkSource = { ...source, ...(caret.wants === 'image' && { use: 'image' }) };
  if (/^[a-z][\w+.-]*:/i.test(caret.typed) && !/^https?:\/\//i.test(caret.typed)) return [];
  const hash = caret.tag ? -1 : caret.typed.indexOf('#');
  if (hash >= 0) return completeAnchors(caret, hash, from, environment);
  return new LinkCompletionBuilder(caret, from, await inferConventions(context, open, offset), environment).build();
}

/** Headings and ids of the post that the address before `#` leads to. */
function completeAnchors(
  { typed, range }: LinkCaret,
  hash: number,
  from: LinkSource,
  environment: Environment,
): Completion[] {
  const address = typed.slice(0, hash);
  const target = resolveDestination(address, from, environment);
  if (target.kind !== 'post') return [];
  const ids = target.post.outline.ids.split('\n').filter((id) => id !== '');
  return ids.slice(0, maxLinks).map((id, index) => ({
    label: `#${id}`,
    kind: 'anchor',
    edit: { range, newText: `${address}#${id}` },
    filterText: `${address}#${id}`,
    detail: target.post.path,
    sortText: toSortText(index),
  }));
}

/** Collects what fits a caret. */
class LinkCompletionBuilder {
  private readonly items: Completion[] = [];
  private readonly words: readonly string[];
  private readonly source: LinkEndpoint;
  private readonly basePath: string;

  constructor(
    private readonly caret: LinkCaret,
    private readonly from: LinkSource,
    private readonly conventions: LinkConventions,
    private readonly environment: Environment,
  ) {
    this.words = toTypedWords(caret.typed, from);
    this.source = { path: from.post.path, url: from.publication.url };
    this.basePath = getBasePath(from.site);
  }

  build(): Completion[] {
    const { wants } = this.caret;
    if (wants === 'image' || wants === 'own file') this.addFiles(this.filesNextToPost(), relativeFirst);
    if (wants === 'image')
      this.addFiles([...getServedFiles(this.from.site).values()].filter((path) => imagePattern.test(path)));
    if (wants === 'link' || wants === 'post' || wants === 'any file') this.addPosts();
    if (wants === 'any file') this.addFiles([...getServedFiles(this.from.site).values()]);
    if (wants === 'include') this.addFiles(this.findIncludes());
    if (wants !== 'link') return this.items;
    this.addFiles(this.filesNextToPost(), relativeFirst);
    this.addFiles([...getServedFiles(this.from.site).values()].filter((path) => !assetPattern.test(path)));
    return this.items;
  }

  private findIncludes(): string[] {
    const { files, generator } = this.from.site;
    const { includesFolder } = generator;
    return includesFolder === undefined ? [] : [...files].filter((path) => path.startsWith(`${includesFolder}/`));
  }

  /** Files in the post's own folder, and in the one that is named like it. */
  private filesNextToPost(): string[] {
    const { site, post } = this.from;
    const folder = post.path.slice(0, post.path.lastIndexOf('/') + 1);
    const own = `${post.path.replace(/\.[^./]+$/, '')}/`;
    const isNextToPost = (path: string): boolean =>
      path.startsWith(own) || (path.startsWith(folder) && !path.includes('/', folder.length));
    const isRoot = folder === '' && site.generator.linking !== undefined;
    return isRoot
      ? []
      : [...site.files].filter(
          (path) =>
            isNextToPost(path) &&
            path !== post.path &&
            !path.endsWith('.md') &&
            (this.caret.wants !== 'image' || imagePattern.test(path)),
        );
  }

  private addPosts(): void {
    for (const each of listNewestFirst(this.from.site, this.environment)) {
      if (this.items.length >= maxLinks) return;
      if (each.post.uri === this.from.post.uri || (this.words.length > 0 && !this.hasTypedWords(getSearchText(each))))
        continue;
      const newText = this.formatTarget(
        toEndpoint(each.post.path, each.url, this.from.site),
        [...this.conventions.posts, ...this.recommendedForms(), ...urlFirst],
        (target) => target.kind === 'post' && target.post.uri === each.post.uri,
      );
      if (newText !== undefined)
        this.add({ label: each.title, kind: 'page', detail: this.toDetail(each) }, newText, getSearchText(each));
    }
  }

  private addFiles(paths: readonly string[], usual: readonly LinkForm[] = urlFirst): void {
    let misses = 0;
    const labels = new Set(this.items.map(({ label }) => label));
    for (const path of paths) {
      if (this.items.length >= maxLinks || misses > maxMisses) return;
      if (labels.has(path) || !this.hasTypedWords(path.toLowerCase())) continue;
      labels.add(path);
      const newText = this.formatTarget(
        toFileEndpoint(path, this.from.site),
        [...this.conventions.files, ...(usual === urlFirst ? this.conventions.posts : []), ...usual],
        (target) => target.kind === 'file' && target.path === path,
      );
      if (newText === undefined) misses++;
      else this.add({ label: path, kind: 'file', detail: newText }, newText, path.toLowerCase());
    }
  }

  private hasTypedWords(words: string): boolean {
    return this.words.every((word) => words.includes(word));
  }

  private add(item: Pick<Completion, 'label' | 'kind' | 'detail'>, newText: string, words: string): void {
    const { range, typed, closing } = this.caret;
    this.items.push({
      ...item,
      edit: { range, newText: `${newText}${closing}` },
      filterText: `${item.label} ${typed} ${newText} ${words}`,
      sortText: toSortText(this.items.length),
    });
  }

  /** A scheduled post may have come out since the site was read. */
  private toDetail({ post, date, url, state: lastState }: CatalogueEntry): string {
    const { site } = this.from;
    const state =
      lastState === 'scheduled'
        ? site.generator.getPublication(toPostSource(site, post), this.environment).state
        : lastState;
    return [
      url ?? post.path,
      ...(date === undefined ? [] : [dayInWords(date)]),
      ...(state === 'published' ? [] : [state]),
    ].join(' · ');
  }

  private recommendedForms(): readonly LinkForm[] {
    const before = this.from.site.generator.linking?.contentPathPrefix;
    return before === undefined ? [] : [{ before, kind: 'path 1', after: '' }];
  }

  /** A target in the first form that leads there; those that begin as what is typed go first. */
  private formatTarget(
    target: LinkEndpoint,
    forms: readonly LinkForm[],
    isRight: (target: Destination) => boolean,
  ): string | undefined {
    const { tag, typed } = this.caret;
    const leadsThere = (text: string): boolean =>
      isRight(
        resolveDestination(
          this.wrapInTag(text),
          { ...(this.caret.isInMarkdown && { use: 'link' as const }), ...this.from },
          this.environment,
        ),
      );
    const start = tag ? '' : (addressStart.exec(typed)?.[0] ?? '');
    const others: string[] = [];
    for (const form of tag ? tagForms : forms) {
      const text = formatInForm(form, target, this.source, this.basePath);
      if (text === undefined) continue;
      if (!text.startsWith(start)) others.push(text);
      else if (leadsThere(text)) return text;
    }
    return others.find(leadsThere);
  }

  private wrapInTag(text: string): string {
    const { tag } = this.caret;
    return tag ? `${tag.before}${text}${tag.after}` : text;
  }
}

/** The start of an address that says of which kind it is. */
const addressStart = /^(?:@\/|\{\{|\{%|\.\.?\/|\/|https?:)/;

const urlFirst: readonly LinkForm[] = ['url', 'path from here'].map((kind) => ({ before: '', kind, after: '' }));
const relativeFirst = urlFirst.toReversed();

/**
 * The names of files in tags: the generator's own, paths below the folder of all posts without extension, whole paths.
 */
const tagForms = ['tag name, bare', 'path 1, folder', 'path 1, bare', 'path 0', 'path 1', 'path 2, bare', 'path 2'].map(
  (kind): LinkForm => ({ before: '', kind, after: '' }),
);

/** The words of what was typed, without templates, the site's own host, `..` and `.`. */
function toTypedWords(typed: string, { site }: LinkSource): string[] {
  const origins = site.generator.linking?.origins ?? [];
  const origin = origins.find((each) => typed.startsWith(each)) ?? '';
  const bare = typed
    .slice(origin.length)
    .replace(/\{[{%][^{}]*[%}]\}/g, '')
    .toLowerCase();
  return bare.split(/[\s/"'@]+/).filter((word) => !/^\.*$/.test(word));
}
