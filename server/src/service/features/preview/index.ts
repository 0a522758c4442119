import type { Dialect } from '../../dialects/dialect.ts';
import { Article } from '../../render/article.ts';
import { toPreviewHtml } from '../../render/html.ts';
import { problems } from '../../rules/lint.ts';
import { publicationOf } from '../../site/resolution/publication.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { memoize, memoizeRecent } from '../../text/memo.ts';
import type { Context } from '../context.ts';
import { headOf } from './head.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Rendered } from '../results.ts';

/** Articles of the posts shown last, by URI and dialect: the next version of a post is made from what it shares with the one before. */
const mostArticles = 6;
const articles = memoize((dialect: Dialect) => memoizeRecent(mostArticles, (_uri: string) => new Article(dialect)));

/** A post as its preview shows it. */
export function render({ environment }: Context, post: OpenPost): Rendered {
  const { document, dialect, syntax } = post;
  const publication = publicationOf(post, environment);
  return {
    version: document.version,
    html: toPreviewHtml(syntax, knowledgeOf(post, publication, environment), articles(dialect)(document.uri)),
    head: headOf(post, publication),
    // The state is on the badge; a hint is not worth a mark in the text.
    problems: problems(post, environment).filter(
      ({ rule, severity }) => rule !== 'not-published' && severity !== 'hint',
    ),
  };
}
