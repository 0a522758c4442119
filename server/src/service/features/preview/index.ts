import type { Dialect } from '../../dialects/dialect.ts';
import { Article } from '../../render/article.ts';
import { toPreviewHtml } from '../../render/html.ts';
import { countWords } from '../../syntax/prose/wordCount.ts';
import { problems } from '../../rules/lint.ts';
import { getPublication } from '../../site/resolution/publication.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { memoize, memoizeRecent } from '../../text/memo.ts';
import type { Steps } from '../../text/steps.ts';
import type { Context } from '../context.ts';
import { createHead } from './head.ts';
import { createTemplateContext } from './templateContext.ts';
import type { Rendered } from '../results.ts';

/**
 * Articles of the latest posts, by URI and dialect: the next version of a post reuses what it shares with the previous
 * one.
 */
const maxArticles = 6;
const articles = memoize((dialect: Dialect) => memoizeRecent(maxArticles, (_uri: string) => new Article(dialect)));

/** A post as its preview shows it, in steps. */
export function* render({ environment }: Context, post: OpenPost): Steps<Rendered> {
  const { document, dialect } = post;
  const syntax = yield* post.parseInSteps();
  const publication = getPublication(post, environment);
  const found = yield* problems(post, environment);
  const article = articles(dialect)(document.uri);
  const html = yield* toPreviewHtml(syntax, createTemplateContext(post, publication, environment), article);
  return {
    version: document.version,
    html,
    head: createHead(post, publication, yield* countWords(syntax)),
    // The state is on the badge; a hint is not worth a mark in the text.
    problems: found.filter(({ rule, severity }) => rule !== 'not-published' && severity !== 'hint'),
  };
}
